"""Governments named without their country: "Federal Government", "el Gobierno"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import gazetteer, get
from extract.entities.mentions import Mention
from extract.entities.names.folding import fold
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State

_NOUNS = ("Government", "Gobierno", "Administration", "Federación")
_FULL_NOUNS = ("Federal", "Central", "Gobierno")
_FULL = re.compile(
    r"(?:(?P<federal>Federal\s+Government|Gobierno\s+[Ff]ederal)|Central\s+Government|Gobierno\s+(?:Nacional|de\s+la\s+República|de\s+la\s+Nación))\b"
)
_FEDERATION = re.compile(r"\b[Ll]a\s+(Federación)\b(?!\s+(?:[A-ZÀ-Þ]|del?\s))")
_NAMED_BEFORE = re.compile(r"[A-ZÀ-Þ]\w+\sde\s$")
_ALONE = re.compile(  # starts with the noun: the search skips to its capital
    r"(?:Government|Gobierno|Administration)\b(?!\s+[A-ZÀ-Þ]|\s+(?:of|de|del)\s)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Mm]y|[Ee]l|[Dd]el|[Aa]l)\s+$")
_REACH = 40
_HEADED_BY = frozenset({"government", "presidency"})
"""Types of the offices of a head of state or government."""


def find_governments(text: str, state: State) -> Iterator[Mention]:
    """Mentions of the government the document speaks of.

    "Federal Government" is the government before it, else that of the country named most; the
    bare noun needs a government before it.
    """
    if not any(noun in text for noun in _NOUNS):
        return
    known = [m for m in state.mentions if m.ref and m.ref.startswith("@")]
    for match in _FULL.finditer(text) if any(noun in text for noun in _FULL_NOUNS) else ():
        federal = match["federal"] is not None
        ref = _of_document(state, federal=federal) or _before(known, match.start())
        if ref or federal:
            yield _mention(*match.span(), ref or match[0])
    yield from _federations(text, state)
    issuer = _issuer(state)
    if not (known or issuer):
        return
    for match in _ALONE.finditer(text):
        if _ARTICLE.search(text, max(0, match.start() - _REACH), match.start()):
            own = issuer if match[0] == "Administration" else None
            ref = _before(known, match.start()) or own
            if ref:
                yield _mention(*match.span(), ref)


def _issuer(state: State) -> str | None:
    """The government whose head's office published the document."""
    name = fold(state.metadata.publisher or "").removeprefix("the ")
    bodies = [get(key) for key in gazetteer().names.get(name, ())]
    heads = [body.agency for body in bodies if body and body.agency.type in _HEADED_BY]
    return f"@{heads[0].country}" if heads else None


def _federations(text: str, state: State) -> Iterator[Mention]:
    """The federal government as "la Federación", where no other federation is spoken of."""
    if "Federación" not in text:
        return
    if any(text.startswith("Federación", m.start) for m in state.mentions):
        return
    for match in _FEDERATION.finditer(text):
        ref = _of_document(state, federal=True) or match[1]
        if not _NAMED_BEFORE.search(text, max(0, match.start() - 40), match.start()):
            yield _mention(*match.span(1), ref)


def _mention(start: int, end: int, ref: str) -> Mention:
    return Mention(Label.AGENCY, start, end, rule="ref.government", ref=ref)


def _before(known: list[Mention], at: int) -> str | None:
    return next((m.ref for m in reversed(known) if m.start < at), None)


def _of_document(state: State, *, federal: bool = False) -> str | None:
    """The country named most, else that of most bodies named; only federations if ``federal``."""
    named = [m.country for m in state.mentions if m.label is Label.COUNTRY]
    seats = [m.agency.country for m in state.mentions if m.agency]
    for codes in (named, seats):
        counts = Counter(c for c in codes if c and (not federal or c in _federal()))
        if counts:
            return f"@{max(counts, key=lambda c: counts[c])}"
    return None


@cache
def _federal() -> frozenset[str]:
    return frozenset(tree("agency_context.toml")["governments"]["federations"])
