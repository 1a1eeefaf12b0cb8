r"""Runs of capitalised words: the stretches of text that a name can be made of.

A run is what the pattern takes at a time: capitalised words with the small words, commas and
quotes that may stand between them. A blank line or the end of a sentence ends it, a line break
does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

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
_LETTERS = re.compile(r"[^\W\d_]+")
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


def _is_capital(word: str, *, first: bool) -> bool:
    """Whether a word counts as capitalised; a head noun in small letters may open a run."""
    if word.lower() in SMALL_WORDS:
        return False
    return word[0].isupper() or (first and len(word) > 1)


class Stretch(NamedTuple):
    """A run of capitalised words, not yet taken apart: ``text[start:end]`` and its words."""

    start: int
    end: int
    words: list[str]


@lru_cache(maxsize=2)
def find_runs(text: str) -> tuple[Stretch, ...]:
    """All runs of ``text``, their words in lower case; the last texts are remembered.

    >>> [run.words for run in find_runs("in Lima, he said, the Bank of Peru met")]
    [['lima'], ['bank', 'of', 'peru']]
    """
    letters = _LETTERS.findall
    return tuple(
        [
            Stretch(
                start - (text[start - 1 : start] in _OPENING), end, letters(text[start:end].lower())
            )
            for start, end in [match.span() for match in _RUN.finditer(text)]
        ]
    )


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words, commas and quotes of a run.

    >>> [t.low for t in tokens("Ministry of Health, U.S.", 0, 24)]
    ['ministry', 'of', 'health', ',', 'u.s']
    >>> [(t.low, t.possessive) for t in tokens("Mexico’s Senate", 0, 15)]
    [('mexico', True), ('senate', False)]
    """
    found = []
    for match in _TOKEN.finditer(text, start, end):
        full = word = match[0].replace("’", "'")
        possessive = word.endswith(("'s", "'")) and len(word) > 1
        if possessive:
            word = word[: word.rindex("'")]
        found.append(
            Token(
                match.start(),
                match.start() + len(word),
                word.lower().rstrip("."),
                full.lower(),
                _is_capital(word, first=match.start() == start),
                possessive,
            )
        )
    return found
