"""Names and acronyms of the gazetteer in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.agencies.folding import Folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.agencies.gazetteer import Gazetteer

_ACRONYM = re.compile(r"(?<![\w@#/.-])[A-ZÁÉÍÓÚÑ][\w&]*(?:-[A-Z]\w*)*(?![\w@])")
_ARTICLE = re.compile(r"(?:the|el|la|los|las)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A name of one or more bodies: ``text[start:end]``; ``doubtful`` if it may be a plain word."""

    start: int
    end: int
    keys: tuple[str, ...]
    doubtful: bool = False


def find_names(text: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """Full names, whatever their case, accents, typography and line breaks."""
    folded = Folded(text)
    for start, end, name in gazetteer.find(folded.text):
        first, last = folded.origin(start), folded.origin(end, end=True)
        if text[first].isupper() or (" " in name and text[first:last].split()[-1][0].isupper()):
            yield Match(first, last, gazetteer.names[name])


def find_acronyms(text: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """Acronyms as they are written, and doubtful ones marked so."""
    for match in _ACRONYM.finditer(text):
        keys = gazetteer.acronyms.get(match[0])
        if keys is not None:
            yield Match(match.start(), match.end(), keys)
            continue
        keys = gazetteer.doubtful.get(match[0])
        if keys is not None:
            yield Match(match.start(), match.end(), keys, doubtful=True)
