"""Lines to blocks: which line continues the one before, and what the whole then is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.readers.layout.lines import Line, LineKind, read_lines
from extract.readers.layout.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.schema import Block

_WRAPPED_SHARE = 0.05
_WIDEST = 150
_SLACK = 0.95
_MIN_JOINED = 40

_OPEN_END = re.compile(
    r"(?:[,(\[&/–]|\b(?:the|an?|of|in|on|at|to|for|with|by|from|and|or|as|that|its|their"
    r"|el|la|los|las|un|una|de|del|en|con|por|para|y|e|o|al|su|sus|que))\Z"
)
_CLOSED_END = re.compile(r"[.!?:;…][\"'”’»)\]*_\x94]*\Z")
_KEY = re.compile(r"[A-Z][\w -]{1,24}:\s")


def find_blocks(text: str) -> tuple[Block, ...]:
    r"""The layout of plain text or Markdown.

    Blank lines, list markers, headings and tables separate; the lines of a hard-wrapped paragraph
    are joined. Markers and markup around a block are left out of it.

    Args:
        text: any text.

    Returns:
        Blocks in text order, never overlapping, none empty.

    >>> text = "Key facts\n\nThe bank lent\nto two.\n- Peru\n- Chile"
    >>> [(block.kind.value, text[block.start:block.end]) for block in find_blocks(text)]
    [('heading', 'Key facts'), ('paragraph', 'The bank lent\nto two.'),
     ('list_item', 'Peru'), ('list_item', 'Chile')]
    """
    groups = list(_groups(text))
    blocks: list[Block] = []
    for n, group in enumerate(groups):
        followed = n + 1 < len(groups)
        blocks.extend(pieces(text, group, first=n == 0, followed=followed))
    return tuple(blocks)


def _groups(text: str) -> Iterator[tuple[LineKind, int, int]]:
    """Runs of lines that belong together, as (kind of the first, start, end)."""
    lines = list(read_lines(text))
    width = _wrap_width(text, lines)
    run: list[Line] = []
    gap = False
    for line in lines:
        if line.kind is LineKind.BLANK:
            gap = True
        elif run and _continues(text, run, line, gap=gap, width=width):
            run.append(line)
            gap = False
        else:
            yield from _extent(run)
            run, gap = [line], False
    yield from _extent(run)


def _extent(run: list[Line]) -> Iterator[tuple[LineKind, int, int]]:
    """Kind, start and end of a run; nothing for a list marker that nothing follows."""
    held = [line for line in run if line.start < line.end]
    if held:
        yield run[0].kind, held[0].start, held[-1].end


def _wrap_width(text: str, lines: list[Line]) -> int:
    """Column at which the lines of the text are wrapped; 0 where each line is a paragraph.

    A line before one that starts in lower case was certainly wrapped.
    """
    pairs = [
        (a.width, text[b.start].islower())
        for a, b in pairwise(lines)
        if a.start < a.end and b.kind is LineKind.TEXT
    ]
    wrapped = sorted(width for width, evident in pairs if evident and width <= _WIDEST)
    if len(wrapped) < _WRAPPED_SHARE * len(pairs) or not wrapped:
        return 0
    return int(wrapped[len(wrapped) // 2] * _SLACK)


def _continues(text: str, run: list[Line], line: Line, *, gap: bool, width: int) -> bool:
    """Whether ``line`` goes on with the item or paragraph of ``run``."""
    last = run[-1]
    if line.kind is LineKind.ITEM and run[0].kind is LineKind.TEXT and not gap:
        return _is_no_marker(text, last, line, width)
    if line.kind is not LineKind.TEXT or run[0].kind in (LineKind.HEADING, LineKind.ROW):
        return False
    if last.start == last.end:  # a marker alone on its line
        return True
    lower = text[line.start].islower()
    if gap or lower:
        return lower and (not gap or _cut_off(text, last))
    if last.broken or _both_keyed(text, last, line):
        return False
    return _ends_open(text, last) or 0 < width < last.width + _first_word(text, line)


def _is_no_marker(text: str, last: Line, line: Line, width: int) -> bool:
    """What looks like a marker is the day, number or dash that a wrapped line starts with."""
    marker = text[line.end - line.width : line.start].strip()
    if _closed(text, last) or width == 0 or last.width + len(marker) < width:
        return False
    return marker[:1].isdigit() or (marker in "–—-" and text[line.start].islower())


def _ends_open(text: str, last: Line) -> bool:
    """On a comma, a bracket or a word that something must follow."""
    return bool(_OPEN_END.search(text[max(last.start, last.end - 12) : last.end]))


def _cut_off(text: str, last: Line) -> bool:
    """A page or column ended in the middle of a sentence."""
    return last.end - last.start >= _MIN_JOINED and not _closed(text, last)


def _closed(text: str, last: Line) -> bool:
    return bool(_CLOSED_END.search(text[max(last.start, last.end - 6) : last.end]))


def _both_keyed(text: str, last: Line, line: Line) -> bool:
    """Rows of a header such as that of an e-mail: ``From: …`` over ``Date: …``."""
    return bool(_KEY.match(text, last.start) and _KEY.match(text, line.start))


def _first_word(text: str, line: Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (space if space >= 0 else line.end) - line.start
