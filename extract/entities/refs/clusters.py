"""Which mentions name one body: same entry, same name, acronym and full name, name and country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.agencies.acronyms import links
from extract.entities.agencies.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.entities.mentions import Mention

_ARTICLES = re.compile(r"\b(?:the|de|del|la|el|los|las|of)\b|['’]s?\b")
_SPACES = re.compile(r"\s+")


class Clusters:
    """Mentions of one document, joined step by step into bodies.

    Args:
        text: the document.
        mentions: its AGENCY and COMPANY mentions, in text order.
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text, self.mentions = text, mentions
        self.parents = list(range(len(mentions)))
        self.names = [fold(text[m.start : m.end]) for m in mentions]
        self._join_equal(m.ref for m in mentions)
        self._join_equal(self.names)
        self._join_definitions()
        self._join_equal(map(_bare, self.names))

    def root(self, at: int) -> int:
        """Representative of the cluster of mention ``at``."""
        while self.parents[at] != at:
            self.parents[at] = self.parents[self.parents[at]]
            at = self.parents[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make one body of two, unless a list says that they are different bodies."""
        one, other = sorted((self.root(one), self.root(other)))
        refs = {r for r in (self.mentions[one].ref, self.mentions[other].ref) if r}
        if len(refs) < 2:
            self.parents[other] = one
            self.mentions[one].ref = next(iter(refs), None)

    def _join_equal(self, keys: Iterable[str | None]) -> None:
        first: dict[str, int] = {}
        for at, key in enumerate(keys):
            if key:
                self.join(first.setdefault(key, at), at)

    def _join_definitions(self) -> None:
        starts = {m.start: at for at, m in enumerate(self.mentions)}
        ends = {(m.start, m.end): at for at, m in enumerate(self.mentions)}
        for mention, definition in links(self.mentions, self.text):
            short = starts.get(definition.start)
            if short is not None:
                self.join(ends[mention.start, mention.end], short)

    def bodies(self) -> dict[int, list[int]]:
        """Cluster representative → its mentions in text order."""
        found: dict[int, list[int]] = {}
        for at in range(len(self.mentions)):
            found.setdefault(self.root(at), []).append(at)
        return found


def _bare(name: str) -> str:
    """A name without articles, prepositions and punctuation, for comparing wordings."""
    return _SPACES.sub(" ", _ARTICLES.sub(" ", name).replace(",", " ")).strip()
