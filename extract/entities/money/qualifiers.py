"""What the words around an amount say of it: about, more than, less than (guidelines §1)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.names import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.schema import Qualifier

SORTS: tuple[Qualifier, ...] = ("approx", "gt", "lt")
WINDOW = 64
_WORDS = re.compile(r"[^\s\"“”«»'‘’*_\\\[\](]+")
_BREAK = re.compile(r"\n\s*\n|[;:!?)]\s|(?<!approx)(?<!aprox)(?<!ca)(?<!est)(?<!c)[.,]\s")


def qualifier(low: str, start: int, end: int) -> Qualifier | None:
    """What the words before, then those after ``low[start:end]`` say of it; ``None`` if nothing.

    Args:
        low: the text in lower case.
        start: first character of the amount.
        end: the character after its last.

    >>> text = "nearly $5, a total of more than $5, $5 or less"
    >>> [qualifier(text, at, at + 2) for at in (7, 32, 36)]
    ['approx', 'gt', 'lt']
    """
    return _before(low, start) or _after(low, end)


def _before(low: str, start: int) -> Qualifier | None:
    window = _BREAK.split(low[max(0, start - WINDOW) : start])[-1]
    words = _WORDS.findall(window)
    table, fillers = _table("before"), _fillers()
    while words:
        for length in range(min(5, len(words)), 0, -1):
            if found := table.get(" ".join(words[-length:])):
                return found
        if words[-1] not in fillers:
            return None
        words.pop()
    return None


def _after(low: str, end: int) -> Qualifier | None:
    window = low[end : end + WINDOW].split("\n\n", 1)[0]
    if window.startswith((".", ";")):
        return None
    words = window.lstrip(")").replace("(", " (", 1).split()
    table = _table("after")
    for length in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if found := table.get(phrase) or table.get(phrase.rstrip(".,;:)")):
            return found
    return None


@cache
def _table(side: str) -> Mapping[str, Qualifier]:
    data = resources.tree("qualifiers.toml")
    return {
        phrase: sort
        for sort in SORTS
        for language in LANGUAGES
        for phrase in data[sort][side][language]
    }


@cache
def _fillers() -> frozenset[str]:
    data = resources.tree("qualifiers.toml")["fillers"]
    return frozenset(word for language in LANGUAGES for word in data[language])
