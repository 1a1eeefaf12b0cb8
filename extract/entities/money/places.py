"""Countries, their adjectives and chief cities, as signs of the currency that is meant."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from extract import resources
from extract.entities.money.names import LANGUAGES, legal_tender, nationalities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST = 4
"""Letters a name needs to count: shorter ones are too often something else."""


def currencies_named(low: str, start: int = 0, end: int | None = None) -> Counter[str]:
    """Currency → how often ``low[start:end]`` names a country that uses it.

    Args:
        low: a text in lower case.
        start: first character to search.
        end: the character after the last; the end of the text by default.

    >>> currencies_named("colombo is in sri lanka, delhi in india.")
    Counter({'LKR': 2, 'INR': 2})
    """
    counts: Counter[str] = Counter()
    done = start
    for first, last, name in sorted(_names(low, start, len(low) if end is None else end)):
        if first >= done:
            counts.update(_places()[name])
            done = -last
    return counts


def _names(low: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Whole names as (start, minus end, name), so that of one start the longest sorts first."""
    for last, name in _automaton().iter(low, start, end):
        first, after = last + 1 - len(name), last + 1
        inside = low[first - 1 : first].isalpha()
        if not inside and not (name[-1].isalpha() and low[after : after + 1].isalpha()):
            yield first, -after, name


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in _places():
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


@cache
def _places() -> Mapping[str, frozenset[str]]:
    """Names and adjectives in lower case → currencies."""
    from babel import Locale

    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        found |= {
            phrase: codes
            for phrase, codes in nationalities(language).items()
            if len(phrase) > SHORTEST and not phrase.startswith(("de ", "moneda"))
        }
        for territory, name in Locale(language).territories.items():
            if len(name) >= SHORTEST and (codes := frozenset(legal_tender().get(territory, ()))):
                found[name.lower()] = codes
    for code, cities in resources.tree("currencies.toml")["city"].items():
        found.update((city, frozenset({code})) for city in cities)
    return found
