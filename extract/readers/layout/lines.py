"""Lines of plain text and Markdown, each with what its first characters make it."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class LineKind(Enum):
    """What a line is by its own first characters; the values are groups of the pattern."""

    BLANK = "blank"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


class Line(NamedTuple):
    """One line.

    Attributes:
        kind: what it is by its first characters.
        start, end: its content as characters of the text, without marker and white space;
            empty where the line holds nothing but a marker.
        width: columns it fills, marker and indentation included.
        broken: it ends in the two spaces that break a line in Markdown.
    """

    kind: LineKind
    start: int
    end: int
    width: int
    broken: bool


_KINDS: dict[str | None, LineKind] = {None: LineKind.TEXT} | {
    kind.value: kind for kind in LineKind if kind is not LineKind.TEXT
}
_WIDEST_CELL = 60

_LINE = re.compile(
    r"""((?:[^\S\n]|>)*)
    (?:
        (?P<blank>(?:(?:\\?[-*_=\#~|:+.][ \t\xa0]*){3,}|\*\*[^\S\n]*|\\?\#{1,6}[^\S\n]*
            |<!--[^\n]*-->[^\S\n]*|</?(?:div|span|img|figure|br|hr)\b[^>\n]*>[^\S\n]*)(?=\n|\Z))
      | (?P<heading>\#{1,6}(?=\s))
      | (?P<item>(?:\\?[-*+•–—▪◦‣·●○■□➢►✓✔]|\(?\d{1,2}\\?[.)]-?
            |\(?[a-zA-Z]\)|[a-z]\.|\([ivx]{1,4}\))(?=\s|\Z))
      | (?P<row>\|)
    )?
    [^\n]*""",
    re.VERBOSE,
)


def read_lines(text: str) -> Iterator[Line]:
    r"""The lines of ``text`` in order.

    >>> [(line.kind.value, "- one\n\n# Two\nthree"[line.start:line.end])
    ...  for line in read_lines("- one\n\n# Two\nthree")]
    [('item', 'one'), ('blank', ''), ('heading', 'Two'), ('text', 'three')]
    """
    position = 0
    while position < len(text):
        match = _LINE.match(text, position)
        if match is None:  # pragma: no cover - every part of the pattern is optional
            return
        yield _line(text, match)
        position = match.end() + 1


def _line(text: str, match: re.Match[str]) -> Line:
    kind = _KINDS[match.lastgroup]
    first, last = match.end(match.lastgroup or 1), match.end()
    raw = text[first:last]
    content = raw.strip()
    if kind is LineKind.BLANK or (kind is LineKind.TEXT and not content):
        return Line(LineKind.BLANK, last, last, 0, False)
    if kind is LineKind.TEXT and "\t" in content and _is_row(content):
        kind = LineKind.ROW
    start = first + len(raw) - len(raw.lstrip())
    end = start + len(content)
    return Line(kind, start, end, end - match.start(), raw.endswith("  "))


def _is_row(content: str) -> bool:
    """Short cells between tabs; a tab in running text is a stray."""
    return max(map(len, content.split("\t"))) <= _WIDEST_CELL
