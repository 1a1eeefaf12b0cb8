"""Governments and assemblies of regions, towns and their leaders (guidelines §1).

"Gobierno de Jalisco", "ayuntamiento capitalino", "gobierno municipal de Cali", "Government of
Punjab": bodies of their own, named by their place, its adjective or who leads them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.companies.patterns import word_set
from extract.entities.mentions import Mention
from extract.entities.names.literals import Words
from extract.entities.names.runs import find_runs
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = r"[A-ZÀ-Þ]\w+"
_PLACE = rf"{_CAPITAL}(?:\s(?:del?\s(?:la\s|los\s)?)?{_CAPITAL}){{0,3}}"
_LEVEL = (
    r"(?i:regional|municipal|provincial|departamental|estatal|distrital|autónomo|autonómico|local)"
)
_GOBIERNO = re.compile(r"obierno\b(?<=[Gg]obierno)")
_OF_PLACE = re.compile(rf"\s{_LEVEL}\sdel?\s(?:la\s|los\s)?{_PLACE}")
_OWN = re.compile(
    r"\s+(?:del\s+Estado|(?i:estatal|municipal|departamental|regional))\b(?!\s+(?:de|en)\s)"
)
_OF_LEADER = re.compile(
    rf"\sde(?:l\s(?:presidente|gobernador|alcalde))?\s(?P<first>{_CAPITAL})(?:\s{_CAPITAL}){{1,3}}"
)
_EXECUTIVE = re.compile(r"jecutivo\s+(?i:estatal|federal|municipal|comunitario)\b")
_POWER = re.compile(r"(?:\b[Tt]itular\sdel|\b[Jj]ef[ea]\sdel|\bPoder)\s$")
_HEADED = re.compile(r"\b(?:[Hh]eads?\sof|[Jj]ef[ea]s?\sde|[Ff]orma\sde)\s$")
_ENGLISH = re.compile(
    r"overnment\s+of\s+(?:the\s+)?(?:State\s+of\s+|Province\s+of\s+)?[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+){0,2}"
)
_HOUSE = re.compile(
    r"\b(?P<noun>[Gg]obierno|[Aa]yuntamiento|[Cc]ongreso|[Cc]abildo|[Ll]egislatura|[Pp]arlamento)\s$"
)
_REACH = 14


def find_regional(text: str) -> Iterator[Mention]:
    """AGENCY mentions of governments below the nation, and of those named by a leader."""
    for match in _GOBIERNO.finditer(text):
        if not is_headed(text, match.start() - 1):
            yield from _spanish(text, match.start() - 1, match.end())
    for match in _EXECUTIVE.finditer(text):
        start = match.start() - 1
        power = _POWER.search(text, max(0, start - _REACH), start)
        if text[start : match.start()] == "E" and power is None:
            yield Mention(Label.AGENCY, start, match.end(), "agency.regional")
    for match in _ENGLISH.finditer(text):
        if text[match.start() - 1 : match.start()] == "G":
            yield Mention(Label.AGENCY, match.start() - 1, match.end(), "agency.regional")
    yield from _by_adjective(text)


def is_headed(text: str, start: int) -> bool:
    """Whether the government is its head's or a form of it: "jefe de gobierno italiano"."""
    return _HEADED.search(text, max(0, start - _REACH), start) is not None


def _spanish(text: str, start: int, end: int) -> Iterator[Mention]:
    """What goes on after "gobierno", which stands at ``text[start:end]``."""
    state = _states().match(text, end)
    if state is not None:
        ref = f"Gobierno de {state['state']}"
        yield Mention(Label.AGENCY, start, state.end(), "agency.regional", ref=ref)
        return
    place, leader = _OF_PLACE.match(text, end), _OF_LEADER.match(text, end)
    own = _OWN.match(text, end) if text[start] == "G" else None
    if place is not None:
        yield Mention(Label.AGENCY, start, place.end(), "agency.regional")
    elif own is not None:
        yield Mention(Label.AGENCY, start, own.end(), "agency.regional")
    elif leader is not None and leader["first"].lower() in word_set("given_names"):
        yield Mention(Label.AGENCY, start, leader.end(), "agency.leader")


def _by_adjective(text: str) -> Iterator[Mention]:
    for start, end in _adjectives().find(find_runs(text).padded):
        noun = _HOUSE.search(text, max(0, start - _REACH), start)
        if noun is not None and text[start].islower():
            yield Mention(Label.AGENCY, noun.start(), end, "agency.regional")


@cache
def _states() -> re.Pattern[str]:
    """Matches "de(l) (Estado de) X" of a part of a federation."""
    names = [name for names in tree("agency_context.toml")["states"].values() for name in names]
    longest_first = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(rf"\s+del?\s+(?:la\s+)?(?:[Ee]stado\s+de\s+)?(?P<state>{longest_first})\b")


@cache
def _adjectives() -> Words:
    """Adjectives of regions and of capitals."""
    return Words(tree("agency_context.toml")["demonyms"]["spanish"])
