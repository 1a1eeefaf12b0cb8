"""Known businesses: ``resources/companies.tsv`` (columns ``ref names country type``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import ahocorasick

from extract.resources import table


@dataclass(frozen=True, slots=True)
class Firms:
    """Names of businesses.

    Attributes:
        refs: name as written → ref.
        doubtful: names that are ordinary words too (``?`` in the table).
        shared: names of people and places too (``??``), which need the word "company" or the like.
        automaton: finds all of them.
    """

    refs: dict[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    automaton: ahocorasick.Automaton | None = None


@cache
def firms() -> Firms:
    """The list shipped with the package, read once."""
    if not (files("extract.resources") / "companies.tsv").is_file():
        return Firms()
    refs: dict[str, str] = {}
    doubtful, shared = set(), set()
    for row in table("companies.tsv"):
        for name in row["names"].split("|"):
            plain = name.strip().rstrip("?")
            plain = plain.replace("’", "'")
            refs.setdefault(plain, row["ref"])
            if name.strip().endswith("?"):
                doubtful.add(plain)
            if name.strip().endswith("??"):
                shared.add(plain)
    automaton = ahocorasick.Automaton()
    for name in refs:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return Firms(refs, frozenset(doubtful), frozenset(shared), automaton)
