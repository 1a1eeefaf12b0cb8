"""Names told by what is said of them after a comma: "Zarbu, an Indian logistics company"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.names.literals import Words
    from extract.entities.names.runs import Runs

_COMMA = r"\w(?:\s\([A-Z][\w&-]{1,9}\))?,\s"
_BARE = re.compile(rf"{_COMMA}$")
_APPOSED = re.compile(rf"{_COMMA}(?:an?|una?)\s(?:[\w’'-]+,?\s){{0,5}}$")
_ITEM = re.compile(
    r".*(?:,\s|\s(?:and|y|e|to|on|against|a|al|por|para|contra|sobre)\s)(?:(?:the|la|el|los|las)\s)?",
    re.DOTALL,
)
_PLACED = re.compile(r"\s(?:in|at|en)\s")
_REACH = 90
_LONGEST = 5
"""Words of a name."""


def find_apposed(
    text: str, runs: Runs, nouns: Words, bare: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Start and end of the names that one of ``nouns`` stands in apposition to.

    An article must open the apposition, but for ``bare`` nouns ("Zarbu, filial de Kelto").

    >>> from extract.entities.names.literals import Words
    >>> from extract.entities.names.runs import find_runs
    >>> text = "It lent to Zarbu Tech (ZT), an Indian company, and to Kelto, filial de Mirpo."
    >>> found = find_apposed(text, find_runs(text), Words(["company", "filial"]), {"filial"})
    >>> [text[start:end] for start, end in found]
    ['Zarbu Tech', 'Kelto']
    """
    for begin, stop in nouns.find(runs.padded):
        reach = max(0, begin - _REACH)
        link = _BARE.search(text, reach, begin) if text[begin:stop] in bare else None
        link = link or _APPOSED.search(text, reach, begin)
        span = runs.at(link.start()) if link else None
        if link is None or span is None or text[begin].isupper():
            continue
        end = link.start() + 1
        before = _ITEM.match(text, span[0], end)
        start = before.end() if before else span[0]
        if _PLACED.search(text, start, end):
            continue
        if start < end and len(text[start:end].split()) <= _LONGEST:
            yield start, end
