"""What looks like an institution's name and is none: titles, parties, firms (guidelines §1)."""

from __future__ import annotations

import re
from functools import cache

from extract.entities.companies.gazetteer import firms
from extract.entities.companies.patterns import is_group
from extract.entities.names.lexicon import lexicon
from extract.resources import tree

_TITLE = re.compile(
    r"\b(?:(?:[Uu]nder|[Dd]eputy|[Aa]ssistant|[Pp]rime)[ -]?)?"
    r"(?:[Mm]inisters?|[Ss]ecretar(?:y|ies)|[Mm]inistr[oa]s?|(?:[Ss]ub)?[Ss]ecretari[oa]s?|[Vv]iceministr[oa])"
    r"(?:\s[Gg]eneral)?\s+(?:of|for|de|del)\s+(?:the\s+|la\s+|los\s+|las\s+)?$"
)
_BODY = re.compile(
    r"\b(?:Ministry|Department|Commission|Council|Secretariat|Agency|Institute|Committee|Office|Board|University"
    r"|Ministerio|Secretaría|Comisión|Consejo|Instituto|Comité|Oficina|Junta|Universidad|Departamento"
    r"|Senate|Senado|Congress|Congreso|Cámara|Chamber|Authority|Union|Unión|Association|Asociación"
    r"|Federation|Federación|Sindicato|Organi[sz]ation|Organización|Bank|Banco|Ayuntamiento|Gobierno|Government)\b"
)
_PARTY = re.compile(r"\bPartido\s+(?:del?\s+(?:la\s+)?)?$")
_GOES_ON = re.compile(r"\s+(?:[A-Z]|appropriations|bills?|budget|spending|policy|issues|matters)")
_STUDY = re.compile(r"Administration$|Administración\s(?:Pública|de\sEmpresas)")
_STUDIED = re.compile(r"\b(?:in|of|en)\s$")
_REACH = 45
_VENUE = re.compile(r"\b(?:at|outside)\sthe\s$|\b(?:en|desde|frente\sa)\sla\s$")
_HOUSES = ("White House", "Casa Blanca")


@cache
def _party_bodies() -> tuple[str, ...]:
    bodies = tree("agency_context.toml")["party_bodies"]
    return (*bodies["english"], *bodies["spanish"])


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a name is the field of a title ("Secretary of the Treasury"), a study or a party's.

    >>> is_title("Minister of Public Administration", 12, 33)
    True
    >>> is_title("Secretary of the Ministry of Finance", 17, 36)
    False
    """
    before = text[max(0, start - _REACH) : start]
    if _PARTY.search(before) or text.startswith(_party_bodies(), start):
        return True
    if _STUDY.search(text, start, end) and _STUDIED.search(before):
        return True
    if _TITLE.search(before) is None:
        return False
    return _BODY.search(text, start, end) is None and not text[start:end].isupper()


def is_venue(text: str, start: int, end: int) -> bool:
    """Whether a house that stands for a body is only where something happens (guidelines §1).

    >>> is_venue("met at the White House", 11, 22), is_venue("the White House said", 4, 15)
    (True, False)
    """
    if not text.startswith(_HOUSES, start, end):
        return False
    return _VENUE.search(text, max(0, start - 16), start) is not None


def is_field_only(text: str, start: int, end: int) -> bool:
    """Whether a listed name is a mere field that goes on here ("Homeland Security Advisor")."""
    words = text[start:end].lower().split()
    if len(words) < 2 or not all(map(lexicon().is_field, words)):
        return False
    return _GOES_ON.match(text, end) is not None


def is_firm(name: str, kind: str) -> bool:
    """Whether a name built around a head noun is a known firm's, or of a school a firm runs.

    Args:
        name: as written.
        kind: type of its head noun.
    """
    known = firms().refs
    if kind == "forum" and (is_group(name) or name.rpartition(" and ")[2] in known):
        return True
    return name in known or (kind == "university" and name.rsplit(" ", 1)[0] in known)
