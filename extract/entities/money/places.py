"""Countries, their adjectives and chief cities, as signs of the currency that is meant."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.names import LANGUAGES, legal_tender, nationalities
from extract.entities.names.literals import automaton, leftmost, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import ahocorasick

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
    for _, _, name in leftmost(_names(low, start, len(low) if end is None else end)):
        counts.update(_places()[name])
    return counts


def _names(low: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Whole names as start, end, name."""
    for first, last, name in places(low, _automaton(), start, end):
        inside = low[first - 1 : first].isalpha()
        if not inside and not (name[-1].isalpha() and low[last : last + 1].isalpha()):
            yield first, last, name


@cache
def _automaton() -> ahocorasick.Automaton:
    return automaton(_places())


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
