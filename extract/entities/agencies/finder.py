"""AGENCY mentions of a text, from all sources together (guidelines §1)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.agencies.built import find_built, find_introduced, language_at
from extract.entities.agencies.definitions import spelt_out, with_definitions
from extract.entities.agencies.filters import is_field_only, is_title, is_venue
from extract.entities.agencies.gazetteer import Gazetteer, gazetteer
from extract.entities.agencies.governments import find_governments, short_forms
from extract.entities.agencies.guesses import (
    Neighbours,
    candidates,
    institutions,
    national_units,
    offices,
)
from extract.entities.agencies.linking import Linker, link_longer, listed_mention
from extract.entities.agencies.matching import Match, find_acronyms, find_names, find_noisy
from extract.entities.agencies.promotion import find_promotion
from extract.entities.companies.gazetteer import firms
from extract.entities.mentions import Mention, merge
from extract.entities.names.literals import find_all
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State

_STATES = "EU"
"""The European Union in English; in Spanish the United States, and the Union is "UE"."""
_SLASHED = re.compile(r"/([A-Z]{2,6})(?![\w/])")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w-]+)\)")


def annotate(text: str, state: State, known: Gazetteer | None = None) -> list[Mention]:
    """AGENCY mentions of ``text``.

    Args:
        text: any text.
        state: what is known of it; its COUNTRY mentions tell nations from other words.
        known: institutions by name; the shipped gazetteer when ``None``.
    """
    if known is None:
        known = gazetteer()
    matches = [
        *find_names(text, known),
        *find_acronyms(text, known, nouns_alone()),
        *find_noisy(text, known),
    ]
    linker = Linker(known, text, state, matches)
    countries = [m for m in state.mentions if m.label is Label.COUNTRY]
    nations = {(m.start, m.end) for m in countries}
    listed = [
        listed_mention(m, linker)
        for m in matches
        if not m.doubtful
        and not (text[m.start : m.end].isupper() and (m.start, m.end) in nations)
        and not (text[m.start : m.end] == _STATES and language_at(state, m.start) == "es")
        and not is_field_only(text, m.start, m.end)
        and not is_venue(text, m.start, m.end)
    ]
    shaped = (*find_governments(text, countries), *find_promotion(text, countries))
    built = (*shaped, *listed, *find_built(text, state))
    named = [m for m in built if not is_title(text, m.start, m.end)]
    found = merge(named, find_introduced(text))
    link_longer(text, found, matches, linker)
    found = with_definitions(text, found, known)
    found = merge(found, _told_by_context(text, found, [m for m in matches if m.doubtful], linker))
    found = merge(found, spelt_out(text, found))
    _join_slashed(text, found, known)
    return found


def _join_slashed(text: str, found: list[Mention], known: Gazetteer) -> None:
    """Let acronyms go on after a slash where not both are bodies of their own ("ACDI/VOCA")."""
    for mention in found:
        other = _SLASHED.match(text, mention.end) if text.startswith("/", mention.end) else None
        if other is None or not text[mention.start : mention.end].isupper():
            continue
        listed = text[mention.start : mention.end] in known.acronyms
        if not (listed and other[1] in known.acronyms):
            mention.end = other.end()


@cache
def nouns_alone() -> frozenset[str]:
    """Nouns and abbreviations that name one body by themselves ("Senate", "GoSL")."""
    data = tree("agency_context.toml")["alone"]
    return frozenset((*data["english"], *data["spanish"], *short_forms()))


def _told_by_context(
    text: str, found: list[Mention], doubtful: list[Match], linker: Linker
) -> Iterator[Mention]:
    """Doubtful and unknown acronyms that the words around show to be institutions."""
    known = linker.known.acronyms
    refs = {m.ref for m in found}
    neighbours = Neighbours(text, [(m.start, m.end) for m in found])
    listed = {(m.start, m.end): m for m in doubtful}
    for match in doubtful:
        mention = listed_mention(match, linker)
        if (mention.ref and mention.ref in refs) or neighbours.part_of(match.end):
            yield mention
    explained = {text[m.start : m.end] for m in found} | {m[1] for m in _IN_BRACKETS.finditer(text)}
    places = [*listed, *(p for p in candidates(text, explained, firms().refs) if p not in listed)]
    for start, end in national_units(text, known):
        yield Mention(Label.AGENCY, start, end, rule="agency.unit")
    for start, end, _ in find_all(text, set(offices(text))):
        yield Mention(Label.AGENCY, start, end, rule="agency.context")
    for start, end in institutions(text, places, neighbours):
        told = listed.get((start, end))
        if told is not None:
            yield listed_mention(told, linker)
        else:
            yield Mention(Label.AGENCY, start, end, rule="agency.context")
