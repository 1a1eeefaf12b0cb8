"""AGENCY mentions of a text, from all sources together (guidelines §1)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import Gazetteer, gazetteer
from extract.entities.agencies.acronyms import links, occurrences
from extract.entities.agencies.edges import Run
from extract.entities.agencies.governments import find_governments
from extract.entities.agencies.grammar import names
from extract.entities.agencies.guesses import guess
from extract.entities.agencies.lexicon import lexicon
from extract.entities.agencies.matching import find_acronyms, find_names
from extract.entities.agencies.runs import find_runs, tokens
from extract.entities.mentions import Mention, merge
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.mentions import State
    from extract.schema import Agency

_IN_BRACKETS = re.compile(r"\(([A-Z][\w-]+)\)")
_NUMBERED = re.compile(r"\b(?:\d{4}|\d{1,3}(?:st|nd|rd|th|[aªoº°.]|er|a\.)?|[IVX]+)\s$")
_WORDS = re.compile(r"[^\W\d_]+")


def annotate(text: str, state: State, known: Gazetteer | None = None) -> list[Mention]:
    """AGENCY mentions of ``text``.

    Args:
        text: any text.
        state: what is known of it; its COUNTRY mentions tell nations from other words.
        known: institutions by name; the shipped gazetteer when ``None``.
    """
    known = known or gazetteer()
    found = merge(_listed(text, known), _built(text, state))
    countries = [m for m in state.mentions if m.label is Label.COUNTRY]
    found = merge(found, find_governments(text, countries))
    return _with_acronyms(text, found)


def _listed(text: str, known: Gazetteer) -> list[Mention]:
    return [
        Mention(Label.AGENCY, m.start, m.end, rule="agency.list", agency=_agency(known, m.keys), ref=_ref(known, m.keys))
        for source in (find_names, find_acronyms)
        for m in source(text, known)
        if not m.doubtful
    ]


def _built(text: str, state: State) -> list[Mention]:
    nation, taken = _inside(state, Label.COUNTRY), _inside(state, Label.MONEY, Label.DATE)
    signals = lexicon().signals
    built = []
    for start, end in find_runs(text):
        if signals.isdisjoint(_WORDS.findall(text[start:end].lower())):
            continue
        numbered = _NUMBERED.search(text, max(0, start - 8), start) is not None
        run = Run(tokens(text, start, end), _language(state, start), nation, taken, numbered)
        built += [
            Mention(Label.AGENCY, name.start, name.end, rule=f"agency.grammar.{name.head.type}")
            for name in names(run)
        ]
    return built


def _with_acronyms(text: str, found: list[Mention]) -> list[Mention]:
    refs: dict[str, tuple[str | None, Agency | None]] = {}
    for mention, definition in links(found, text):
        refs.setdefault(definition.short, (mention.ref, mention.agency))
    used = [
        Mention(Label.AGENCY, start, end, rule="agency.defined", ref=refs[short][0], agency=refs[short][1])
        for start, end, short in occurrences(text, list(refs))
    ]
    known = merge(found, used)
    taken = frozenset(text[m.start : m.end] for m in known)
    guessed = [
        Mention(Label.AGENCY, start, end, rule="agency.context")
        for start, end in guess(text, taken | _defined_elsewhere(text))
    ]
    return merge(known, guessed)


def _defined_elsewhere(text: str) -> frozenset[str]:
    return frozenset(m[1] for m in _IN_BRACKETS.finditer(text))


def _agency(known: Gazetteer, keys: tuple[str, ...]) -> Agency | None:
    return known.bodies[keys[0]].agency if len(keys) == 1 else None


def _ref(known: Gazetteer, keys: tuple[str, ...]) -> str | None:
    return known.bodies[keys[0]].ref if len(keys) == 1 else None


def _inside(state: State, *labels: Label) -> Callable[[int], bool]:
    """A test whether a character offset lies in a mention with one of ``labels``."""
    found = [m for m in state.mentions if m.label in labels]
    starts = [m.start for m in found]

    def inside(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and found[before - 1].end > at

    return inside


def _language(state: State, at: int) -> str:
    before = bisect_right(state.segments, at, key=lambda s: s.start)
    return state.segments[before - 1].language if before else "en"
