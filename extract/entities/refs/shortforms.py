"""Capitalised short forms that stand for a body named before: "the Agency", "el Banco".

Guidelines §1: the short form takes the ref of the body with that head noun that was mentioned last;
without such a body it is no mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from extract.entities.names.folding import fold, folded_text
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import find_all
from extract.entities.names.runs import find_runs
from extract.entities.refs.wordings import head_nouns, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_CAPITALISED = re.compile(rf"(?:^|[\s(])[{_CAPITAL}][\w.’'-]*\s$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Ee]l|[Ll]a|[Dd]el|[Aa]l|[Ee]st[ea]|[Tt]his|[Oo]ur)\s$")
_LONGER = re.compile(
    rf"/|-(?![a-z])|\s+(?:of|for|on|de|del|para)\s+(?:the\s+|la\s+|los\s+)?[{_CAPITAL}]|\s+[{_CAPITAL}]"
)
_COMPLEMENT = re.compile(rf"\s+(?:of|for|de|del|para)\s+(?:the\s+|la\s+)?[{_CAPITAL}]")
_CHUNK = re.compile(rf"[{_CAPITAL}](?:\w|-(?![a-z]))*(?:\s[{_CAPITAL}](?:\w|-(?![a-z]))*)*")
_REACH = 25
_LONGEST_HEAD = 24
_HOUSE_OF_STUDIES = "maxima casa de estudios"
"""What newspapers call the university of the place."""
_NEVER_ALONE = frozenset(
    {"administration", "administracion", "party", "services", "servicios", "chambers"}
)


@dataclass(slots=True)
class Forms:
    """Short forms of the bodies of a document.

    Attributes:
        heads: folded head noun → (offset, body) of every mention of a body that has it as written.
        unwritten: the same of bodies that have it only in names the document does not use.
        phrases: folded shorter wording → body.
    """

    heads: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    unwritten: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    phrases: dict[str, int] = field(default_factory=dict)

    def add(
        self, body: int, names: Iterable[str], seen: Sequence[str], places: Iterable[int]
    ) -> None:
        """Learn the short forms of a body.

        Args:
            body: its number.
            names: its full names, in any language.
            seen: its mentions as written in the document.
            places: where they start.
        """
        offsets = list(places)
        nouns = {noun for name in names for noun in head_nouns(name)} - _NEVER_ALONE
        if "universidad" in nouns:
            self.phrases.setdefault(_HOUSE_OF_STUDIES, body)
        written = {noun for name in seen for noun in head_nouns(name)}
        for noun in nouns:
            kept = self.heads if noun in written else self.unwritten
            kept.setdefault(noun, []).extend((at, body) for at in offsets)
        acronyms = [name for name in seen if name.isupper() and " " not in name]
        for name in seen:
            for phrase in shortened(name):
                self.phrases.setdefault(fold(phrase), body)
            for acronym, noun in product(acronyms, head_nouns(name)):
                self.phrases.setdefault(fold(f"{acronym} {noun}"), body)


def find(text: str, forms: Forms) -> Iterator[tuple[int, int, int]]:
    """Short forms in ``text``: start, end, body."""
    if forms.phrases:
        folded = folded_text(text)
        for start, end, phrase in find_all(folded.text, forms.phrases):
            first, last = folded.origin(start), folded.origin(end, end=True)
            capital = text[first:last].rsplit(maxsplit=1)[-1][0].isupper()
            if capital and not _COMPLEMENT.match(text, last):
                yield first, last, forms.phrases[phrase]
    if forms.heads or forms.unwritten:
        yield from _lone_heads(text, forms)


def _lone_heads(text: str, forms: Forms) -> Iterator[tuple[int, int, int]]:
    """Capitalised head nouns that are not part of a longer capitalised name.

    A body whose name was written out comes before one that only a list calls so.
    """
    for places in (*forms.heads.values(), *forms.unwritten.values()):
        places.sort()
    for first, last in find_runs(text).holding(lexicon().signals):
        for chunk in _CHUNK.finditer(text, first, last):
            start, end = _without_opener(text, *chunk.span())
            if end - start > _LONGEST_HEAD:
                continue
            noun = fold(text[start:end])
            for places in (forms.heads.get(noun, []), forms.unwritten.get(noun, [])):
                before = bisect_left(places, (start, -1))
                if before and _stands_alone(text, start, end):
                    yield start, end, places[before - 1][1]
                    break


def _without_opener(text: str, start: int, end: int) -> tuple[int, int]:
    first, _, rest = text[start:end].partition(" ")
    return (end - len(rest) if rest and first.lower() in lexicon().openers else start), end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a capitalised noun is a short form, not part of a name or the start of a sentence."""
    low = max(0, start - _REACH)
    if _LONGER.match(text, end):
        return False
    if _ARTICLE.search(text, low, start):
        return True
    return text[start - 2 : start - 1].islower() and not _CAPITALISED.search(text, low, start)
