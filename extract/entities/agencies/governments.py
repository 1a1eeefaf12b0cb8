"""Governments, embassies and foreign ministries named with their country (guidelines §1).

"Government of Mexico", "Mexican Government" and "Bush Administration" stand for the country: their
ref is ``@MX``, ``@US``. "the governments of Japan and Mexico" names no one body.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.mentions import Mention
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STATE = r"(?:(?:Democratic|Socialist|People['’]s|Federal|Federative|Islamic|Arab|Bolivarian|Co-operative|Plurinational|United|Hashemite|Republic|Kingdom|Commonwealth|State|States|República|Reino|Estado|Plurinacional|Bolivariana|Federal|Popular|Democrática|Árabe|Islámica|Unidos|Federativa|Oriental|of|the|de|del|la|los|el)\s+){0,6}"
_BEFORE = re.compile(
    rf"\b(?P<head>(?:Royal\s+)?[Gg]overnment|GOVERNMENT|[Gg]obierno|GOBIERNO|[Ee]mbassy|[Ee]mbajada|[Cc]onsulado|[Cc]onsulate|[Ss]enado|[Pp]arliament|[Pp]arlamento)\s+(?:of|OF|de|del|DE)\s+(?:(?:the|la|los|el|las)\s+)?{_STATE}$"
)
_AFTER = re.compile(
    r"(?:\s+(?:Federal|federal))?\s+(?P<head>(?:Royal\s+)?[Gg]overnment|GOVERNMENT|[Ee]mbassy|[Cc]onsulate)\b(?!-)(?:\s+in\s+(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)?))?"
    r"|['’]s\s+(?P<own>Government)\b"
)
_ADJECTIVE = re.compile(
    r"\b(?P<head>[Gg]obierno|[Cc]ancillería|[Ee]mbajada|[Cc]ongreso|[Ss]enado|[Ee]jército|[Pp]arlamento|[Cc]onsulado)(?:\s+[Ff]ederal)?\s+$"
)
_ADMINISTRATION = re.compile(r"dministration\b")
_GOBIERNO = re.compile(r"obierno\b(?<=[Gg]obierno)")
_REGIONAL = re.compile(
    r"overnment\s+of\s+(?:the\s+)?(?:State\s+of\s+|Province\s+of\s+)?[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+){0,2}"
    r"(?<![.,])"
)
_HEADED = re.compile(r"\b(?:[Hh]eads?\sof|[Jj]ef[ea]s?\sde|[Ff]orma\sde)\s$")
_REACH = 90
_ENDINGS = (
    "ano",
    "ana",
    "ense",
    "és",
    "esa",
    "ino",
    "ina",
    "eño",
    "eña",
    "aco",
    "aca",
    "co",
    "ca",
    "án",
    "ana",
    "í",
    "ol",
    "ola",
)
_GOVERNMENTS = frozenset({"government", "gobierno"})


def find_governments(text: str, countries: Sequence[Mention]) -> Iterator[Mention]:
    """AGENCY mentions around the COUNTRY mentions of ``text``, and named administrations."""
    for country in countries:
        found = _around(text, country)
        if found is not None:
            yield found
    yield from _named(text)


def _around(text: str, country: Mention) -> Mention | None:
    before = _BEFORE.search(text, max(0, country.start - _REACH), country.start)
    if before is not None and not _HEADED.search(text, max(0, before.start() - 12), before.start()):
        return _mention(text, before.start("head"), country.end, before["head"], country)
    after = _AFTER.match(text, country.end)
    if after is not None and text[country.start].isupper():
        start = country.start
        return _mention(text, start, after.end(), after["head"] or after["own"], country)
    if _is_adjective(text[country.start : country.end]):
        adjective = _ADJECTIVE.search(text, max(0, country.start - 30), country.start)
        if adjective and not _HEADED.search(
            text, max(0, adjective.start() - 12), adjective.start()
        ):
            return _mention(text, adjective.start("head"), country.end, adjective["head"], country)
    return None


def _is_adjective(name: str) -> bool:
    """Whether a Spanish adjective, capitalised by mistake at times ("gobierno Danés")."""
    return name[0].islower() or name.endswith(_ENDINGS)


def _mention(text: str, start: int, end: int, head: str, country: Mention) -> Mention:
    government = head.lower().removeprefix("royal ") in _GOVERNMENTS
    return Mention(
        Label.AGENCY, start, end, rule=f"agency.{'government' if government else 'national'}",
        ref=f"@{country.country}" if government else None,
    )  # fmt: skip


@cache
def _leaders() -> tuple[re.Pattern[str], dict[str, str]]:
    leaders = {
        name: code
        for code, names in tree("agency_context.toml")["governments"]["administrations"].items()
        for name in names
    }
    spelled = "|".join(sorted(leaders, key=len, reverse=True))
    return re.compile(rf"\b(?P<leader>{spelled})(?:['’]s)?\s+[Aa]$"), leaders


@cache
def short_forms() -> dict[str, str]:
    """Abbreviations of governments, as GoSL, with the country each stands for."""
    return dict(tree("agency_context.toml")["governments"]["short"])


@cache
def _regions() -> re.Pattern[str]:
    states = tree("agency_context.toml")["states"].values()
    spelled = "|".join(sorted((s for names in states for s in names), key=len, reverse=True))
    return re.compile(rf"\s+del?\s+(?:la\s+)?(?:[Ee]stado\s+de\s+)?(?P<state>{spelled})\b")


def _named(text: str) -> Iterator[Mention]:
    """Administrations by their leader, governments of the parts of a federation."""
    before, leaders = _leaders()
    for match in _ADMINISTRATION.finditer(text):
        leader = before.search(text, max(0, match.start() - _REACH), match.start())
        if leader is not None:
            ref = f"@{leaders[leader['leader']]}"
            yield Mention(Label.AGENCY, leader.start(), match.end(), "agency.government", ref=ref)
    for match in _GOBIERNO.finditer(text):
        state = _regions().match(text, match.end())
        if state is not None:
            ref = f"Gobierno de {state['state']}"
            yield Mention(Label.AGENCY, match.start() - 1, state.end(), "agency.regional", ref=ref)
    for match in _REGIONAL.finditer(text):
        if text[match.start() - 1 : match.start()] == "G":
            yield Mention(Label.AGENCY, match.start() - 1, match.end(), "agency.regional")
