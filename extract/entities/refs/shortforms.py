"""Capitalised short forms that stand for a body named before: "the Agency", "el Banco".

Guidelines §1: the short form takes the ref of the nearest body before it whose name has that head
noun; without such a body it is no mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.entities.agencies.folding import fold
from extract.entities.agencies.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*\.?|[A-Z]\.")
_SMALL = frozenset("of for and the on in to against at de del la las los el y e para en contra sobre".split())
_CAPITAL = r"A-ZÀ-ÖØ-Þ"


@dataclass(slots=True)
class Forms:
    """Short forms of the bodies of a document.

    Attributes:
        heads: folded head noun → bodies that have it, as (offset of first mention, body).
        phrases: shortened name as written → body.
    """

    heads: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    phrases: dict[str, int] = field(default_factory=dict)

    def add(self, body: int, start: int, names: Iterable[str], *, seen: Iterable[str]) -> None:
        """Learn the short forms of a body.

        Args:
            body: its number.
            start: where it is first mentioned.
            names: its full names, in any language.
            seen: its mentions as written in the document.
        """
        for name in names:
            for head in head_nouns(name):
                self.heads.setdefault(head, []).append((start, body))
        written = list(seen)
        for name in written:
            for phrase in shortened(name, written):
                self.phrases.setdefault(phrase, body)


def head_nouns(name: str) -> Iterator[str]:
    """Folded head nouns of a name.

    >>> list(head_nouns("Inter-American Development Bank"))
    ['bank']
    >>> list(head_nouns("Banco Interamericano de Desarrollo"))
    ['banco']
    """
    heads = _folded_heads()
    for word in _WORD.findall(name):
        if fold(word) in heads and word[0].isupper():
            yield fold(word)


def _folded_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon().heads)


def shortened(name: str, written: list[str]) -> Iterator[str]:
    """Shorter wordings of a name: without complement, without first names, acronym with head.

    >>> list(shortened("Saudi Fund for Development", ["SFD"]))
    ['Saudi Fund', 'SFD Fund']
    >>> list(shortened("Howard G. Buffett Foundation", []))
    ['Buffett Foundation']
    """
    words = _WORD.findall(name)
    heads = [n for n, w in enumerate(words) if fold(w) in _folded_heads()]
    if not heads:
        return
    head = heads[-1] if heads[-1] == len(words) - 1 else heads[0]
    before = words[:head]
    if not before or any(w.lower() in _SMALL for w in before):
        pass
    elif head < len(words) - 1:
        yield " ".join((*before, words[head]))
    elif len(before) > 1 and len(before[-2]) <= 2:
        yield " ".join((before[-1], words[head]))
    for acronym in written:
        if acronym.isupper() and " " not in acronym:
            yield f"{acronym} {words[head]}"


def find(text: str, forms: Forms) -> Iterator[tuple[int, int, int]]:
    """Short forms in ``text``: start, end, body."""
    if forms.phrases:
        phrases = sorted(forms.phrases, key=len, reverse=True)
        folded = {fold(p): forms.phrases[p] for p in phrases}
        spelled = "|".join(r"\s+".join(map(re.escape, p.split())) for p in phrases)
        pattern = re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])", re.IGNORECASE)
        for match in pattern.finditer(text):
            if match[0][0].isupper() or match[0][1:2].isupper():
                yield match.start(), match.end(), folded[fold(match[0])]
    if forms.heads:
        for start, end, word in _lone_heads(text, forms.heads):
            before = [entry for entry in forms.heads[word] if entry[0] < start]
            if before:
                yield start, end, max(before)[1]


def _lone_heads(text: str, heads: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Capitalised head nouns that are not part of a longer capitalised name."""
    words = {w for w in lexicon().heads if fold(w) in set(heads)}
    spelled = "|".join(sorted((re.escape(w[0].upper() + w[1:]) for w in words), key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<article>[Tt]he|[Ee]l|[Ll]a|[Dd]el|[Aa]l|[Ee]ste|[Ee]sta|[Tt]his|[Oo]ur)\s+|(?<=[a-z,] ))(?P<head>{spelled})\b(?![-/])(?!\s+(?:of|for|on|de|del|para)\s+(?:the\s+|la\s+|los\s+)?[{_CAPITAL}])(?!\s+[{_CAPITAL}])"
    )
    for match in pattern.finditer(text):
        yield match.start("head"), match.end("head"), fold(match["head"])
