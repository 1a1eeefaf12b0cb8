"""One scan for words that announce a date, then the chains of tokens around them.

Only where an anchor stands (a month, a weekday, a unit of time, a plausible year, a numeric date)
is the text cut into tokens. Words that no date holds break a chain.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates.lexer import tokens
from extract.entities.dates.lexicon import lexicon
from extract.entities.dates.tries import trie_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.dates.lexer import Token

BEFORE, AFTER = 64, 64
"""Characters looked at on each side of an anchor; one part of a long date has about 40."""
_FIGURES = (
    r"(?<![\d.,])(?:1\d|2[01])\d\d(?!\d|[.,]\d{3}(?!\d))|\d[ ]?[./-][ ]?\d|\d0['’]?s"
    r"|[qhst][1-4](?!\d\d\d\b)|[1-4][qhst]\b"
)
_POINTLESS = re.compile(r"[^TjlOUVKDGMWsHawYyNkLIqRA]*")


class Chain(NamedTuple):
    """Neighbouring tokens that may hold dates; ``codes[i]`` is the code of ``tokens[i]``."""

    codes: str
    tokens: list[Token]


@cache
def _anchors(language: str) -> re.Pattern[str]:
    words = trie_pattern(sorted(lexicon(language).anchors))
    return re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])|{_FIGURES}")


def chains(text: str, low: str, language: str, start: int, end: int) -> Iterator[Chain]:
    """All chains of ``text[start:end]`` that may hold a date, in text order.

    Args:
        text: the document.
        low: the document in lower case, of the same length.
        language: ``en`` or ``es``.
        start, end: characters to search.
    """
    for left, right in _windows(low, language, start, end):
        found = list(tokens(text, low, language, left, right))
        codes = "".join([token.code for token in found])
        at = 0
        for piece in codes.split("x"):
            if not _POINTLESS.fullmatch(piece):
                yield Chain(piece, found[at : at + len(piece)])
            at += len(piece) + 1


def _windows(low: str, language: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around anchors, merged where they touch, cut between words."""
    left = right = start - 1
    for match in _anchors(language).finditer(low, start, end):
        if match.start() - BEFORE > right:
            if right > left:
                yield left, right
            left = _between_words(low, max(match.start() - BEFORE, start), start, match.start())
        right = _between_words(low, min(match.end() + AFTER, end), match.end(), end)
    if right > left:
        yield left, right


def _between_words(low: str, at: int, first: int, last: int) -> int:
    """The first place from ``at`` on that splits no word or figure, or ``last``."""
    while first < at < last and low[at].isalnum() and low[at - 1].isalnum():
        at += 1
    return at
