"""Acronyms that no list and no definition explains, told by what stands beside them.

"director general del SENA", "USAID will provide", "officials of the SRE": only an institution or
a firm has directors and provides. One such place decides for the whole document.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE = re.compile(
    r"(?<![\w@#/.:$€£-])(?:[A-ZÁÉÍÓÚÑ]{2,}[A-Z]|[A-Z]{2,}[a-z]{2,}[A-Z]*\w*|[A-Z][a-z]+[A-Z]\w*)(?![\w@-])"
)
_SHOUTING = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}[\s,.:;-]+[A-ZÁÉÍÓÚÑ]{2,}")
_LIMIT = 12


@cache
def _context() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    data = tree("agency_context.toml")
    agents = data["agents"]
    verbs = "|".join((*agents["verbs_english"], *agents["verbs_spanish"]))
    staff = "|".join((*agents["staff_english"], *agents["staff_spanish"]))
    after = re.compile(rf"(?:,?\s(?:{verbs})\b|(?:['’]s?)?\s(?:[a-z]+\s)?(?:{staff})\b)", re.IGNORECASE)
    before = re.compile(
        rf"(?:\b(?:{staff})(?:\s(?:general|ejecutiv[oa]|estatal|nacional|regional|executive|deputy|federal))?\s(?:of|de|del|at|for|from)\s(?:the\s|la\s|el\s|los\s)?"
        r"|\b(?:el|la|del|al)\s)$",
        re.IGNORECASE,
    )
    stop = frozenset(w for k in ("english", "spanish") for w in data["no_institutions"][k])
    return before, after, stop


def guess(text: str, defined: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Uses of acronyms that are institutions by their context.

    Args:
        text: the document.
        defined: acronyms already explained, one way or the other.
    """
    before, after, stop = _context()
    places: dict[str, list[tuple[int, int]]] = {}
    sure: set[str] = set()
    for match in _CANDIDATE.finditer(text):
        word = match[0]
        if len(word) > _LIMIT or word in stop or word.upper() in stop or word in defined:
            continue
        places.setdefault(word, []).append(match.span())
        if word not in sure and not _in_capitals(text, *match.span()):
            start, end = match.span()
            if after.match(text, end) or before.search(text, max(0, start - 40), start):
                sure.add(word)
    for word in sure:
        yield from places[word]


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too (a heading, a name shouted)."""
    return bool(_SHOUTING.search(text, max(0, start - 12), min(len(text), end + 12)))
