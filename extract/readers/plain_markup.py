"""All readable text of a page, by its tags alone: for pages in which no main text is found.

Works on the stream of tags, so pages nested too deep for a tree are read as well.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from extract.readers.collect import LINE_BREAK, Collector
from extract.schema import BlockKind

if TYPE_CHECKING:
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
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
}  # fmt: skip
_CLOSED_BY_ITSELF = {"p", "li", "td", "th", "tr", "dd", "dt"}
_FURNITURE = re.compile(
    r"\b(?:cookies?|consent|nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|share|social|modal|popup|skip-link)\b",
    re.IGNORECASE,
)


def plain_pieces(markup: str) -> list[Piece]:
    r"""Headings, paragraphs, list items and cells of a page, menus and scripts left out.

    >>> [piece.text for piece in plain_pieces("<nav>Home</nav><h1>Loan</h1><p>It was<br>signed.")]
    ['Loan', 'It was\nsigned.']
    """
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    parser.finish()
    return parser.collector.pieces


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.collector = Collector()
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.collector.add(LINE_BREAK)
        if tag in _VOID:
            return
        if tag in _CLOSED_BY_ITSELF and self._open and self._open[-1][0] == tag:
            self._close()
        unread = tag in _UNREAD or _is_furniture(attrs)
        self._open.append((tag, unread))
        self._count[tag] += 1
        self._unread += unread
        if tag == "tr":
            self.collector.new_row()
        if tag in _BLOCKS:
            self.collector.enter(_KINDS.get(tag))

    def handle_endtag(self, tag: str) -> None:
        while self._count[tag]:
            if self._close() == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.collector.add(data)

    def finish(self) -> None:
        while self._open:
            self._close()
        self.collector.flush()

    def _close(self) -> str:
        tag, unread = self._open.pop()
        self._count[tag] -= 1
        self._unread -= unread
        if tag in _BLOCKS:
            self.collector.leave()
        return tag


def _is_furniture(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name in ("class", "id", "role") and _FURNITURE.search(value or "")
               for name, value in attrs)  # fmt: skip
