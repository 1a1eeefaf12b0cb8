"""Regular expressions for company names, built from ``company_forms.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

_UPPER = "A-ZÀ-ÖØ-Þ"
WORD = rf"[{_UPPER}](?:[\w&]|[/-](?=\w)|[’'](?=[{_UPPER}]))*"
_RUN = rf"{WORD}(?:\s(?:(?:&|y|and|of|de|del|la)\s)?{WORD}){{0,5}}"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Each finds a name in its group ``name``."""

    legal: re.Pattern[str]
    last: re.Pattern[str]
    first: re.Pattern[str]
    introduced: re.Pattern[str]
    media: re.Pattern[str]
    ticker: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    forms = tree("company_forms.toml")
    legal = [form for forms_ in forms["legal_forms"].values() for form in forms_]
    return Patterns(
        legal=re.compile(
            rf"(?P<name>(?:{_RUN}|[A-Z0-9][\w&-]*),?[ \xa0](?:{_spelled(map(_legal, legal))})(?![\w-])\.?)"
        ),
        last=re.compile(
            rf"(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,3}}?\s(?:{_spelled((*forms['last_words']['english'], *forms['last_words']['phrases']))}))(?!\w)(?!\s{WORD})"
        ),
        first=re.compile(
            rf"(?P<name>(?:{_spelled(forms['first_words']['spanish'])})\s(?:(?:del?|la|los|y)\s)*{WORD}(?:\s(?:(?:del?|y)\s)?{WORD}){{0,3}})(?!\w)"
        ),
        introduced=_introduced(forms["introductions"]),
        ticker=re.compile(
            rf"(?P<name>{_RUN})[®™]?\s\((?:NASDAQ|Nasdaq|NYSE|BMV|BIVA|TSX|ASX|LSE|TSE|BME|BCS|BVC|HKEX|KRX)\s?:"
        ),
        media=re.compile(
            rf"(?P<name>(?:The\s)?{WORD}(?:\s{WORD}){{0,2}}\s(?:{_spelled(forms['media']['english'])})|(?:El|La)\s(?:{_spelled(forms['media']['spanish'])})\s(?:del?\s)?{WORD})(?!\w)"
        ),
    )


def _introduced(words: dict[str, list[str]]) -> re.Pattern[str]:
    nouns = _spelled((*words["english"], *words["spanish"]))
    lists = _spelled((*words["english_lists"], *words["spanish_lists"]))
    kind = r"(?:[a-záéíóúñ]+\s){0,1}"
    return re.compile(
        rf"\b(?:{nouns}),?\s(?:(?:{kind})(?:{lists})\s(?:the\s|la\s|el\s)?|[“\"«])?(?P<name>{_RUN}(?:,\s{_RUN})*(?:,?\s(?:and|y|e)\s{_RUN})?)(?!\w)"
    )


def _spelled(words: Iterable[str]) -> str:
    return "|".join(w.replace(" ", r"\s") for w in sorted(words, key=len, reverse=True))


def _legal(form: str) -> str:
    """A legal form with optional dots: ``S A de C V`` also reads "S.A. de C.V."."""
    parts = form.split()
    return r"\.?\s?".join(re.escape(p) if len(p) > 1 else p for p in parts)
