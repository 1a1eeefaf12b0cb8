"""All readable text of a page, by its tags alone: for pages in which no main text is found.

Works on the stream of tags, so pages nested too deep for a tree are read as well, in linear time.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from extract.readers.collect import LINE_BREAK, Collector
from extract.schema import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.readers.assemble import Piece

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_KINDS: dict[str, BlockKind] = (
    dict.fromkeys(_HEADINGS, BlockKind.HEADING)
    | dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM)
    | dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL)
)
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "hr", "html", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "td", "th", "thead", "tr", "ul", *_HEADINGS,
}  # fmt: skip
_UNREAD = {
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "iframe", "math",
    "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "video",
}  # fmt: skip
_FURNITURE = re.compile(
    r"\b(?:cookies?|consent|nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|share|social|modal|popup|skip-link)\b",
    re.IGNORECASE,
)


def plain_pieces(markup: str) -> list[Piece]:
    r"""Headings, paragraphs, list items and cells of a page, menus and scripts left out.

    >>> [piece.text for piece in plain_pieces("<nav>Home</nav><h1>Loan</h1><p>It was<br>signed.")]
    ['Loan', 'It was\nsigned.']
    """
    from lxml.etree import HTMLParser, LxmlError

    target = _Target()
    parser = HTMLParser(target=target, encoding="utf-8", no_network=True)
    with suppress(LxmlError):  # of a page without any tag or character
        parser.feed(markup.encode("utf-8", "replace"))
        parser.close()
    return target.pieces()


class _Target:
    """Receives what lxml's parser comes upon (``lxml`` parser target interface)."""

    def __init__(self) -> None:
        self._collector = Collector()
        self._open: list[tuple[str, bool]] = []
        self._unread = 0
        self._links = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag == "br":
            self._collector.add(LINE_BREAK)
        unread = tag in _UNREAD or any(
            name in ("class", "id", "role") and _FURNITURE.search(value)
            for name, value in attrs.items()
        )
        self._open.append((tag, unread))
        self._unread += unread
        self._links += tag == "a"
        if tag == "tr":
            self._collector.new_row()
        if tag in _BLOCKS:
            self._collector.enter(_KINDS.get(tag))

    def end(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, unread = self._open.pop()
        self._unread -= unread
        self._links -= tag == "a"
        if tag in _BLOCKS:
            self._collector.leave()

    def data(self, text: str) -> None:
        if not self._unread:
            self._collector.add(text, linked=self._links > 0)

    def close(self) -> None:
        """The end of the page; elements still open end with it."""

    def pieces(self) -> list[Piece]:
        self._collector.flush()
        return self._collector.pieces
