"""Seats of government that stand for their country ("visited Nairobi", "talks with Kyiv")."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from extract.relations.context.memory import CAPITAL, StandIn
from extract.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State
    from extract.relations.context.antecedents import Context

_NEAR = 12


@cache
def _names() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for row in table("capitals.tsv"):
        for name in row["names"].split("; "):
            automaton.add_word(name, (name, row["code"]))
    automaton.make_automaton()
    return automaton


def capitals(text: str, state: State, context: Context) -> Iterator[StandIn]:
    """Where capitals of countries that the document names stand: (start, end, mention).

    A capital inside a mention, or with its country after it, is left to the country.

    Args:
        text: the document.
        state: its mentions.
        context: its countries.
    """
    free = 0
    for last, (name, code) in _names().iter(text):
        start, end = last + 1 - len(name), last + 1
        whole = not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()
        country = context.country(code) if whole and start >= free else None
        if country is None or not _stands_alone(state, context, start, end):
            continue
        free = end
        yield StandIn(start, end, country, CAPITAL)


def _stands_alone(state: State, context: Context, start: int, end: int) -> bool:
    at = bisect_left(context.starts, start)
    inside = at > 0 and state.mentions[at - 1].end > start
    beside = at < len(context.starts) and context.starts[at] < end + _NEAR
    return not inside and not (beside and state.mentions[at].country is not None)
