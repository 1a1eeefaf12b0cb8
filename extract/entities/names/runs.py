r"""Runs of capitalised words: the stretches of text that a name can be made of.

A run is what the pattern takes at a time: capitalised words with the small words, commas and
quotes that may stand between them. A blank line or the end of a sentence ends it, a line break
does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.entities.names.folding import lowered
from extract.entities.names.literals import padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.names.literals import Words

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_REST = (
    rf"(?:\.\ ?(?:[A-Z]\.\ ?){{0,2}}[A-Z]\.(?:-[{_UPPER}]\w+)?(?:['’]s\b)?"  # U.S., U. S.
    rf"|(?:|t|r|ta|to|ng|ic|ral)\.(?=\s[{_UPPER}])"  # St. Gallen, Howard G. Buffett
    rf"|[^\W_]*(?:(?:[-/&–]|['’](?=[{_UPPER}]))[^\W_]+)*(?:['’](?:s\b)?)?)"
)
_WORD = rf"[{_UPPER}]{_REST}"
_SMALL = (
    r"(?:of|for|and|the|on|in|to|against|at|de|del|la|las|los|el|y|e|para|en|contra|sobre|por|a|al|"
    r"da|do|dos|das|des|du|der|van|von|und|OF|DE)"
)
_ENGLISH = "of for and the on in to against at with"
_SPANISH = "de del la las los el y e para en contra sobre por al"
SMALL_WORDS = frozenset(f"{_ENGLISH} {_SPANISH}".split())
"""Words that stay small inside names."""
_BREAK = r"(?:[ \t\xa0]+(?:\n[ \t]*)?|\n[ \t]*)"
_RUN = re.compile(  # starts with one character class: the search skips to capitals
    rf"[{_UPPER}](?<![\w@#/.-].){_REST}"
    rf"(?:[\"”»]?,?{_BREAK}(?:(?:{_SMALL}|&){_BREAK}){{0,3}}[\"“«]?{_WORD}[\"”»]?)*"
)
_OPENING = ("“", '"', "«")
_TOKEN = re.compile(rf"{_WORD}|[a-záéíóúñ]+|&|,|[\"“«”»]")


@dataclass(slots=True)
class Token:
    """A word, comma or quote of a run.

    Attributes:
        start, end: characters of the document; a possessive ending is not part.
        low: the word in lower case, with plain apostrophes, without a possessive ending.
        full: the same with its possessive ending.
        capital: whether it starts with a capital letter and is no small word ("Of", "DE").
        possessive: whether a possessive ending follows.
    """

    start: int
    end: int
    low: str
    full: str
    capital: bool
    possessive: bool = False


def _with_apostrophe(word: str, start: int) -> Token:
    full = word.lower().replace("’", "'")
    low = full.removesuffix("s").removesuffix("'") if full.endswith(("'s", "'")) else full
    end = start + len(low)
    return Token(start, end, low.rstrip("."), full, word[0].isupper(), end < start + len(full))


class Runs:
    """The runs of capitalised words of a text.

    Attributes:
        spans: start and end of each, in text order, an opening quote included.
        padded: the text in lower case, with spaces for all that is no letter.
    """

    __slots__ = ("_held", "_starts", "_text", "padded", "spans")

    def __init__(self, text: str) -> None:
        self._text, self.padded = text, padded(lowered(text))
        self.spans = [
            (start - (text[start - 1 : start] in _OPENING), end)
            for start, end in [match.span() for match in _RUN.finditer(text)]
        ]
        self._starts = [start for start, _ in self.spans]
        self._held: dict[Words, list[tuple[int, int]]] = {}

    def at(self, offset: int) -> tuple[int, int] | None:
        """The run that holds the character at ``offset``."""
        before = bisect_right(self._starts, offset)
        span = self.spans[before - 1] if before else (0, 0)
        return span if span[1] > offset else None

    def holding(self, words: Words) -> list[tuple[int, int]]:
        """Runs that hold one of ``words`` with a capital, each once, in text order; remembered."""
        if words not in self._held:
            self._held[words] = list(self._holding(words))
        return self._held[words]

    def _holding(self, words: Words) -> Iterator[tuple[int, int]]:
        done = -1
        for start, _ in words.find(self.padded):
            if start >= done and self._text[start].isupper():
                span = self.at(start)
                if span is not None:
                    yield span
                    done = span[1]


@lru_cache(maxsize=2)
def find_runs(text: str) -> Runs:
    """The runs of ``text``; the last texts are remembered, for several finders ask for them.

    >>> text = "in Lima, he said, the Bank of Peru met"
    >>> [text[start:end] for start, end in find_runs(text).spans]
    ['Lima', 'Bank of Peru']
    """
    return Runs(text)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words, commas and quotes of a run.

    >>> [t.low for t in tokens("Ministry of Health, U.S.", 0, 24)]
    ['ministry', 'of', 'health', ',', 'u.s']
    >>> [(t.low, t.possessive) for t in tokens("Mexico’s Senate", 0, 15)]
    [('mexico', True), ('senate', False)]
    """
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, first = match[0], match.start()
        if "’" in word or "'" in word:
            found.append(_with_apostrophe(word, first))
            continue
        low = word.lower()
        capital = low not in SMALL_WORDS and (
            word[0] != low[0] or (first == start and len(word) > 1)
        )
        found.append(Token(first, first + len(word), low.rstrip("."), low, capital))
    return found
