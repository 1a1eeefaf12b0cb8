"""Pieces from a stream of mark-up: opened and closed elements, and the text between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.readers.assemble import Piece
from extract.schema import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Collector:
    """Gathers text into pieces as block elements open and close.

    The innermost cell, list item or heading around a text decides the kind of its piece.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._own = False
        self._kinds = [BlockKind.PARAGRAPH]
        self._in_row = False
        self._cell_opened = False

    def add(self, text: str | None, *, linked: bool = False) -> None:
        """Text in the element open now; ``linked`` if it is that of a link."""
        if text:
            self._text.append(text)
            self._own = self._own or not (linked or text.isspace())

    def enter(self, kind: BlockKind | None) -> None:
        """A block element opens; ``None`` for one that only parts what is around it."""
        self.flush()
        self._kinds.append(kind or self._kinds[-1])
        self._cell_opened = self._cell_opened or kind is BlockKind.TABLE_CELL

    def leave(self) -> None:
        """The block element opened last closes."""
        self.flush()
        self._kinds.pop()

    def new_row(self) -> None:
        """A table row begins: its first cell stands on a line of its own."""
        self.flush()
        self._in_row = False

    def flush(self) -> None:
        """Make a piece of the text gathered so far, unless it is a bare link of a menu."""
        text = "\n".join(_lines("".join(self._text)))
        own, self._own = self._own, False
        self._text.clear()
        if not text or not (own or text.count(" ") >= _MENU_WORDS):
            return
        kind = self._kind(text)
        cell = kind is BlockKind.TABLE_CELL
        self.pieces.append(Piece(text, kind, row=cell and self._in_row and self._cell_opened))
        self._in_row, self._cell_opened = cell, False

    def _kind(self, text: str) -> BlockKind:
        kind = self._kinds[-1]
        laid_out = kind is BlockKind.TABLE_CELL and len(text) > _CELL_LENGTH
        return BlockKind.PARAGRAPH if laid_out else kind


_MENU_WORDS = 5
_CELL_LENGTH = 200
"""Longer texts stand in a table for the sake of layout."""


def _lines(text: str) -> Iterator[str]:
    """Lines without surplus white space."""
    for line in text.split("\v"):
        if words := line.split():
            yield " ".join(words)


LINE_BREAK = "\v"
"""What a Collector takes for a line break: new lines in mark-up are mere white space."""
