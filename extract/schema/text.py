"""What a reader hands on: the text, the blocks it is laid out in, what the file says of itself."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - read at run time by get_type_hints
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of text is in the layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that no sentence crosses.

    Attributes:
        start, end: characters of the text, half open.
        kind: what it is in the layout.
        page: page number from 1, where the format has pages.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text; ``None`` where nothing is."""

    published: dt.date | None = None
    language: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    def updated(self, other: Metadata) -> Metadata:
        """These facts, with those of ``other`` in their place where it has them."""
        return Metadata(*(getattr(other, name) or getattr(self, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class SourceText:
    """One document as read.

    Attributes:
        id: unique within its input, made from the file name (and the row, for tables of documents).
        text: the characters all offsets point into.
        blocks: the layout, in text order, never overlapping; empty when only the text is known.
        metadata: what the file says of itself.
        media_type: IANA media type of the file.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    media_type: str = "text/plain"
