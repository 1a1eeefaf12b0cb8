"""Names and acronyms of the gazetteer in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.names.folding import folded_text
from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of
from extract.entities.names.runs import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.agencies.gazetteer import Gazetteer

_ACRONYM = re.compile(
    r"[A-ZÁÉÍÓÚÑ](?<![\w@#/].)(?<!(?<![a-z]{3})\..)(?<![^a-zA-Z.]-.)"  # "ended.Congress"
    r"(?:(?<=G)-\d{1,2}|[\w&]*(?:-[A-Z]\w*)*(?:\+\d?)?)(?![\w@])"
)
_PART = re.compile(r"[A-Z][^-+]*")
_ARTICLE = re.compile(r"(?:the|el|la|los|las)\s+", re.IGNORECASE)
_ODD_CASE = re.compile(r"[A-Z](?<=[^\w@#/.-][a-z].)[A-Z]*[a-z]*[A-Z]*(?![\w@-])")
_CAPITALISED = re.compile(r",?\s+[A-ZÁÉÍÓÚ]")
_LONGER = re.compile(r"\s+(?:(?:of|de|del)\s|for\s(?:the\s)?[A-Z]|[A-ZÁÉÍÓÚ])")
_OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Ss]ecretaries|[Ss]ecretari[oa])\s+(?:of|to|de|del)\s+(?:the\s+|la\s+)?$"
)
_SLIPS = frozenset({"bank", "ministry", "council"})
_BRAND_BEFORE = re.compile(r"(?<=[a-z]\s)([A-Z][a-z]+)\s$")
_BRAND_AFTER = re.compile(r"\s([A-Z][a-z]+)\b(?!\s[A-Z])")
_WORD_BEFORE = re.compile(r"([A-ZÁÉÍÓÚ][\w.’'-]*)\s$")


@dataclass(frozen=True, slots=True)
class Match:
    """A name of one or more bodies: ``text[start:end]``; ``doubtful`` if it may be a plain word."""

    start: int
    end: int
    keys: tuple[str, ...]
    doubtful: bool = False


def find_names(text: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """Full names, whatever their case, accents, typography and line breaks."""
    folded = folded_text(text)
    for start, end, name in gazetteer.find(folded.text):
        first, last = folded.origin(start), folded.origin(end, end=True)
        article = _ARTICLE.match(text, first, last)
        if article and " " in text[article.end() : last]:  # "Los Pinos" keeps it
            first = article.end()
        surface = text[first:last]
        if _cased(surface) and not _person(surface, text, last):
            yield Match(first, last, gazetteer.names[name])


def _cased(surface: str) -> bool:
    """Whether a name is capitalised as names are; its first word may stay small in Spanish."""
    words = surface.split()
    if surface.startswith(("secretaria ", "subsecretaria ")):
        return False
    rest = [word for word in words[1:] if word.lower() not in SMALL_WORDS]
    small = sum(word[0].islower() for word in rest)
    if words[0][0].islower() and (not rest or small):
        return False
    return small == 0 or (small == 1 and (len(rest) > 2 or _is_slip(words)))


def _is_slip(words: Sequence[str]) -> bool:
    """Whether the second of two words is a head noun left small ("World bank")."""
    heads = lexicon().heads.get(words[-1].lower(), ())
    return len(words) == 2 and any(head.type in _SLIPS for head in heads)


def _person(surface: str, text: str, end: int) -> bool:
    """Whether a name that ends in a title is somebody's title here ("Representative Tai")."""
    return surface.endswith(("Representative", "Commissioner", "Comisionado")) and bool(
        _CAPITALISED.match(text, end)
    )


def find_acronyms(text: str, gazetteer: Gazetteer, alone: frozenset[str]) -> Iterator[Match]:
    """Acronyms as they are written, doubtful ones marked so, and nouns that name a body alone.

    Args:
        text: any text.
        gazetteer: institutions by name.
        alone: capitalised nouns such as "Senate"; no keys are given for them.
    """
    sure, doubtful = gazetteer.acronyms, gazetteer.doubtful
    for match in _ACRONYM.finditer(text):
        word = match[0]
        if word in sure:
            if _in_brand(text, match.start(), match.end()):
                continue
            yield Match(match.start(), match.end(), sure[word])
        elif word in doubtful:
            yield Match(match.start(), match.end(), doubtful[word], doubtful=True)
        elif word in alone and not _titled(text, match.start(), match.end()):
            yield Match(match.start(), match.end(), ())
        elif "-" in word or "+" in word:
            yield from _parts(match, gazetteer)


def _parts(compound: re.Match[str], gazetteer: Gazetteer) -> Iterator[Match]:
    """Acronyms a compound joins to a country or to each other ("US-ASEAN", "WTO-IMF")."""
    start, word = compound.start(), compound[0]
    parts = list(_PART.finditer(word))
    if all(part[0] in gazetteer.acronyms or nation_of(part[0]) for part in parts):
        for part in parts:
            keys = gazetteer.acronyms.get(part[0])
            if keys and not nation_of(part[0]):
                yield Match(start + part.start(), start + part.end(), keys)


def _in_brand(text: str, start: int, end: int) -> bool:
    """Whether an acronym stands amid a product's name ("Lactamil EU Gold")."""
    before = _BRAND_BEFORE.search(text, max(0, start - 24), start)
    after = _BRAND_AFTER.match(text, end) if before else None
    return bool(before and after and _is_strange(before[1]) and _is_strange(after[1]))


def _is_strange(word: str) -> bool:
    """Whether a capitalised word is none that stands beside institutions' names."""
    words, low = lexicon(), word.lower()
    known = low in words.heads or low in words.titles or low in words.openers or low in words.verbs
    known = known or low in words.outcomes or low in words.levels or words.is_field(low)
    return not known and not low.endswith("s") and nation_of(word) is None


def find_noisy(text: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """Acronyms whose letters a scanner left in odd case ("wTo")."""
    for match in _ODD_CASE.finditer(text):
        start, end = match.start() - 1, match.end()
        keys = gazetteer.acronyms.get(text[start:end].upper())
        if keys:
            yield Match(start, end, keys)


def _titled(text: str, start: int, end: int) -> bool:
    """Whether a noun belongs to a longer name or a title ("Secretary of the Treasury")."""
    low = max(0, start - 40)
    if _LONGER.match(text, end) or _OFFICE.search(text, low, start):
        return True
    before = _WORD_BEFORE.search(text, low, start)
    return before is not None and not lexicon().opens(before[1].lower(), "")
