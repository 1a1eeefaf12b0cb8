"""Governors and mayors: they act for the state or town government that the document names.

"Governor Ana Ruiz handed over …" beside "the State Government" (guidelines §2: a person stands for
the body of their title).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.relations.words.lexicon import word_list
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State

_OFFICES = (("governors", "state_governments"), ("mayors", "town_governments"))
_WORD = r"[A-ZÁÉÍÓÚÑ][\w’'-]+"
_NAME = rf"({_WORD}(?: (?:(?:de|del|la) )?{_WORD}){{0,4}})"


def governors(text: str, state: State) -> Iterator[tuple[str, int]]:
    """Names of governors and mayors, each with the first mention of their government."""
    for titles, bodies in _OFFICES:
        government = _first(text, state, bodies)
        if government is not None:
            yield from ((match[1], government) for match in _titled(titles).finditer(text))


def _first(text: str, state: State, bodies: str) -> int | None:
    """The first mention that is such a government, if there is one."""
    names = tuple(word_list(bodies))
    for n, mention in enumerate(state.mentions):
        opening = text[mention.start : mention.end].lower()
        if mention.label is Label.AGENCY and (opening.startswith(names) or opening in names):
            return n
    return None


@cache
def _titled(titles: str) -> re.Pattern[str]:
    """The title before a name, where its bearer still has it (not "former Governor")."""
    words = "|".join(map(re.escape, sorted(word_list(titles), key=len, reverse=True)))
    return re.compile(rf"(?<!ex )(?<!ex-)(?<!former )\b(?i:{words}),? {_NAME}")
