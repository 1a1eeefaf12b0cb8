"""Persons by name, for whom they act: after the text says so ("Letta, prime minister of Italy").

A name stands for the country or body of its bearer's title (guidelines §2), wherever it is said
again. Heads of state and government whom texts name without their country are in ``leaders.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.names.literals import Words, automaton, leftmost, places
from extract.entities.names.runs import find_runs
from extract.relations.context.antecedents import party_key
from extract.relations.context.governors import governors
from extract.relations.context.memory import PERSON, StandIn
from extract.relations.context.offices import office_holders
from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import word_list
from extract.resources import table
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    import ahocorasick

    from extract.entities.mentions import Mention, State
    from extract.relations.context.antecedents import Context

_WINDOW = 90
_SHORTEST = 4
_NEAR = 60
_AFTER = 25
_EDGE = re.compile(r"\b")
_WORD = r"[A-ZÁÉÍÓÚÑÇŞÖÜ][\w’'-]+"
_NAME = rf"({_WORD}(?: (?:(?:de|del|da|dos|la|bin|van|von) )?(?:{_WORD}|[A-Z]\.)){{0,4}})"
_ARTICLE = r"(?:the |el |la |los |las )?"


@cache
def _titles() -> str:
    words = sorted(word_list("visitors"), key=len, reverse=True)
    return r"(?i:\b(?:" + "|".join(map(re.escape, words)) + r")\b)"


@cache
def _visitors() -> Words:
    return Words(word_list("visitors"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What follows a mention, then what precedes one, that names a person of it."""
    title = _titles()
    return (
        re.compile(rf"(?:['’]s)? (?:[\w-]+ ){{0,3}}?{title}(?: [Mm]inister)?,? {_NAME}"),
        re.compile(rf",? {_NAME}(?=[,.;) ])"),
        re.compile(rf"{title}(?: [\w-]+,?){{0,7}} ?$"),
        re.compile(rf"{title} {_NAME} (?:of|de|del) {_ARTICLE}$"),
        re.compile(rf"{_NAME}, {_ARTICLE}(?:[\w-]+ ){{0,3}}{title}(?: [\w-]+){{0,4}} ?$"),
    )


def people(text: str, state: State, context: Context) -> list[StandIn]:
    """Where persons are named and for which mention each stands.

    Args:
        text: the document.
        state: its segments and mentions.
        context: its countries.
    """
    names: dict[str, int] = {}
    unclear: set[str] = set()
    for name, mention in (
        *_introduced(text, state),
        *_leaders(text, context),
        *governors(text, state),
    ):
        for short in _short_forms(name):
            known = names.setdefault(short, mention)
            if party_key(state.mentions[known]) != party_key(state.mentions[mention]):
                unclear.add(short)
    for short in unclear:
        del names[short]
    found = list(_occurrences(text, state, names)) if names else []
    found.extend(office_holders(text, state, context, names))
    return [StandIn(*place, PERSON) for place in found]


def _introduced(text: str, state: State) -> Iterator[tuple[str, int]]:
    """Names with the mention that their title belongs to."""
    starts = [segment.start for segment in state.segments]
    titles = [start for start, _ in _visitors().find(find_runs(text).padded)]
    between, follows, titled, of, apposed = _patterns()
    for n, mention in enumerate(state.mentions):
        if mention.label not in PARTY:
            continue
        first, last = mention.start - _WINDOW, mention.end + _WINDOW
        if bisect_left(titles, first) == bisect_left(titles, last):
            continue
        segment = state.segments[max(0, bisect_left(starts, mention.start + 1) - 1)]
        before = text[max(segment.start, first) : mention.start]
        after = text[mention.end : min(segment.end + 1, last)]
        if word_list("visitors").isdisjoint(f"{before} {after}".lower().replace(",", " ").split()):
            continue
        if match := between.match(after) or of.search(before) or apposed.search(before):
            yield match[1], n
        match = follows.match(after) if titled.search(before) else None
        if match and (mention.label is Label.COUNTRY or match[0][0] == ","):
            yield match[1], n


@cache
def _known() -> tuple[ahocorasick.Automaton, dict[str, tuple[str, str]]]:
    leaders = {row["name"]: (row["country"], row["given"]) for row in table("leaders.tsv")}
    return automaton(leaders), leaders


def _leaders(text: str, context: Context) -> Iterator[tuple[str, int]]:
    """Names of the list that a title or a given name introduces."""
    known, leaders = _known()
    for start, _, name in places(text, known):
        country, given = leaders[name]
        found = context.country(country)
        before = text[max(0, start - _NEAR // 2) : start].split()
        while before and before[-1].endswith("."):
            before.pop()
        if found is not None and before and _introduces(before[-1], given):
            yield name, found


def _introduces(word: str, given: str) -> bool:
    return word == given or word.lower() in word_list("visitors")


def _short_forms(name: str) -> Iterator[str]:
    """The whole name, the family names, and the first of two of them."""
    words = [word for word in name.split() if word.lower() not in word_list("visitors")]
    for n in range(len(words)):
        form = " ".join(words[n:])
        if len(form) >= _SHORTEST and form[0].isupper():
            yield form


def _occurrences(text: str, state: State, names: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where the names stand outside any mention, and not beside the one they stand for."""
    starts = [mention.start for mention in state.mentions]
    sentences = [segment.start for segment in state.segments]
    found = places(text, automaton(names))
    whole = (place for place in found if all(_EDGE.match(text, at) for at in place[:2]))
    for start, end, name in leftmost(whole):
        at = bisect_left(starts, end)
        if at and state.mentions[at - 1].end > start:
            continue
        opening = sentences[max(0, bisect_left(sentences, end) - 1)]
        beside = [m for m in state.mentions[max(0, at - 2) : at + 2] if m.start >= opening]
        key = party_key(state.mentions[names[name]])
        if not any(party_key(m) == key and _beside(m, start, end) for m in beside):
            yield start, end, names[name]


def _beside(mention: Mention, start: int, end: int) -> bool:
    """Does the mention say for whom the person acts ("President Kagame of Rwanda")?"""
    return start - mention.end < _NEAR if mention.start < start else mention.start - end < _AFTER
