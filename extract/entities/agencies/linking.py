"""Which listed body a name means: "Ministry of Economy" of which country?

The country beside the name decides, else the country the document speaks of most. A name that
any country's body could bear is linked only where something else in the document points to that
country.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.entities.agencies.governments import short_forms
from extract.entities.mentions import Mention
from extract.entities.names.folding import fold
from extract.entities.names.nations import nation_of
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.entities.agencies.gazetteer import Body, Gazetteer
    from extract.entities.agencies.matching import Match
    from extract.entities.mentions import State

_COUNTRY_ADDED = re.compile(r"\s+(?:of|de|del)\s+(?:the\s+|la\s+|los\s+)?(?P<nation>.+)")
_BETWEEN = re.compile(r"['’]?s?\s*(?:(?:of|de|del)\s+)?(?:the\s+|la\s+|los\s+)?")
_PUBLISHER_VOTES = 3
_NEAR = 12


class Linker:
    """Links the names of one document.

    Args:
        known: institutions by name.
        text: the document.
        state: its countries and publisher.
        matches: all matches in it; those that can mean one body only vote for its country.
    """

    def __init__(self, known: Gazetteer, text: str, state: State, matches: Iterable[Match]) -> None:
        self.known, self.text = known, text
        self.countries = [m for m in state.mentions if m.label is Label.COUNTRY]
        self.starts = [m.start for m in self.countries]
        self.votes = Counter(m.country for m in self.countries)
        self._vote_publisher(state.metadata.publisher)
        for match in matches:
            bodies = self._bodies(match.keys)
            if len(bodies) == 1 and not self._is_generic(match, bodies[0]):
                self.votes[bodies[0].agency.country] += 1

    def _vote_publisher(self, publisher: str | None) -> None:
        name = fold(publisher).removeprefix("the ") if publisher else ""
        for body in self._bodies(self.known.names.get(name, ())):
            self.votes[body.agency.country] += _PUBLISHER_VOTES

    def _bodies(self, keys: Sequence[str]) -> list[Body]:
        return [self.known.bodies[key] for key in keys]

    def body(self, match: Match) -> Body | None:
        """The body ``match`` means; ``None`` where that cannot be told."""
        bodies = self._bodies(match.keys)
        beside = self._beside(match.start, match.end)
        if beside:
            bodies = [b for b in bodies if b.agency.country in (beside, None)]
        if not bodies:
            return None
        if len(bodies) == 1:
            body = bodies[0]
            return body if beside or self._is_plausible(match, body) else None
        ranked = sorted(bodies, key=lambda b: -self.votes[b.agency.country])
        first, second = (self.votes[b.agency.country] for b in ranked[:2])
        return ranked[0] if first > second else None

    def _is_plausible(self, match: Match, body: Body) -> bool:
        return not self._is_generic(match, body) or self.votes[body.agency.country] > 0

    def _is_generic(self, match: Match, body: Body) -> bool:
        """Whether another country's body could bear the name: it is spelt out and names none."""
        name = self.text[match.start : match.end]
        if body.agency.country is None or " " not in name or name.isupper():
            return False
        return not _names_nation(name)

    def _beside(self, start: int, end: int) -> str | None:
        """Code of the country named right before or after ("Mexico's …", "… of Chile")."""
        at = bisect_left(self.starts, start)
        if at and start - self.countries[at - 1].end <= _NEAR:
            before = self.countries[at - 1]
            if _BETWEEN.fullmatch(self.text, before.end, start):
                return before.country
        after = bisect_left(self.starts, end)
        if after < len(self.starts) and self.starts[after] - end <= _NEAR:
            gap = self.text[end : self.starts[after]]
            if re.fullmatch(r"\s+(?:of|de|del)\s+(?:the\s+|la\s+|los\s+)?", gap):
                return self.countries[after].country
        return None


def link_longer(text: str, found: list[Mention], matches: list[Match], linker: Linker) -> None:
    """Link names that add only their country to a listed one ("Ministry of Energy of Chile")."""
    listed = {match.start: match for match in matches if match.keys}
    for mention in found:
        match = listed.get(mention.start) if mention.ref is None else None
        if match is not None and match.end < mention.end:
            added = _COUNTRY_ADDED.fullmatch(text, match.end, mention.end)
            body = linker.body(match) if added and nation_of(added["nation"]) else None
            if body is not None:
                mention.ref, mention.agency = body.ref, body.agency


def listed_mention(match: Match, linker: Linker) -> Mention:
    """The AGENCY mention of a match, linked where the document tells the body."""
    body = linker.body(match)
    if body is None and not match.keys:
        code = short_forms().get(linker.text[match.start : match.end])
        ref = f"@{code}" if code else None
        return Mention(Label.AGENCY, match.start, match.end, rule="agency.list", ref=ref)
    return Mention(
        Label.AGENCY, match.start, match.end, rule="agency.list",
        agency=body.agency if body else None, ref=body.ref if body else None,
    )  # fmt: skip


@lru_cache(maxsize=1 << 13)
def _names_nation(name: str) -> bool:
    """Whether one or two words of ``name`` are a country's, as a noun or an adjective."""
    words = name.split()
    return any(map(nation_of, (*words, *map(" ".join, pairwise(words)))))
