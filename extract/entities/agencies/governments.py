"""Governments, embassies and foreign ministries named with their country (guidelines §1).

"Government of Mexico", "Mexican Government" and "Bush Administration" stand for the country: their
ref is ``@MX``, ``@US``. "the governments of Japan and Mexico" names no one body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.agencies.regional import find_regional, is_headed
from extract.entities.mentions import Mention
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PORTFOLIOS = (
    "agriculture|commerce|culture|defen[cs]e|economy|education|energy|finance|foreign|health|home"
    "|interior|justice|labou?r|oil|power|tourism|trade|transport|water"
)
_MINISTRY = re.compile(r" ministry\b")
_TITLED = re.compile(rf"\b(?=[A-Z])(?i:{_PORTFOLIOS})$")
_AFTER = re.compile(
    r"(?:\s+[Ff]ederal)?\s+(?P<head>[Gg]overnment|GOVERNMENT|[Cc]entral\s[Bb]ank(?!\s[Dd]igital)"
    rf"|(?i:{_PORTFOLIOS})\s[Mm]inistry"
    r"|(?:[Ee]mbassy|[Cc]onsulate)(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"|armed\sforces|army|navy|air\sforce|coast\sguard|national\spolice|parliament|congress|senate"
    r"|supreme\scourt)\b(?!-)"
    r"|['’]s\s+(?P<own>Government)\b"
)
_ADJECTIVE = re.compile(
    r"\b(?P<head>[Gg]obierno|[Cc]ancillería|[Ee]mbajada|[Cc]ongreso|[Ss]enado|[Ee]jército"
    r"|[Pp]arlamento|[Cc]onsulado|[Bb]anco\s[Cc]entral|[Ff]uerzas\s[Aa]rmadas|[Ff]uerza\s[Aa]érea"
    r"|[Aa]rmada|[Mm]arina|[Pp]olicía|[Ff]iscalía|federación)(?:\s+[Ff]ederal)?\s+$"
)
_SEAT = re.compile(r"\s+en\s+(?:la\s+|el\s+)?[A-ZÀ-Þ]\w+(?:\s(?:de\s(?:la\s)?)?[A-ZÀ-Þ]\w+)?")
_ADMINISTRATION = re.compile(r"dministration\b")
_ADMINISTRACION = re.compile(r"dministración\b")
_ENDINGS = ("ano", "ana", "ense", "és", "esa", "ino", "ina", "eño", "eña", "aco", "aca", "co",
            "ca", "án", "í", "ol", "ola")  # fmt: skip
"""Of Spanish adjectives, which are capitalised by mistake at times ("gobierno Danés")."""
_GOVERNMENTS = frozenset({"government", "gobierno", "gobierno federal", "royal government"})
_REACH = 90
"""How far before its country a head noun may stand, in characters."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What ``agency_context.toml`` says of governments.

    Attributes:
        before: matches a head noun and "of" before a country.
        leader: matches a leader before "administration".
        led: matches a leader after "administración (de)".
        leaders: leader → country.
    """

    before: re.Pattern[str]
    leader: re.Pattern[str]
    led: re.Pattern[str]
    leaders: dict[str, str]


@cache
def _words() -> _Words:
    data = tree("agency_context.toml")
    governments = data["governments"]
    leaders = {n: code for code, names in governments["administrations"].items() for n in names}
    forms = "|".join((*governments["forms_of_state"], "of", "the", "de", "del", "la", "los", "el"))
    return _Words(
        before=re.compile(
            r"\b(?P<head>(?:Royal\s+)?[Gg]overnment|GOVERNMENT|[Gg]obierno(?:\s[Ff]ederal)?|GOBIERNO|[Ee]mbassy"
            r"|[Ee]mbajada|[Cc]onsulado|[Cc]onsulate|[Ss]enado|[Pp]arliament|[Pp]arlamento"
            r"|[Bb]anco\s[Cc]entral|[Cc]entral\s[Bb]ank)"
            rf"\s+(?:of|OF|de|del|DE)\s+(?:(?:{forms})\s+){{0,7}}$"
        ),
        leader=re.compile(rf"\b(?P<leader>{_longest_first(leaders)})(?:['’]s)?\s+[Aa]$"),
        led=re.compile(
            rf"\s(?:de\s)?(?:[A-Z]\w+\s)?(?P<leader>{_longest_first(leaders)})\b(?!\s[A-Z])"
        ),
        leaders=leaders,
    )


def _longest_first(words: Sequence[str] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def short_forms() -> dict[str, str]:
    """Abbreviations of governments, as GoSL, with the country each stands for."""
    return dict(tree("agency_context.toml")["governments"]["short"])


def find_governments(text: str, countries: Sequence[Mention]) -> Iterator[Mention]:
    """AGENCY mentions around the COUNTRY mentions of ``text``, and named administrations."""
    for country in countries:
        found = _around(text, country)
        if found is not None:
            yield found
    yield from _of_leaders(text)
    yield from find_regional(text)
    for match in _MINISTRY.finditer(text):
        field = _TITLED.search(text, max(0, match.start() - 12), match.start())
        if field is not None:
            yield Mention(Label.AGENCY, field.start(), match.end(), "agency.national")


def _around(text: str, country: Mention) -> Mention | None:
    low = max(0, country.start - _REACH)
    before = _words().before.search(text, low, country.start)
    if before is not None and not is_headed(text, before.start()):
        return _mention(before.start("head"), country.end, before["head"], country)
    after = _AFTER.match(text, country.end)
    if after is not None and text[country.start].isupper():
        return _mention(country.start, after.end(), after["head"] or after["own"], country)
    if _is_adjective(text[country.start : country.end]):
        noun = _ADJECTIVE.search(text, low, country.start)
        if noun is not None and not is_headed(text, noun.start()):
            end = _seat(text, noun["head"], country.end)
            return _mention(noun.start("head"), end, noun["head"], country)
    return None


def _seat(text: str, head: str, end: int) -> int:
    """End of an embassy's name with where it is: "embajada chilena **en Panamá**"."""
    seat = _SEAT.match(text, end) if head.lower() in ("embajada", "consulado") else None
    return seat.end() if seat else end


def _is_adjective(name: str) -> bool:
    return name[0].islower() or name.endswith(_ENDINGS)


def _mention(start: int, end: int, head: str, country: Mention) -> Mention:
    if " ".join(head.lower().split()) in _GOVERNMENTS:
        ref = f"@{country.country}"
        return Mention(Label.AGENCY, start, end, rule="agency.government", ref=ref)
    return Mention(Label.AGENCY, start, end, rule="agency.national")


def _of_leaders(text: str) -> Iterator[Mention]:
    words = _words()
    for match in _ADMINISTRATION.finditer(text):
        leader = words.leader.search(text, max(0, match.start() - _REACH), match.start())
        if leader is not None:
            ref = f"@{words.leaders[leader['leader']]}"
            yield Mention(Label.AGENCY, leader.start(), match.end(), "agency.government", ref=ref)
    for match in _ADMINISTRACION.finditer(text):
        leader = words.led.match(text, match.end())
        if leader is not None:
            ref, start = f"@{words.leaders[leader['leader']]}", match.start() - 1
            yield Mention(Label.AGENCY, start, leader.end(), "agency.government", ref=ref)
