"""Lines of a PDF page with their places, in the order of the page's content."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage, PdfTextPage

_BOLD = 600
_LINE_ENDS = {0x0A, 0x0D}
_BROKEN = {0x02, 0xFFFE}
"""What pdfium puts in the place of a hyphen at a line end and the line break after it."""
_NOT_TEXT = {0, 0xAD, 0xFFFF, 0xFEFF}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    Attributes:
        text: its characters.
        page: number of its page, from 1.
        left, right, bottom, top: its box in points, from the lower left corner of the page.
        bold: whether it begins, goes on and ends in bold.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Height of the line's first character with its ascent and descent, in points."""
        return self.top - self.bottom

    @property
    def letter(self) -> float:
        """Mean width of a character, in points."""
        return (self.right - self.left) / max(len(self.text), 1)


def page_lines(page: PdfPage, number: int) -> list[Line]:
    """The lines of a page; pieces of one row, such as a raised "th", are put together."""
    textpage = page.get_textpage()
    try:
        return list(_rows(_lines(textpage, number)))
    finally:
        textpage.close()


def _lines(textpage: PdfTextPage, number: int) -> Iterator[Line]:
    raw = textpage.raw
    start, characters = 0, []
    codes = [pdfium.FPDFText_GetUnicode(raw, i) for i in range(textpage.count_chars())]
    for index, code in enumerate([*codes, 0x0A]):
        if code not in _LINE_ENDS:
            characters.append(_character(code))
            if code not in _BROKEN:
                continue
        text = "".join(characters)
        if text.strip():
            first = start + next(i for i, c in enumerate(characters) if c.strip())
            last = start + max(i for i, c in enumerate(characters) if c.strip())
            yield _line(raw, " ".join(text.split()), number, first, last)
        start, characters = index + 1, []


def _character(code: int) -> str:
    if code in _BROKEN:
        return "-"
    if code in _NOT_TEXT or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return chr(code)


def _line(raw: object, text: str, number: int, first: int, last: int) -> Line:
    left, _, bottom, top = _box(raw, first)
    _, right, _, _ = _box(raw, last)
    sampled = (first, (first + last) // 2, last)
    bold = all(pdfium.FPDFText_GetFontWeight(raw, i) >= _BOLD for i in sampled)
    return Line(text, number, left, right, bottom, top, bold)


def _box(raw: object, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(rect))
    return rect.left, rect.right, rect.bottom, rect.top


def _rows(lines: Iterator[Line]) -> Iterator[Line]:
    row: Line | None = None
    for line in lines:
        if row and _same_row(row, line):
            gap = "" if line.left - row.right < row.letter / 4 else " "
            row = replace(row, text=row.text + gap + line.text, right=line.right)
        else:
            if row:
                yield row
            row = line
    if row:
        yield row


def _same_row(row: Line, line: Line) -> bool:
    """Whether a line goes on to the right of another, at its height."""
    shared = min(row.top, line.top) - max(row.bottom, line.bottom)
    near = -row.height < line.left - row.right < row.height
    return near and shared > 0.5 * min(row.height, line.height)
