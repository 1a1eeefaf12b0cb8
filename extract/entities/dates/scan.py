"""Two scans for what announces a date, then the chains of tokens around each place.

Only around an anchor (a month, a weekday, a unit of time, four figures, a numeric date) is the text
cut into tokens: to the left as far as words that dates are written with reach, to the right up to
the first other word.
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

    from extract.entities.dates.figure_tokens import Token

LONGEST = 200
"""Tokens of a chain; only text that is no prose has more without another word."""
REACH = 64
"""Characters looked at before an anchor; what stands before it in a date has about 40."""
_FIGURES = re.compile(
    r"[0-9](?:[0-9]{3}(?![0-9])|[ ]?[./‐‑-][ ]?[0-9]|0['’]?s\b|[qhst](?![a-z])|(?:st|nd|rd|th)\b)"
)
_PARTS = ("q1", "q2", "q3", "q4", "h1", "h2", "t1", "t2", "t3", "t4", "s1", "s2")
_WORD = re.compile(r"\S+")
_MARGINS = "()[]«»“”\"'’‘,;:.¿?¡!*_"
_POINTLESS = re.compile(r"[^TjlOUVKDGMWsHawYyNkLIqRA]*")


class Chain(NamedTuple):
    """Neighbouring tokens that may hold dates; ``codes[i]`` is the code of ``tokens[i]``."""

    codes: str
    tokens: list[Token]


@cache
def _names(language: str) -> re.Pattern[str]:
    words = trie_pattern((*sorted(lexicon(language).anchors), *_PARTS))
    return re.compile(rf"(?<![a-zà-ÿ])(?:{words})(?![a-zà-ÿ])")


def chains(text: str, low: str, language: str, start: int, end: int) -> Iterator[Chain]:
    """All chains of ``text[start:end]`` that may hold a date, in text order.

    Args:
        text: the document.
        low: the document in lower case, of the same length.
        language: ``en`` or ``es``.
        start: first character to search.
        end: where to stop.
    """
    done = start
    for first, last in _anchors(low, language, start, end):
        if first < done:
            continue
        left, done = _left(low, language, first, done), end
        found: list[Token] = []
        for token in tokens(text, low, language, left, end):
            if token.code != "x" and len(found) < LONGEST:
                found.append(token)
                continue
            if found:
                yield from _chain(found)
                found = []
            if token.start >= last:
                done = token.start
                break
        yield from _chain(found)


def _chain(found: list[Token]) -> Iterator[Chain]:
    codes = "".join([token.code for token in found])
    if not _POINTLESS.fullmatch(codes) or "nto" in codes:
        yield Chain(codes, found)


def _anchors(low: str, language: str, start: int, end: int) -> list[tuple[int, int]]:
    found = [match.span() for match in _names(language).finditer(low, start, end)]
    found += [match.span() for match in _FIGURES.finditer(low, start, end)]
    return sorted(found)


def _left(low: str, language: str, at: int, start: int) -> int:
    """Where the words that dates are written with begin, before an anchor."""
    vocabulary = lexicon(language).vocabulary
    first = max(start, at - REACH)
    for match in reversed(list(_WORD.finditer(low, first, at))):
        word = match[0].strip(_MARGINS)
        if word.isalpha() and word not in vocabulary and match.end() < at:
            return match.end()
        at = match.start()
    return at
