"""The words that dates are written with, read from the resources, by language.

Each class of words has a one-letter code; a stretch of text becomes a string of such codes, and
the grammar (:mod:`extract.entities.dates.grammar`) is written in them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates.tries import trie_pattern
from extract.entities.dates.year_words import year_words
from extract.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = int | str | tuple[int, ...]

CODES = {
    "day": "T", "tomorrow": "j", "lastnight": "l", "daypart": "O",
    "past": "P", "next": "F", "this": "C", "same": "J",
    "unit": "U", "units": "V", "edge": "E", "within": "Q", "yearend": "K",
    "ordinal": "o", "number": "c", "article1": "u", "decade": "D", "tens": "z",
    "fiscal": "X", "fiscalyear": "G",
    "of": "f", "from": "m", "on": "n", "article": "t", "to": "r", "and": "&", "between": "b",
    "since": "S", "until": "p", "before": "<", "after": "4", "onward": "+", "repeat": "e",
    "second": "2", "rest": "Z", "ago": "g", "since_ago": "h", "hence": ">", "ahead": "i",
    "month": "M", "weekday": "W", "season": "s", "holiday": "H",
    "risky month": "a", "risky weekday": "w",
}  # fmt: skip
"""Class of words (``dates.tsv``, ``calendar.tsv``, ``holidays.tsv``) → its letter."""

_ANCHORS = frozenset("TjlUVKDGMWsHawOY")
"""Codes without which there is no date: only where one stands is the text looked at."""

_PROPER = {"en": frozenset(("may", "march", "august", "mar", "dec", "mon", "wed", "sat", "sun"))}
ROMAN = {
    roman: number
    for number, roman in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
         "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII"), 1,
    )
}  # fmt: skip
"""Roman numerals, in capitals, of months, parts of a year and centuries."""


class Word(NamedTuple):
    """What a word means: its code, and the number or name it stands for."""

    code: str
    value: Value


@dataclass(slots=True)
class Lexicon:
    """The words of one language.

    Attributes:
        words: single words in lower case.
        phrases: first word of a phrase → pattern of all phrases that begin with it.
        meanings: phrase in lower case, single spaces → its meaning.
        anchors: words and phrases that announce a date.
        short: abbreviations, which a full stop belongs to.
        proper: words that are dates only with a capital (English "may", "march").
        vocabulary: every word that stands in an entry.
    """

    words: dict[str, Word] = field(default_factory=dict)
    phrases: dict[str, re.Pattern[str]] = field(default_factory=dict)
    meanings: dict[str, Word] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    proper: frozenset[str] = frozenset()
    vocabulary: set[str] = field(default_factory=set)


def entries(language: str) -> Iterator[tuple[str, str, str]]:
    """All (class, value, word or phrase) of a language, from the three tables."""
    for row in table("dates.tsv"):
        yield from ((row["class"], row["value"], w) for w in _variants(row[language]))
    for row in table("calendar.tsv"):
        kind, number = row["kind"], row["number"]
        for column in (language, f"{language}_short"):
            yield from ((kind, number, w) for w in _variants(row[column]))
        yield from ((f"risky {kind}", number, w) for w in _variants(row[f"{language}_risky"]))
    for row in table("holidays.tsv"):
        yield from (("holiday", row["rule"], w) for w in _variants(row[language]))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``en`` or ``es``, built at first use.

    >>> lexicon("es").words["abril"]
    Word(code='M', value=4)
    """
    found = Lexicon(proper=_PROPER.get(language, frozenset()))
    heads: dict[str, list[str]] = {}
    for row in table("calendar.tsv"):
        for column in (f"{language}_short", f"{language}_risky"):
            found.short.update(s for w in _variants(row[column]) for s in _spellings(w))
    for kind, value, text in entries(language):
        word = Word(CODES[kind], int(value) if re.fullmatch(r"-?\d+", value) else value)
        for variant in _spellings(text.lower()):
            _enter(found, heads, variant, word)
    if language == "es":  # el II trimestre; English has no such ordinals
        found.vocabulary.update(map(str.lower, ROMAN))
    for text, number in year_words(language):
        _enter(found, heads, text, Word("Y", number))
    for head, phrases in heads.items():
        pattern = trie_pattern(sorted(phrases)).replace(" ", r"\s{1,3}").replace("'", "['’]")
        found.phrases[head] = re.compile(rf"(?:{pattern})(?![^\W_])")
    return found


def _enter(found: Lexicon, heads: dict[str, list[str]], text: str, word: Word) -> None:
    if re.fullmatch(r"[^\W\d_]+", text):
        found.words.setdefault(text, word)
    else:
        head = re.match(r"[^\W\d_]+|\S", text)
        if head:
            heads.setdefault(head[0], []).append(text)
        found.meanings.setdefault(normalised(text), word)
    found.vocabulary.update(text.split())
    if word.code in _ANCHORS:
        found.anchors.add(text)


def normalised(phrase: str) -> str:
    """A phrase as the lexicon keys it: lower case, single spaces, straight apostrophes."""
    return re.sub(r"\s+", " ", phrase.lower().replace("’", "'"))


def _variants(cell: str) -> Iterable[str]:
    return filter(None, cell.split("|"))


def _spellings(word: str) -> set[str]:
    """The words, each with and without its acute accents, as hurried Spanish is typed."""
    return {" ".join(words) for words in product(*({w, _plain(w)} for w in word.split(" ")))}


def _plain(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c != "\u0301")
    return unicodedata.normalize("NFC", bare)
