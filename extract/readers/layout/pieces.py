"""What a run of lines is: cells, a heading, a heading glued to its paragraph, paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.layout.lines import LineKind
from extract.schema import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING_WORDS = 16
_TITLE_LENGTH = 220

_CELL = re.compile(r"(?:[^|\t\\]|\\.?)+")
_EMPHASIS = re.compile(r"\A(?:\*\*|__)[^*\n]+(?:\*\*|__):?\Z")
_FULL_STOP = re.compile(r"[.!?;,…][\"'”’»)\]*_\x94]*\Z")
# ``Partnership:The`` | ``**Energy:** The`` | ``TRADE AND AID: The``; never a time, a ratio or an
# address, since a capital must follow and no stop may precede.
_LEAD = re.compile(
    r"""(?:
        [A-ZÁÉÍÓÚÑ¿][^:.!?;\n|(]{2,80}(?<=[a-záéíóúñ]):(?=[A-ZÁÉÍÓÚÑ¿¡“])
      | (?:\*\*|__)[^*\n]{2,100}(?::(?:\*\*|__)|(?:\*\*|__):)(?=\s+\S)
      | [^\Wa-zß-öø-ÿ\d_](?:[^:.!?;\n|a-zß-öø-ÿ]|U\.S\.){3,100}:(?=\s+\S)
    )""",
    re.VERBOSE,
)
# Scraped text that lost its line breaks keeps them as runs of spaces, converted text as tags.
_GAP = re.compile(
    r"<br ?/?>|(?<=[.!?:;\"”’)\x94])[ \xa0]{3,}(?=\S)|(?<=\S)[ \xa0]{4,}(?=[^\Wa-z\d_])"
)
_GAP_SIGNS = ("   ", "\xa0", "<br")  # looked for first, being much faster to find


def pieces(
    text: str, group: tuple[LineKind, int, int], *, first: bool, followed: bool
) -> Iterator[Block]:
    """The blocks of one run of lines.

    Args:
        text: the whole text.
        group: kind of the run's first line, start and end of the run.
        first: no other run comes before (a title may be long).
        followed: another run comes after (a heading heads something).
    """
    kind, start, end = group
    if kind is LineKind.ROW:
        yield from _cells(text, start, end)
    elif kind is LineKind.HEADING:
        yield Block(start, end, BlockKind.HEADING)
    else:
        whole = BlockKind.LIST_ITEM if kind is LineKind.ITEM else None
        lead = _LEAD.match(text, start, end)
        if lead and text[lead.end() : end].strip():
            yield Block(start, lead.end(), BlockKind.HEADING)
            start, whole = lead.end(), whole or BlockKind.PARAGRAPH
        yield from _paragraphs(text, start, end, whole, long=first, followed=followed)


def _cells(text: str, start: int, end: int) -> Iterator[Block]:
    for match in _CELL.finditer(text, start, end):
        block = _trimmed(text, match.start(), match.end(), BlockKind.TABLE_CELL)
        if block:
            yield block


def _paragraphs(
    text: str, start: int, end: int, kind: BlockKind | None, *, long: bool, followed: bool
) -> Iterator[Block]:
    """The run itself, cut where a run of spaces stands for lost line breaks."""
    for left, right in _between_gaps(text, start, end):
        block = _trimmed(text, left, right, kind or BlockKind.PARAGRAPH)
        if block is None:
            continue
        heads = (followed or right < end) and _is_heading(text, block, long=long and left == start)
        if kind is None and heads:
            block = Block(block.start, block.end, BlockKind.HEADING)
        yield block


def _between_gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if any(text.find(sign, start, end) >= 0 for sign in _GAP_SIGNS):
        for gap in _GAP.finditer(text, start, end):
            yield start, gap.start()
            start = gap.end()
    yield start, end


def _is_heading(text: str, block: Block, *, long: bool) -> bool:
    """Short and without final stop, in capitals, or bold throughout."""
    length = block.end - block.start
    if length > _TITLE_LENGTH:
        return False
    content = text[block.start : block.end]
    if _EMPHASIS.match(content) or content.isupper():
        return True
    short = long or len(content.split()) <= _HEADING_WORDS
    return short and not content[0].islower() and not _FULL_STOP.search(content[-4:])


def _trimmed(text: str, start: int, end: int, kind: BlockKind) -> Block | None:
    content = text[start:end]
    stripped = content.strip()
    if not stripped:
        return None
    left = start + len(content) - len(content.lstrip())
    return Block(left, left + len(stripped), kind)
