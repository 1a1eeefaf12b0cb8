"""AGENCY mentions of a text, from all sources together (guidelines §1)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import Gazetteer, gazetteer
from extract.entities.agencies.grammar import Parser
from extract.entities.agencies.lexicon import lexicon
from extract.entities.agencies.matching import find_acronyms, find_names
from extract.entities.agencies.runs import find_runs
from extract.entities.mentions import Mention, merge
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.mentions import State

_WORDS = re.compile(r"[^\W\d_]+")


def annotate(text: str, state: State, known: Gazetteer | None = None) -> list[Mention]:
    """AGENCY mentions of ``text``.

    Args:
        text: any text.
        state: what is known of it; its COUNTRY mentions tell nations from other words.
        known: institutions by name; the shipped gazetteer when ``None``.
    """
    known = known or gazetteer()
    listed = [
        Mention(Label.AGENCY, m.start, m.end, rule="agency.list", agency=_agency(known, m.keys), ref=_ref(known, m.keys))
        for source in (find_names, find_acronyms)
        for m in source(text, known)
        if not m.doubtful
    ]
    parser = Parser(text, _nations(state))
    signals = lexicon().signals
    built = []
    for start, end in find_runs(text):
        if signals.isdisjoint(_WORDS.findall(text[start:end].lower())):
            continue
        built += [
            Mention(Label.AGENCY, name.start, name.end, rule=f"agency.grammar.{name.head.type}")
            for name in parser.names(start, end)
        ]
    return merge(listed, built)


def _agency(known: Gazetteer, keys: tuple[str, ...]):  # type: ignore[no-untyped-def]
    return known.bodies[keys[0]].agency if len(keys) == 1 else None


def _ref(known: Gazetteer, keys: tuple[str, ...]) -> str | None:
    return known.bodies[keys[0]].ref if len(keys) == 1 else None


def _nations(state: State) -> Callable[[int], bool]:
    countries = [m for m in state.mentions if m.label is Label.COUNTRY]
    starts = [m.start for m in countries]

    def inside(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and countries[before - 1].end > at

    return inside
