"""Tokens for formats that need them: words and marks, cut where mentions begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.evaluation.formats.flat import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Token(NamedTuple):
    """A stretch of text without white space."""

    start: int
    end: int


def tokenise(text: str, spans: Iterable[Span]) -> list[Token]:
    """Tokens such that every span begins and ends between two of them.

    >>> from extract.evaluation.formats.flat import Span
    >>> text = "Partnership:The $320M"
    >>> [text[a:b] for a, b in tokenise(text, [Span("MONEY", 16, 20)])]
    ['Partnership', ':', 'The', '$', '320', 'M']
    """
    cuts = sorted({edge for span in spans for edge in (span.start, span.end)})
    return list(_cut(text, cuts))


def _cut(text: str, cuts: list[int]) -> Iterator[Token]:
    at = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        while at < len(cuts) and cuts[at] <= start:
            at += 1
        while at < len(cuts) and cuts[at] < end:
            yield Token(start, cuts[at])
            start = cuts[at]
            at += 1
        yield Token(start, end)
