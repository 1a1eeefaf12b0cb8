"""Lines of a page layout to paragraphs: where one ends, and how broken words are mended."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from statistics import median
from typing import TYPE_CHECKING

from extract.readers.assemble import Piece
from extract.schema import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.readers.pdf_lines import Line

    Margins = dict[tuple[int, int], float]

_BULLET = re.compile(r"[•●▪■□◦‣⁃➢✓*\uf0a7\uf0b7\uf0d8]\s?|o\s(?=[A-ZÁÉÍÓÚÑ])")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—])\s")
_ENDS = re.compile(r"[.!?:;…][\"”’»)\]]{0,2}$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_GOES_ON = re.compile(r"([^\W\d_]+)")

_WIDE_PITCH = 1.35
_OTHER_HEIGHT = 0.12
_HEADING_LENGTH = 200


def to_pieces(pages: list[list[Line]]) -> Iterator[Piece]:
    """The paragraphs, headings and list items of a document.

    A paragraph that runs over a page break is one, on the page it begins on.

    Args:
        pages: the lines of each page in reading order, without running heads.
    """
    words = _vocabulary(pages)
    body = _body_height(pages)
    for group in _groups(pages):
        text = mend((line.text for line in group), words)
        kind = _kind(group, text, body)
        if kind is BlockKind.LIST_ITEM:
            text = _BULLET.sub("", text, count=1)
        yield Piece(text, kind, group[0].page, row=bool(group[0].cell))


def _vocabulary(pages: list[list[Line]]) -> set[str]:
    """The words of the document, in lower case, without halves of broken ones."""
    words: set[str] = set()
    broken = False
    for line in chain.from_iterable(pages):
        found = _WORD.findall(line.text.casefold())
        words.update(found[broken : len(found) - line.text.endswith("-")])
        broken = line.text.endswith("-")
    return words


def _body_height(pages: list[list[Line]]) -> float:
    """Height of the letters most of the text is set in."""
    heights = sorted((line.height, len(line.text)) for lines in pages for line in lines)
    half = sum(length for _, length in heights) / 2
    for height, length in heights:
        half -= length
        if half <= 0:
            return height
    return 0.0


def _groups(pages: list[list[Line]]) -> Iterator[list[Line]]:
    group: list[Line] = []
    margins: Margins = {}
    for lines in pages:
        pitch = _pitch(lines)
        margins |= _margins(lines)
        for line in lines:
            if group and _breaks(group[-1], line, pitch, margins):
                yield group
                group = []
            group.append(line)
    if group:
        yield group


def _pitch(lines: list[Line]) -> float:
    """Usual distance from line to line on a page, in points."""
    steps = [
        upper.bottom - lower.bottom
        for upper, lower in pairwise(lines)
        if 0 < upper.bottom - lower.bottom < 4 * upper.height
    ]
    return median(steps) if steps else 0.0


_COLUMN = 20


def _margins(lines: list[Line]) -> Margins:
    """Page and left edge, in steps of 20 points → right edge of the column that begins there."""
    margins: Margins = {}
    for line in lines:
        for step in (-1, 0, 1):
            key = line.page, round(line.left / _COLUMN) + step
            margins[key] = max(margins.get(key, 0.0), line.right)
    return margins


def _breaks(upper: Line, lower: Line, pitch: float, margins: Margins) -> bool:
    """Whether a new paragraph begins with ``lower``."""
    if lower.cell is not None or upper.cell is not None or _BULLET.match(lower.text):
        return True
    if abs(upper.height - lower.height) > _OTHER_HEIGHT * upper.height:
        return True
    step = upper.bottom - lower.bottom
    if upper.page != lower.page or step <= 0:
        unlike = _ended(upper) or upper.bold != lower.bold
        return unlike or (not _continues(lower) and _left_room(upper, lower, margins))
    if step > _WIDE_PITCH * pitch or (upper.bold and not lower.bold):
        return True
    if _NUMBERED.match(lower.text) and _ended(upper):
        return True
    return not _continues(lower) and _left_room(upper, lower, margins)


def _ended(line: Line) -> bool:
    return _ENDS.search(line.text) is not None


def _continues(line: Line) -> bool:
    return line.text[0].islower() or line.text[0] in ",;)"


def _left_room(upper: Line, lower: Line, margins: Margins) -> bool:
    """Whether the first word below would have fitted above: then the line was ended on purpose."""
    if upper.text.endswith("-") or _centred(upper, lower):
        return False
    margin = margins.get((upper.page, round(upper.left / _COLUMN)), upper.right)
    word = len(lower.text.split(" ", 1)[0]) + 2
    return margin - upper.right > word * upper.letter


def _centred(upper: Line, lower: Line) -> bool:
    """Whether two lines of unlike width share their middle, as those of a title do."""
    shift = (upper.left + upper.right) - (lower.left + lower.right)
    unlike = abs(upper.left - lower.left) > 2 * upper.letter
    return unlike and abs(shift) < 2 * upper.letter


def _kind(group: list[Line], text: str, body: float) -> BlockKind:
    if group[0].cell is not None:
        return BlockKind.TABLE_CELL
    if _BULLET.match(text) or (_NUMBERED.match(text) and len(text) > 3):
        return BlockKind.LIST_ITEM
    if len(text) > _HEADING_LENGTH or text.endswith((".", ";", ",")):
        return BlockKind.PARAGRAPH
    larger = group[0].height > (1 + _OTHER_HEIGHT) * body
    if larger or all(line.bold for line in group) or text.isupper():
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def mend(lines: Iterable[str], words: set[str]) -> str:
    """One paragraph of several lines, with words that were broken at line ends made whole.

    Args:
        lines: the lines.
        words: all words of the document, in lower case. They tell a broken word from a compound:
            "coop-" + "eration" is one word, "high-" + "level" keeps its hyphen.

    >>> mend(["the coop-", "eration is high-", "level"], {"high", "level", "is", "the"})
    'the cooperation is high-level'
    """
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1:] = _joint(parts[-1], line, words)
        parts.append(line)
    return "".join(parts)


def _joint(upper: str, lower: str, words: set[str]) -> tuple[str, str]:
    """The upper of two lines as it is to stand before the lower, and what to put between."""
    if not upper.endswith("-") or upper.endswith((" -", "--")):
        return upper, " "
    broken, rest = _BROKEN.search(upper[-40:]), _GOES_ON.match(lower)
    if broken and rest and rest[1].islower() and _one_word(broken[1], rest[1], words):
        return upper[:-1], ""
    return upper, ""


def _one_word(head: str, tail: str, words: set[str]) -> bool:
    head, tail = head.casefold(), tail.casefold()
    if head + tail in words:
        return True
    compound = f"{head}-{tail}" in words or (head in words and tail in words)
    return not compound
