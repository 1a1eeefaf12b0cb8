"""All mentions with refs set, capitalised short forms added (guidelines §1, ref)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import names_of
from extract.entities.mentions import Mention, merge
from extract.entities.refs.clusters import Clusters
from extract.entities.refs.governments import find_governments
from extract.entities.refs.naming import name_of
from extract.entities.refs.shortforms import Forms, find
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import State

_NAMED = (Label.AGENCY, Label.COMPANY)


def annotate(text: str, state: State) -> list[Mention]:
    """All mentions of ``state``, AGENCY and COMPANY with a ref, capitalised short forms added."""
    named = [m for m in state.mentions if m.label in _NAMED]
    if not named:
        return [*state.mentions, *find_governments(text, state)]
    _name_bodies(text, named)
    added = merge(state.mentions, _short_forms(text, state.mentions))
    return merge(added, find_governments(text, state))


def _name_bodies(text: str, named: Sequence[Mention]) -> None:
    clusters = Clusters(text, named)
    for root, members in clusters.bodies().items():
        surfaces = [text[named[at].start : named[at].end] for at in members]
        ref = name_of(surfaces, clusters.refs[root])
        agency = next((named[at].agency for at in members if named[at].agency), None)
        for at in members:
            named[at].ref, named[at].agency = ref, named[at].agency or agency


def _short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    bodies: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label in _NAMED and mention.ref and not mention.ref.startswith("@"):
            bodies.setdefault(mention.ref, []).append(mention)
    members = list(bodies.values())
    forms = Forms()
    for number, body in enumerate(members):
        seen = list(dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in body))
        names = dict.fromkeys((*seen, *_listed_names(body)))
        forms.add(number, names, seen, (m.start for m in body))
    occupied = [(m.start, m.end) for m in mentions]
    for start, end, number in find(text, forms):
        if not _inside(occupied, start, end):
            first = members[number][0]
            yield Mention(
                first.label, start, end, rule="ref.short", ref=first.ref, agency=first.agency
            )


def _listed_names(body: Sequence[Mention]) -> tuple[str, ...]:
    """All names the gazetteer has for a body, in both languages."""
    agency = next((m.agency for m in body if m.agency), None)
    return names_of(agency) if agency else ()


def _inside(occupied: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    before = bisect_right(occupied, (start, end)) - 1
    return before >= 0 and occupied[before][1] >= end
