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
_LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_WIDE_GAP = 1.6
"""Gap within a line, in line heights, that parts columns; justified text stays below it."""
_MARKER = 3
"""Characters of a list marker, after which a wide gap parts nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    Attributes:
        text: its characters.
        page: number of its page, from 1.
        left, right, bottom, top: its box in points, from the lower left corner of the page.
        bold: whether it begins, goes on and ends in bold.
        cell: its place in a table row, from 0; ``None`` where it is no cell.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False
    cell: int | None = None

    @property
    def height(self) -> float:
        """Height of the line's first character with its ascent and descent, in points."""
        return self.top - self.bottom

    @property
    def letter(self) -> float:
        """Mean width of a character, in points."""
        return (self.right - self.left) / max(len(self.text), 1)

    def beside(self, other: Line) -> bool:
        """Whether another line lies at its height."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.height, other.height)


def page_lines(page: PdfPage, number: int) -> list[Line]:
    """The lines of a page, parted at wide gaps; a raised "th" is put back in its line."""
    textpage = page.get_textpage()
    try:
        return list(_rejoined(_lines(textpage, number)))
    finally:
        textpage.close()


def _lines(textpage: PdfTextPage, number: int) -> Iterator[Line]:
    raw = textpage.raw
    codes = [pdfium.FPDFText_GetUnicode(raw, i) for i in range(textpage.count_chars())]
    for start, end in _stretches(raw, codes):
        text = " ".join("".join(map(_character, codes[start:end])).split())
        if text:
            yield _line(raw, text, number, start, end - 1)


def _stretches(raw: object, codes: list[int]) -> Iterator[tuple[int, int]]:
    """Characters without break or wide gap between them, trimmed of white space."""
    start = end = 0
    for index, code in enumerate(codes):
        if code not in _LINE_ENDS and not _is_space(code):
            if end - start > _MARKER and index > end and _is_wide(raw, end - 1, index):
                yield start, end
                start = index
            elif start == end:
                start = index
            end = index + 1
        if start < end and (code in _LINE_ENDS or code in _BROKEN):
            yield start, end
            start = end = index + 1
    if start < end:
        yield start, end


def _is_space(code: int) -> bool:
    return code <= 0x3000 and chr(code).isspace()


def _is_wide(raw: object, before: int, after: int) -> bool:
    """Whether two characters of a line are far apart."""
    _, right, bottom, top = _box(raw, before)
    left, *_ = _box(raw, after)
    return left - right > _WIDE_GAP * (top - bottom)


def _character(code: int) -> str:
    if code in _BROKEN:
        return "-"
    if code in _NOT_TEXT or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return _LIGATURES.get(code) or chr(code)


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


def _rejoined(lines: Iterator[Line]) -> Iterator[Line]:
    row: Line | None = None
    for line in lines:
        if row and row.beside(line) and -row.height < line.left - row.right < row.height:
            gap = "" if line.left - row.right < row.letter / 4 else " "
            row = replace(row, text=row.text + gap + line.text, right=line.right)
        else:
            if row:
                yield row
            row = line
    if row:
        yield row
