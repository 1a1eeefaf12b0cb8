r"""Runs of capitalised words: the stretches of text that a name can be made of.

A run is what the pattern takes at a time: capitalised words with the small words, commas and
quotes that may stand between them. A blank line or the end of a sentence ends it, a line break
does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_WORD = (
    rf"(?:(?:[A-Z]\.\ ?){{1,3}}[A-Z]\.(?:-[{_UPPER}]\w+)?(?:['’]s\b)?"  # U.S., U. S., U.S.-Libya
    rf"|(?:[{_UPPER}]|St|Dr|Mt|Ft|Sta|Sto|Ma|Ing|Lic|Gral)\.(?=\s[{_UPPER}])"
    rf"|[{_UPPER}][^\W_]*(?:(?:[-/&–]|['’](?=[{_UPPER}]))[^\W_]+)*(?:['’](?:s\b)?)?)"
)
_SMALL = (
    r"(?:of|for|and|the|on|in|to|against|at|de|del|la|las|los|el|y|e|para|en|contra|sobre|por|a|al|"
    r"da|do|dos|das|des|du|der|van|von|und|OF|DE)"
)
_SMALL_WORDS = frozenset(
    """of for and the on in to against at with de del la las los el y e para en contra sobre por
    al""".split()
)
_BREAK = r"(?:[ \t\xa0]+(?:\n[ \t]*)?|\n[ \t]*)"
_RUN = re.compile(
    rf"(?<![\w@#/.-])[\"“«]?{_WORD}(?:,?{_BREAK}(?:(?:{_SMALL}|&){_BREAK}){{0,3}}[\"“«]?{_WORD}[\"”»]?)*"
)
_TOKEN = re.compile(rf"{_WORD}|[a-záéíóúñ]+|&|,|[\"“«”»]")


@dataclass(frozen=True, slots=True)
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
    if word.lower() in _SMALL_WORDS:
        return False
    return word[0].isupper() or (first and len(word) > 1)


def find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of all runs of ``text``."""
    for match in _RUN.finditer(text):
        yield match.span()


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
            )  # fmt: skip
        )
    return found
