"""Finding countries in text: one automaton over all forms of all names."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from extract.entities.countries.context import is_country
from extract.entities.countries.gazetteer import surface_forms
from extract.entities.language import spanish_score
from extract.entities.mentions import Mention, zones
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State

_RUN = re.compile(r" {2,}")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def annotate(text: str, state: State) -> list[Mention]:
    """COUNTRY mentions: names, abbreviations and adjectives (guidelines §1).

    Args:
        text: the document.
        state: its segments say which language is spoken where.

    Returns:
        Mentions in text order, not overlapping, each with its ISO 3166-1 alpha-2 code.
    """
    found = []
    for start, end, language in _zones(text, state):
        for left, right, code in _matches(text, start, end, language):
            if code and is_country(text, left, right):
                rule = f"country.{language}"
                found.append(Mention(Label.COUNTRY, left, right, rule=rule, country=code))
    return found


def _zones(text: str, state: State) -> Iterator[tuple[int, int, str]]:
    if state.segments:
        return zones(state.segments, len(text))
    language = state.metadata.language or ("es" if spanish_score(text) > 0 else "en")
    return iter([(0, len(text), language)])


@cache
def _automaton(language: str) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for form, code in surface_forms(language).items():
        automaton.add_word(form, (len(form), code))
    automaton.make_automaton()
    return automaton


def _matches(
    text: str, start: int, end: int, language: str
) -> Iterator[tuple[int, int, str | None]]:
    """Whole-word matches, leftmost first and then longest, none overlapping.

    A name may run over a line break and the indentation after it, not over a blank line.
    """
    flat, places = _flatten(text[start:end])
    taken = 0
    for left, right, code in _longest(flat, language):
        if left >= taken:
            taken = right
            yield start + _place(places, left), start + _place(places, right - 1) + 1, code


def _longest(flat: str, language: str) -> list[tuple[int, int, str | None]]:
    hits = []
    length = len(flat)
    for last, (size, code) in _automaton(language).iter(flat):
        left, right = last + 1 - size, last + 1
        if left and (flat[left - 1].isalnum() or flat[left - 1] in "@#_"):
            continue
        if right < length and (flat[right].isalnum() or flat[right] in "_@"):
            continue
        hits.append((left, right, code))
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    return hits


def _flatten(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with every run of white space made one space, and where characters went.

    The second part lists (position in the flat text, characters left out up to there).
    """
    spaced = _PARAGRAPH.sub(lambda gap: "\f" * len(gap[0]), text)
    for space in "\n\xa0\t\r":  # several times faster than str.translate
        spaced = spaced.replace(space, " ")
    pieces, shifts, done = [], [(0, 0)], 0
    for run in _RUN.finditer(spaced):
        pieces.append(spaced[done : run.start() + 1])
        done = run.end()
        lost = shifts[-1][1] + run.end() - run.start() - 1
        shifts.append((done - lost, lost))
    pieces.append(spaced[done:])
    return "".join(pieces), shifts


def _place(shifts: list[tuple[int, int]], position: int) -> int:
    at = bisect_right(shifts, position, key=lambda shift: shift[0])
    return position + shifts[at - 1][1]
