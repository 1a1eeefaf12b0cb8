"""From pieces of layout to a document: text, blocks, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.readers.describe import described
from extract.schema import Block, BlockKind, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.readers.origin import Origin
    from extract.schema import Metadata


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a document that is still to be put together.

    Attributes:
        text: its characters; surrounding white space does not count.
        kind: what it is in the layout.
        page: its page from 1, where the format has pages.
        row: whether the piece before it stands in the same table row.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    row: bool = False


def join(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    r"""The text of the pieces and their blocks in it.

    >>> text, blocks = join([Piece("Title", BlockKind.HEADING), Piece("It was signed.")])
    >>> text, [(block.start, block.end) for block in blocks]
    ('Title\n\nIt was signed.', [(0, 5), (7, 21)])
    """
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: Piece | None = None
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        gap = _gap(before, piece)
        parts += gap, text
        start = at + len(gap)
        at = start + len(text)
        blocks.append(Block(start, at, piece.kind, piece.page))
        before = piece
    return "".join(parts), tuple(blocks)


_TIGHT = {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}


def _gap(before: Piece | None, piece: Piece) -> str:
    if before is None:
        return ""
    if piece.row:
        return "\t"
    return "\n" if before.kind is piece.kind and piece.kind in _TIGHT else "\n\n"


def from_pieces(
    origin: Origin,
    pieces: Iterable[Piece],
    metadata: Metadata,
    *,
    media_type: str,
    fallback: Metadata | None = None,
) -> SourceText:
    """The document made of ``pieces``, in the order given.

    Args:
        origin: where it was read from; its stem is the id.
        pieces: the blocks.
        metadata: what the file states of itself.
        media_type: IANA media type.
        fallback: what to believe where neither ``metadata`` nor the text says anything.
    """
    text, blocks = join(pieces)
    known = described(metadata, text, blocks, name=origin.stem, fallback=fallback)
    return SourceText(origin.stem, text, blocks, known, media_type)


def from_text(
    origin: Origin, text: str, metadata: Metadata, *, media_type: str, id_: str | None = None
) -> SourceText:
    """The document of a plain text, whose layout is read off its lines."""
    from extract.readers.layout import find_blocks

    blocks = find_blocks(text)
    known = described(metadata, text, blocks, name=origin.stem if id_ is None else "")
    return SourceText(id_ or origin.stem, text, blocks, known, media_type)
