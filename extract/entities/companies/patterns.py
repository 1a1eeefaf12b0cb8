"""Regular expressions for company names, built from ``company_forms.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import Words
from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

_UPPER = "A-ZÀ-ÖØ-Þ"
WORD = rf"[{_UPPER}](?:[\w&]|[/-](?=\w)|[’'](?=[{_UPPER}])|\.(?=com\b))*"
_NAME = rf"{WORD}(?:[ \xa0\n](?:(?:&|y|and|of|de|del|la)\s)?{WORD}){{0,5}}?"
_PARTS = frozenset({"Office", "Offices", "Branch", "Division", "Subsidiary", "Shares"})
"""What a business has: "Head Office of Acme Ltd"."""
_NAMING = frozenset({"First", "One", "Next"})
"""Numerals that names open with, too: "First Solar"."""
_ADDRESS = re.compile(r"(?:M/[sS]|Messrs)\.?\s")
_OFFICE = re.compile(r"(?P<title>[A-Z]\w+)\s(?:of|at|and|de|del|y)\s(?=[A-ZÀ-Þ])")
_LAST = ("Ltd", "Limited", "LLC", "Inc", "PLC", "KG", "Bhd")
"""Second parts of double legal forms: "Corporation Limited", "Co. KG"."""
NAME = rf"{WORD}(?:\s(?:(?:&|y|and|of|de|del|la)\s)?{WORD}){{0,5}}"
_STATES = "NV|CO|MA|SE|AB|AG|Co|LA"
"""After a comma, states and the like, no legal forms: "Las Vegas, NV"."""
_FULL_STOP = (
    r"(?:(?<=Inc|Ltd|Pvt|Pty|Pte|Bhd)\.|(?<=Co)\.|(?<=Corp|Ltda)\.|(?<=\.[A-Z])\."
    r"|(?<=\.\s[A-Z])\.)?"
)
"""Of "Inc." and "C.V.", not of a sentence that ends with "LLC" or "Limited"."""
_PRIVATE = r"(?:\(?(?:Pvt|Private|Pte|Pty|P)\.?\)?\.?[ \xa0])?"


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks a capitalised run as the name of a business.

    Attributes:
        words: lower-case words one of which every marked run holds, if it has no dotted form.
        dotted: match what a legal form with dots or brackets has: "S.A.", "(Pvt) Ltd".
        patterns: rule id → pattern with the name in group ``name``.
        telling: rule id → lower-case words one of which every match of its pattern holds.
        before: lower-case words that introduce a name.
        introduced: matches the words before a name that introduce it.
        ticker: matches the stock exchange after a name.
    """

    words: Words
    dotted: tuple[re.Pattern[str], ...]
    patterns: dict[str, re.Pattern[str]]
    telling: dict[str, frozenset[str]]
    before: Words
    introduced: re.Pattern[str]
    ticker: re.Pattern[str]


@cache
def marks() -> Marks:
    """The marks, compiled once."""
    forms = tree("company_forms.toml")
    legal = [form for group in forms["legal_forms"].values() for form in group]
    last = (*forms["last_words"]["english"], *forms["last_words"]["phrases"])
    first, media = forms["first_words"]["spanish"], forms["media"]
    weak = forms["last_words"]["weak"]
    telling = (*legal, *last, *weak, *first, *media["english"], *media["spanish"])
    introductions = forms["introductions"]
    before = Words({_spaced(word) for group in introductions.values() for word in group})
    return Marks(
        words=Words(
            {part.lower() for form in telling for part in form.split()[-1:] if len(part) > 1}
            | {word.lower() for word in first}
        ),
        dotted=(
            re.compile(r"\.(?<=[A-Z]\.)\s?[A-Z]\."),
            re.compile(r"\((?:Pvt|Private|Pte|Pty|P)\.?\)\s(?=L)"),
        ),
        patterns={
            "legal_form": re.compile(
                rf"(?P<name>(?:{_NAME}|[A-Z0-9][\w&-]*)(?:\s\d{{1,4}})?(?:\s\([A-Z][\w ]+\))?"
                rf"(?:,(?!\s(?:{_STATES})(?![\w.])))?[ \xa0]{_PRIVATE}"
                rf"(?:{_forms(legal)})(?![\w-])(?:{_FULL_STOP},?\s{_PRIVATE}(?:{_forms(_LAST)})(?![\w-]))?{_FULL_STOP})"
            ),
            "last_word": re.compile(
                rf"(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,3}}?\s(?:{_spelled(last)}))(?!\w)(?!\s{WORD})"
            ),
            "weak": re.compile(
                rf"(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,2}}?\s(?:{_spelled(weak)}))(?!\w)(?!\s{WORD})"
            ),
            "first_word": re.compile(
                rf"(?P<name>(?:{_spelled(first)})\s(?:(?:del?|la|los|y)\s)*{WORD}(?:\s(?:(?:del?|y(?!\s(?:{_spelled(first)})\s))\s)?{WORD}){{0,3}})(?!\w)"
            ),
            "media": re.compile(
                rf"(?P<name>(?:The\s)?{WORD}(?:\s{WORD}){{0,2}}\s(?:[A-Z]\w+-)?(?:{_spelled(media['english'])})(?:[-\s](?:{_spelled(media['english_tails'])}))?"
                rf"|(?:El|La)\s(?:{_spelled(media['spanish'])})\s(?:del?\s)?{WORD})(?!\w)"
            ),
        },
        telling={
            "last_word": _last_parts(last),
            "weak": _last_parts(weak),
            "first_word": _last_parts(first),
            "media": _last_parts((*media["english"], *media["spanish"])),
        },
        before=before,
        introduced=_introduced(introductions),
        ticker=re.compile(rf"\((?:{'|'.join(forms['exchanges'])})\s?:"),
    )


def _spaced(words: str) -> str:
    """Words as they stand in a padded text."""
    return words.lower().replace("-", " ")


def _last_parts(forms: Iterable[str]) -> frozenset[str]:
    """The last word of each form as it stands in a padded text."""
    return frozenset(_spaced(form).split()[-1] for form in forms)


def _forms(legal: Iterable[str]) -> str:
    return _spelled(map(_legal, legal))


def _introduced(words: dict[str, list[str]]) -> re.Pattern[str]:
    nouns = _spelled((*words["english"], *words["spanish"]))
    lists = _spelled((*words["english_lists"], *words["spanish_lists"]))
    return re.compile(
        rf"\b(?i:{nouns})(?:,?\s(?:[a-záéíóúñ]+\s)?(?:{lists})\s(?:the\s|la\s|el\s)?|\s)[“\"«]?$"
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words that cannot open one: "The", "However", "Executive Officer of".

    >>> text = "However, Chief Executive Officer of Acme Inc."
    >>> text[slice(*trimmed(text, 9, len(text)))]
    'Acme Inc.'
    """
    words = lexicon()
    address = _ADDRESS.match(text, start, end)
    start = address.end() if address else start
    for office in _OFFICE.finditer(text, start, end):
        if office["title"].lower() in words.titles or office["title"] in _PARTS:
            start = office.end()
    while True:
        first, _, rest = text[start:end].partition(" ")
        following = rest.partition(" ")[0].lower()
        if not rest or not (words.opens(first.lower(), following) or first.lower() in words.titles):
            return start, end
        if first in _NAMING or (first.isupper() and len(first) > 1 and not rest.isupper()):
            return start, end
        start = end - len(rest)


@cache
def _groups() -> re.Pattern[str]:
    words = tree("company_forms.toml")["groups"]
    english, spanish = "|".join(words["english"]), "|".join(words["spanish"])
    return re.compile(rf"(?:{english})\sGroup$|^Grupo\s(?:{spanish})\b")


def is_group(name: str) -> bool:
    """Whether a name is of a group of businesses, with a country or without.

    >>> is_group("Mexico Solar Group"), is_group("Mexico Working Group")
    (True, False)
    """
    return _groups().search(name) is not None


@cache
def word_set(section: str) -> frozenset[str]:
    """The words of a section of ``company_forms.toml`` in both languages, in lower case."""
    lists = tree("company_forms.toml")[section]
    return frozenset(word.lower() for words in lists.values() for word in words)


def _spelled(words: Iterable[str]) -> str:
    return "|".join(w.replace(" ", r"\s") for w in sorted(words, key=len, reverse=True))


def _legal(form: str) -> str:
    """A legal form with optional dots: ``S A de C V`` also reads "S.A. de C.V."."""
    parts = form.split()
    return r"\.?\s?".join(re.escape(p) if len(p) > 1 else p for p in parts)
