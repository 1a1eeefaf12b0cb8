"""Blocks of plain text and Markdown: what belongs together however the lines are broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.schema import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def find_blocks(text: str) -> tuple[Block, ...]:
    """The layout of ``text``: blocks in text order, never overlapping."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for match in _PARAGRAPH.finditer(text):
        yield Block(match.start(), match.start() + len(match[0].rstrip()), BlockKind.PARAGRAPH)
