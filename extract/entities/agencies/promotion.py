"""Agencies named by what they do and their country: "InvestChile", "Global Affairs Canada"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.mentions import Mention
from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_REACH = 40
_FIELDS = re.compile(r"(?<![\w.’'-])(?P<fields>(?:[A-Z][a-z]+ ){1,3})$")
_GOES_ON = re.compile(r"\s[A-ZÀ-Þ]|['’]s\s[A-Z]|-")


def find_promotion(text: str, countries: Sequence[Mention]) -> Iterator[Mention]:
    """AGENCY mentions of agencies that bear their country as a second word or syllable."""
    for match in _prefixed().finditer(text):
        if match["verb"] or nation_of(match["place"].capitalize()):
            yield Mention(Label.AGENCY, *match.span(), rule="agency.promotion")
    for country in countries:
        if text[country.start : country.end] in _styled() and not _GOES_ON.match(text, country.end):
            before = _FIELDS.search(text, max(0, country.start - _REACH), country.start)
            if before is not None and _are_fields(before["fields"]):
                yield Mention(Label.AGENCY, before.start(), country.end, rule="agency.promotion")


def _are_fields(words: str) -> bool:
    lex = lexicon()
    lows = words.lower().split()
    named = any(lex.is_field(word) and word not in lex.levels for word in lows)
    return named and all(lex.is_field(word) or word in lex.levels for word in lows)


@cache
def _prefixed() -> re.Pattern[str]:
    """Matches "ProChile", "PROCOLOMBIA", "Invest Pacific" at a word's start."""
    data = tree("agency_context.toml")["promotion"]
    glued = sorted({form for word in data["prefixes"] for form in (word, word.upper())})
    first = "".join(sorted({word[0] for word in (*glued, *data["verbs"])}))
    return re.compile(  # starts with one character class: the search skips to those
        rf"[{first}](?<![\w@./-].)(?:(?:{_rests(glued)})-?(?P<place>[A-ZÁÉÍÓÚ][\wÁÉÍÓÚáéíóú]{{2,}})"
        rf"|(?P<verb>{_rests(data['verbs'])})\s(?P<region>[A-Z][a-z]+)(?!\s[A-Z]))(?![\w@-])"
    )


def _rests(words: Iterable[str]) -> str:
    """A pattern of ``words`` after their first letters."""
    return "|".join(f"(?<={word[0]}){word[1:]}" for word in words)


@cache
def _styled() -> frozenset[str]:
    """Countries that name their agencies so."""
    return frozenset(tree("agency_context.toml")["promotion"]["countries"])
