"""Names found without a list: by the grammar, or by the word that introduces them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.agencies.filters import is_firm
from extract.entities.agencies.grammar import names
from extract.entities.agencies.run import Run
from extract.entities.mentions import Mention
from extract.entities.names.lexicon import lexicon
from extract.entities.names.runs import find_runs, tokens
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.mentions import State

_SMALL_HEAD = re.compile(
    r"\b(?:secretarías?|subsecretaría|ministerios?|embajada|consulado|universidad|instituto"
    r"|ayuntamiento|congreso|senado|fiscalía|procuraduría|alcaldía|delegación|asamblea|parlamento)"
    r"\s+(?:del?\s+)(?:la\s+|los\s+|las\s+)?$"
)
_NUMBERED = re.compile(r"\b(?:\d{4}|\d{1,3}(?:st|nd|rd|th|[aªoº°.]|er|a\.)?|[IVX]+)\s$")


def find_built(text: str, state: State) -> list[Mention]:
    """AGENCY mentions by structure; ``state`` says where countries, amounts and dates stand."""
    nation, taken = _inside(state, Label.COUNTRY), _inside(state, Label.MONEY, Label.DATE)
    signals = lexicon().signals
    built = []
    for stretch in find_runs(text):
        start, end = _with_small_head(text, stretch.start), stretch.end
        if start == stretch.start and signals.isdisjoint(stretch.words):
            continue
        numbered = _NUMBERED.search(text, max(0, start - 8), start) is not None
        run = Run(text, tokens(text, start, end), _language(state, start), nation, taken, numbered)
        built += [
            Mention(Label.AGENCY, name.start, name.end, rule=f"agency.grammar.{name.head.type}")
            for name in names(run)
            if not is_firm(text[name.start : name.end], name.head.type)
        ]
    return built


def _with_small_head(text: str, start: int) -> int:
    """Start of a run with the Spanish head noun in small letters before it ("secretaría de …")."""
    if not text.endswith(("de ", "del ", "la ", "los ", "las "), max(0, start - 4), start):
        return start
    head = _SMALL_HEAD.search(text, max(0, start - 30), start)
    return head.start() if head else start


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


@cache
def _introductions() -> re.Pattern[str]:
    words = tree("agency_context.toml")["introductions"]
    before = "|".join((*words["english"], *words["spanish"]))
    return re.compile(
        rf"(?:{before})\s+[\"“«]?(?P<name>[A-ZÁÉÍÓÚ][\w-]+(?:\s[A-ZÁÉÍÓÚ][\w-]+){{0,4}})"
    )


def find_introduced(text: str) -> list[Mention]:
    """AGENCY mentions after "NGO" and the like."""
    return [
        Mention(Label.AGENCY, *match.span("name"), rule="agency.introduced")
        for match in _introductions().finditer(text)
        if not text[match.start() - 1 : match.start()].isalnum()
    ]
