"""Lists that main-text extraction drops: short items look like a menu to it.

A lead sentence that ends in a colon announces its list, so the items that follow it on the page
belong to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.schema import BlockKind

if TYPE_CHECKING:
    from extract.readers.assemble import Piece


def with_lost_lists(pieces: list[Piece], everything: list[Piece]) -> list[Piece]:
    """The main text with the lists its lead sentences announce.

    Args:
        pieces: the main text.
        everything: all text of the page, in order.
    """
    places = {_words(piece): place for place, piece in enumerate(everything)}
    kept = {_words(piece) for piece in pieces}
    whole = []
    for piece in pieces:
        whole.append(piece)
        place = places.get(_words(piece))
        if place is not None and piece.text.rstrip().endswith(":"):
            whole += _items_after(place, everything, kept)
    return whole


def _items_after(place: int, everything: list[Piece], kept: set[str]) -> list[Piece]:
    items = []
    for piece in everything[place + 1 :]:
        if piece.kind is not BlockKind.LIST_ITEM or _words(piece) in kept:
            break
        items.append(piece)
    return items


def _words(piece: Piece) -> str:
    return " ".join(piece.text.split())
