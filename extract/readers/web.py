"""HTML: the main text by trafilatura, the facts from meta tags and JSON-LD; nothing is fetched."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import NoText
from extract.readers.assemble import Piece, from_pieces
from extract.readers.collect import LINE_BREAK, Collector
from extract.readers.decode import decode, has_letters
from extract.readers.languages import language_code
from extract.readers.lost_lists import with_lost_lists
from extract.readers.plain_markup import plain_pieces
from extract.readers.published import publication_date
from extract.schema import BlockKind, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from trafilatura.settings import Document as MainText

    from extract.readers.origin import Origin
    from extract.schema import SourceText

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s?=\s?[\"']?([\w-]{2,40})", re.IGNORECASE
)
_KINDS = {
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "cell": BlockKind.TABLE_CELL,
}
_BLOCKS = {*_KINDS, "body", "p", "list", "table", "row", "quote", "code", "div"}
_FOOTNOTE_MARK = re.compile(
    r"(?<=[^\s<>])(?<![ck]m)(?<!\Wm)(?<!\W10)"
    r"<sup[^>]{0,200}>\s?(?:<a[^>]{0,400}>)?\s?\[?\d{1,3}\]?\s?(?:</a>)?\s?</sup>",
    re.IGNORECASE,
)
"""The raised number of a footnote, which would else be read as part of the word or figure before
it; not the powers of metres and of ten."""
_PART, _LUMP = 0.25, 2.0
_FEW = 2
_LONGEST = 1 << 24
"""Characters of mark-up; longer pages are no articles and would take minutes as a tree."""
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}
"""What htmldate shall take for dates: those a page states; its "no later than today" would let
the same page give other results on other days."""


for _library in ("trafilatura", "htmldate"):  # what they have to say is no news to our callers
    logging.getLogger(_library).addHandler(logging.NullHandler())


class Page(NamedTuple):
    """What a page says.

    Attributes:
        pieces: its main text.
        metadata: the facts it states of itself.
        fallback: less sure facts, from outside of the main text.
    """

    pieces: list[Piece]
    metadata: Metadata
    fallback: Metadata | None = None


def read_html(origin: Origin) -> Iterator[SourceText]:
    """The one document of an HTML page.

    Raises:
        NoText: nothing on it can be read.
    """
    data = origin.read()
    charset = _CHARSET.search(data[:4096])
    page = parse_page(decode(data, charset[1].decode("ascii") if charset else None))
    if not any(has_letters(piece.text) for piece in page.pieces):
        raise NoText(
            "the page holds no text", hint="save it from a browser, with its content shown"
        )
    yield from_pieces(
        origin, page.pieces, page.metadata, media_type="text/html", fallback=page.fallback
    )


def parse_page(markup: str) -> Page:
    """The main text of a page and what it states of itself.

    Args:
        markup: HTML, whole or in part.
    """
    markup = _FOOTNOTE_MARK.sub("", markup.translate(_WINDOWS))
    everything = plain_pieces(markup)
    tree = _tree(markup) if len(markup) <= _LONGEST else None
    if tree is None:
        return Page(everything, Metadata())
    main = _main_text(tree)
    pieces = with_lost_lists(_pieces(main.body), everything) if main else []
    if _misses_layout(pieces, everything):
        pieces = everything
    stated = main or _stated(_tree(markup))
    if stated is None:
        return Page(pieces, Metadata())
    return Page(_with_title(pieces, stated.title), _metadata(tree, stated), _dated(everything))


def _dated(everything: list[Piece]) -> Metadata:
    """The dateline of the page, which may stand outside of its main text."""
    return Metadata(published=publication_date("\n".join(piece.text for piece in everything)))


_WINDOWS = {0: None} | {
    code: bytes([code]).decode("cp1252", "replace").replace("\ufffd", "")
    for code in range(0x80, 0xA0)
}
"""Windows-1252 characters under their byte values, as browsers read them (HTML Standard)."""


def _tree(markup: str) -> _Element | None:
    """The page as a tree; ``None`` where it is no page or nested deeper than libxml2 builds."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree: _Element = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    too_deep = any("depth" in entry.message for entry in parser.error_log)
    return None if too_deep else tree


def _main_text(tree: _Element) -> MainText | None:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception:  # whatever a page does to the library, its text can still be read plainly
        return None
    return found if found is not None and not isinstance(found, dict) else None


def _stated(tree: _Element | None) -> MainText | None:
    """The facts of a page without main text; the tree is one that no extraction has changed."""
    from trafilatura.metadata import extract_metadata

    try:
        stated: MainText | None = extract_metadata(tree, date_config=_DATES)
    except Exception:  # as above
        return None
    return stated


def _pieces(body: _Element) -> list[Piece]:
    collector = Collector()
    _collect(body, collector)
    collector.flush()
    return collector.pieces


def _collect(element: _Element, collector: Collector) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "row":
        collector.new_row()
    if tag in _BLOCKS:
        collector.enter(_KINDS.get(tag))
    collector.add(LINE_BREAK if tag == "lb" else element.text)
    for child in element:
        _collect(child, collector)
        collector.add(child.tail)
    if tag in _BLOCKS:
        collector.leave()


def _misses_layout(pieces: list[Piece], everything: list[Piece]) -> bool:
    """Whether the main text is a small part of the page, or all of it in one lump."""
    share = _LUMP if len(pieces) < _FEW else _PART
    return _size(pieces) < share * _size(everything)


def _size(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _with_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces, with the title before them where the main text has lost it."""
    if (
        not title
        or " " not in title
        or any(title.casefold() in piece.text.casefold() for piece in pieces[:8])
    ):
        return pieces
    return [Piece(title, BlockKind.HEADING), *pieces]


def _metadata(tree: _Element, stated: MainText) -> Metadata:
    site = stated.sitename
    return Metadata(
        published=dt.date.fromisoformat(stated.date) if stated.date else None,
        language=language_code(
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        ),
        publisher=site if site and site != stated.title and " | " not in site else None,
        title=stated.title or None,
        url=stated.url or None,
    )
