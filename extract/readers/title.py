"""The title of a text, where no field gives it: the first line of its head that is no label."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from extract.readers.frame import fields, is_frame, is_label, unmarked
from extract.readers.full_dates import find_dates
from extract.resources import tree
from extract.schema import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.schema import Block

_LONGEST = 300
_LABEL = 80
_BLOCKS = 12
_LINES = 4
_PROSE = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_ADDRESS = re.compile(r"https?:|www\.|@")
_LETTER = re.compile(r"[^\W\d_]")


def title_of(text: str, blocks: tuple[Block, ...] = ()) -> str | None:
    r"""The first line that reads like a title: not a label, a date, an address or a paragraph.

    Where a line such as "Press Release" stands in the head, the title is below it.

    Args:
        text: the document.
        blocks: its layout; without one there is no telling a title.

    >>> from extract.schema import Block
    >>> title_of("Press Release\n\n# Japan funds a *port*", (Block(0, 37),))
    'Japan funds a port'
    """
    lines = list(_head(text, blocks))
    labels = (place for place, line in enumerate(lines) if _is_release_label(line))
    return _first_title(lines[next(labels, 0) :]) or _first_title(lines)


def _head(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines before the first paragraph that is too long for a title, without mark-up."""
    for block in islice((block for block in blocks if block.kind in _PROSE), _BLOCKS):
        if block.end - block.start > _LONGEST:
            return
        content = text[block.start : block.end]
        parts = [content] if block.kind is BlockKind.HEADING else content.split("\n")[:_LINES]
        yield from map(_plain, parts)


def _plain(line: str) -> str:
    return " ".join(unmarked(line).split())


def _first_title(lines: list[str]) -> str | None:
    title = next((line for line in lines if not _is_furniture(line)), "")
    return title if 0 < len(title) <= _LONGEST else None


def _is_release_label(line: str) -> bool:
    """Whether a line says what kind of text begins below it: "Press Release", "Boletín 45"."""
    return " " in line and len(line) <= _LABEL and line[0].isalpha() and is_label(line)


@cache
def _contacts() -> frozenset[str]:
    return frozenset(tree("publication.toml")["contacts"])


def _is_furniture(line: str) -> bool:
    if " " not in line or _ADDRESS.search(line) or not _LETTER.search(line):
        return True
    if ":" in line and line.partition(":")[0].casefold() in _contacts():
        return True
    found = next(find_dates(line), None)
    if found:
        return is_frame(line[: found.start]) and is_frame(line[found.end :])
    return all(map(is_label, fields(line)))
