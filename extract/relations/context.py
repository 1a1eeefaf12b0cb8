"""What earlier sentences lend: the parties that "both countries", "the country", "we" stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.entities.countries import annotate as find_countries
from extract.schema import BlockKind, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention, State

_LEAD = 600
_PAIR = 2


def party_key(mention: Mention) -> str:
    """One key per body or country: its ref, ``@XX`` for countries.

    >>> from extract.entities.mentions import Mention
    >>> party_key(Mention(Label.COUNTRY, 0, 6, country="MX"))
    '@MX'
    """
    if mention.label is Label.COUNTRY:
        return f"@{mention.country}"
    return mention.ref or f"{mention.start}:{mention.end}"


@dataclass
class Context:
    """The discourse of one document.

    Attributes:
        mentions: the document's mentions, in text order.
        starts: their first characters.
        countries: indexes of those that stand for a country.
        home: index of the first mention of the issuer's country, or ``None``.
        headings: (start, end) of the headings, in text order.
    """

    mentions: Sequence[Mention]
    starts: list[int] = field(default_factory=list)
    countries: list[int] = field(default_factory=list)
    home: int | None = None
    headings: list[tuple[int, int]] = field(default_factory=list)

    def resolve(self, reference: str, at: int) -> Sequence[int]:
        """Mentions that ``reference`` at character ``at`` stands for; empty where it is unclear."""
        if reference == "both":
            return self._pair(at)
        if reference == "home":
            return self._main(at)
        return ()

    def _pair(self, at: int) -> Sequence[int]:
        """The last two countries named together before ``at``, else the document's two."""
        before = [n for n in self.countries if self.starts[n] < at]
        latest = _distinct(self.mentions, reversed(before[-6:]))
        common = self._common()
        pair = [n for n in latest if party_key(self.mentions[n]) in common]
        return tuple(sorted(pair[:_PAIR])) if len(pair) >= _PAIR else tuple(sorted(latest[:_PAIR]))

    def _common(self) -> set[str]:
        counts = Counter(party_key(self.mentions[n]) for n in self.countries)
        return {key for key, _ in counts.most_common(_PAIR)}

    def _main(self, at: int) -> Sequence[int]:
        if self.home is not None:
            return (self.home,)
        before = [n for n in self.countries if self.starts[n] < at]
        if not before:
            return ()
        counts = Counter(party_key(self.mentions[n]) for n in before)
        best = counts.most_common(1)[0][0]
        return (max(n for n in before if party_key(self.mentions[n]) == best),)

    def topic(self, at: int) -> Sequence[int]:
        """The parties that the heading of the section, else the opening, names before ``at``."""
        for start, end in reversed(self.headings):
            if end <= at:
                named = [n for n in range(bisect_left(self.starts, start), bisect_left(self.starts, end))
                         if n in self.countries]  # fmt: skip
                if named:
                    return _distinct(self.mentions, named)
        return ()


def _distinct(mentions: Sequence[Mention], indexes: object) -> list[int]:
    seen: dict[str, int] = {}
    for n in indexes:  # type: ignore[attr-defined]
        seen.setdefault(party_key(mentions[n]), n)
    return list(seen.values())


def context_of(state: State) -> Context:
    """The discourse of the document that ``state`` describes."""
    mentions = state.mentions
    countries = [n for n, m in enumerate(mentions) if party_key(m).startswith("@")]
    headings = [(b.start, b.end) for b in state.blocks if b.kind is BlockKind.HEADING]
    context = Context(mentions, [m.start for m in mentions], countries, headings=headings)
    context.home = _home(state, countries)
    return context


def _home(state: State, countries: Sequence[int]) -> int | None:
    """The issuer's country, told by the publisher's name or by the bodies the text names most."""
    publisher = state.metadata.publisher or ""
    named = [m.country for m in find_countries(publisher, state)] if publisher else []
    owners = Counter(m.agency.country for m in state.mentions if m.agency and m.agency.country)
    country = named[0] if named else None
    if country is None and owners:
        country, count = owners.most_common(1)[0]
        if 2 * count <= sum(owners.values()):
            return None
    key = f"@{country}"
    return next((n for n in countries if party_key(state.mentions[n]) == key), None)
