"""Regular expressions for company names, built from ``company_forms.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.names.literals import Words
from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

_UPPER = "A-ZÀ-ÖØ-Þ"
WORD = rf"[{_UPPER}](?:[\w&]|[/-](?=\w)|[’'](?=[{_UPPER}]))*"
NAME = rf"{WORD}(?:\s(?:(?:&|y|and|of|de|del|la)\s)?{WORD}){{0,5}}"
_FULL_STOP = r"(?:(?<=[a-z])\.|(?<=\.[A-Z])\.|(?<=\.\s[A-Z])\.)?"
"""Of "Inc." and "C.V.", not of a sentence that ends with "LLC"."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks a capitalised run as the name of a business.

    Attributes:
        words: lower-case words one of which every marked run holds, if it has no dotted form.
        dotted: matches what a legal form with dots has, as "S.A.".
        patterns: rule id → pattern with the name in group ``name``.
        before: lower-case words that introduce a name.
        introduced: matches the words before a name that introduce it.
        ticker: matches the stock exchange after a name.
    """

    words: Words
    dotted: re.Pattern[str]
    patterns: dict[str, re.Pattern[str]]
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
    telling = (*legal, *last, *first, *media["english"], *media["spanish"])
    introductions = forms["introductions"]
    before = Words(
        {word.rsplit(maxsplit=1)[-1] for group in introductions.values() for word in group}
    )
    return Marks(
        words=Words(
            {part.lower() for form in telling for part in form.split()[-1:] if len(part) > 1}
            | {word.lower() for word in first}
        ),
        dotted=re.compile(r"[A-Z]\.\s?[A-Z]\."),
        patterns={
            "legal_form": re.compile(
                rf"(?P<name>(?:{NAME}|[A-Z0-9][\w&-]*),?[ \xa0]"
                rf"(?:{_spelled(map(_legal, legal))})(?![\w-]){_FULL_STOP})"
            ),
            "last_word": re.compile(
                rf"(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,3}}?\s(?:{_spelled(last)}))(?!\w)(?!\s{WORD})"
            ),
            "first_word": re.compile(
                rf"(?P<name>(?:{_spelled(first)})\s(?:(?:del?|la|los|y)\s)*{WORD}(?:\s(?:(?:del?|y)\s)?{WORD}){{0,3}})(?!\w)"
            ),
            "media": re.compile(
                rf"(?P<name>(?:The\s)?{WORD}(?:\s{WORD}){{0,2}}\s(?:{_spelled(media['english'])})"
                rf"|(?:El|La)\s(?:{_spelled(media['spanish'])})\s(?:del?\s)?{WORD})(?!\w)"
            ),
        },
        before=before,
        introduced=_introduced(introductions),
        ticker=re.compile(rf"\((?:{'|'.join(forms['exchanges'])})\s?:"),
    )


def _introduced(words: dict[str, list[str]]) -> re.Pattern[str]:
    nouns = _spelled((*words["english"], *words["spanish"]))
    lists = _spelled((*words["english_lists"], *words["spanish_lists"]))
    return re.compile(
        rf"\b(?i:{nouns})(?:,?\s(?:[a-záéíóúñ]+\s)?(?:{lists})\s(?:the\s|la\s|el\s)?|\s)[“\"«]?$"
    )


def _spelled(words: Iterable[str]) -> str:
    return "|".join(w.replace(" ", r"\s") for w in sorted(words, key=len, reverse=True))


def _legal(form: str) -> str:
    """A legal form with optional dots: ``S A de C V`` also reads "S.A. de C.V."."""
    parts = form.split()
    return r"\.?\s?".join(re.escape(p) if len(p) > 1 else p for p in parts)
