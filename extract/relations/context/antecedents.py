"""What earlier sentences lend: the parties that "both countries", "the country", "we" stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.relations.context.memory import CAPITAL, PERSON
from extract.relations.syntax.sentences import PARTY
from extract.schema import Label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from extract.entities.mentions import Mention
    from extract.relations.context.memory import StandIn, Told, Whole

_PAIR = 2
_NOUNS = {"company": Label.COMPANY, "bank": Label.AGENCY}
_NOUN_LENGTH = 16
_NEARBY = 600
_FAR = 12
_BODIES = (Label.AGENCY, Label.COMPANY)


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
        home: first mention of the country the text is from, or ``None``.
        issuer: the same where the publisher itself is of that country's government.
        issuing_body: first mention of the body that the publisher's name names.
        topic: a mention of the one country that the headline names beside the issuer's.
        signatories: the countries that issue a joint statement together.
        published: the day of publication, if it is known.
        is_bill: the text is about appropriations or a bill, which are still to be spent.
        is_about_flows: the text is about foreign direct investment, which countries receive.
        segments: first characters of the sentences.
        leads: first character of a list item → the first party of the sentence that opens the list.
        whole: the last amount, which "of that sum" is a part of.
        told: the last event before, which "the agreement" may point to.
        stand_ins: persons and capitals, which stand for a mention.
    """

    mentions: Sequence[Mention]
    starts: list[int] = field(default_factory=list)
    countries: list[int] = field(default_factory=list)
    home: int | None = None
    issuer: int | None = None
    issuing_body: int | None = None
    topic: int | None = None
    signatories: Sequence[int] = ()
    published: dt.date | None = None
    is_bill: bool = False
    is_about_flows: bool = False
    segments: list[int] = field(default_factory=list)
    leads: dict[int, int] = field(default_factory=dict)
    whole: Whole | None = None
    told: Told | None = None
    stand_ins: Sequence[StandIn] = ()

    def resolve(self, reference: str, at: int) -> Sequence[int]:
        """Mentions that ``reference`` at character ``at`` stands for; empty where it is unclear."""
        if reference == "both":
            return self._pair(at)
        if reference in ("bodies", "three"):
            return self._group(at, bodies=reference == "bodies")
        if reference == "home":
            return self._country(at)
        if reference in _NOUNS:
            return self._named(_NOUNS[reference], at)
        if reference in (PERSON, CAPITAL):
            return [found.mention for found in self.stand_ins if found.start == at]
        if reference == "we":
            return self.signatories or ((self.issuer,) if self.issuer is not None else ())
        return ()

    def _country(self, at: int) -> Sequence[int]:
        """The country named last, or in a government's text that of the headline or its own."""
        near = [n for n in self.countries_before(at) if at - self.starts[n] < _NEARBY]
        named = [n for n in near if self.mentions[n].label is Label.COUNTRY]
        if self.issuer is None and named:
            return named[-1:]
        told = self.topic is not None and self.starts[self.topic] < at
        return (self.topic,) if told and self.topic is not None else self.main(at)

    def _named(self, label: Label, at: int) -> Sequence[int]:
        """The last company (body) named before ``at``, unless its name follows at once."""
        n = bisect_left(self.starts, at)
        if any(self.mentions[k].start < at + _NOUN_LENGTH for k in range(n, len(self.starts))[:1]):
            return ()
        near = range(n - 1, -1, -1)
        named = (k for k in near if at - self.starts[k] < _NEARBY)
        return [k for k in named if self.mentions[k].label is label][:1]

    def country(self, code: str) -> int | None:
        """First mention of a country, by ISO code."""
        return next((n for n in self.countries if party_key(self.mentions[n]) == f"@{code}"), None)

    def countries_before(self, at: int) -> list[int]:
        """Mentions of countries that start before character ``at``."""
        return self.countries[: bisect_left(self.countries, bisect_left(self.starts, at))]

    def last_subject(self, at: int) -> Sequence[int]:
        """The first party of the sentence before character ``at``, or whom its person acts for."""
        n = bisect_left(self.segments, at)
        if not 0 < n < len(self.segments):
            return ()
        first = bisect_left(self.starts, self.segments[n - 1])
        last = bisect_left(self.starts, self.segments[n])
        named = [n for n in range(first, last) if self.mentions[n].label in PARTY]
        start, end = self.segments[n - 1], self.segments[n]
        return (named or [s.mention for s in self.stand_ins if start <= s.start < end])[:1]

    def told_before(self, at: int) -> Told | None:
        """The last event, if it was told shortly before character ``at``."""
        near = self.told is not None and at - self.told.end < _NEARBY
        return self.told if near else None

    def is_foreign(self, mention: int) -> bool:
        """Is the party neither the issuer's country nor one of its bodies?"""
        if self.issuer is None:
            return False
        found, home = self.mentions[mention], party_key(self.mentions[self.issuer])
        owner = found.agency.country if found.agency is not None else None
        return party_key(found) != home and f"@{owner}" != home

    def _pair(self, at: int) -> Sequence[int]:
        """The last two countries named together before ``at``, else the document's two."""
        before = self.countries_before(at)
        near = self._nearby_pair(at)
        if near or (near := self.clear_pair() or self._owners_pair()):
            return near
        if len(before) < _PAIR and self.home is not None:
            return distinct_parties(self.mentions, [*before, self.home])
        latest = distinct_parties(self.mentions, reversed(before[-6:]))
        common = self._common()
        pair = [n for n in latest if party_key(self.mentions[n]) in common]
        return tuple(sorted(pair[:_PAIR])) if len(pair) >= _PAIR else tuple(sorted(latest[:_PAIR]))

    def _nearby_pair(self, at: int) -> Sequence[int]:
        """The two countries that this sentence or the one before names, if it names two."""
        n = bisect_left(self.segments, at + 1) - 1
        for first in range(n, max(-1, n - _PAIR), -1):
            end = at if first == n else self.segments[first + 1]
            named = [
                m for m in self.countries_before(end) if self.starts[m] >= self.segments[first]
            ]
            found = distinct_parties(self.mentions, named)
            if len(found) >= _PAIR:
                return tuple(found) if len(found) == _PAIR else ()
        return ()

    def _group(self, at: int, *, bodies: bool) -> Sequence[int]:
        """The last two bodies, or three countries, of a sentence that names as many."""
        wanted = _PAIR if bodies else _PAIR + 1
        if not bodies and len(self.signatories) == wanted:
            return self.signatories
        first = bisect_left(self.segments, at)
        for start in reversed(self.segments[max(0, first - _FAR) : first]):
            end = self.segments[min(len(self.segments) - 1, bisect_left(self.segments, start) + 1)]
            last = bisect_left(self.starts, min(at, end) if end > start else at)
            named = range(bisect_left(self.starts, start), last)
            of_kind = (
                n for n in named
                if self.mentions[n].label in (_BODIES if bodies else (Label.COUNTRY,))
            )  # fmt: skip
            found = distinct_parties(self.mentions, of_kind)
            if len(found) == wanted or (found and len(found) > wanted and not bodies):
                return tuple(found[:wanted])
        return ()

    def _common(self) -> set[str]:
        counts = Counter(party_key(self.mentions[n]) for n in self.countries)
        return {key for key, _ in counts.most_common(_PAIR)}

    def clear_pair(self) -> Sequence[int]:
        """The two countries the text is about, where there are two and no third comes near."""
        counts = Counter(party_key(self.mentions[n]) for n in self.countries).most_common(3)
        third = counts[2][1] if len(counts) > _PAIR else 0
        if len(counts) < _PAIR or counts[1][1] < max(_PAIR, 2 * third):
            return ()
        return [
            next(n for n in self.countries if party_key(self.mentions[n]) == key)
            for key, _ in counts[:_PAIR]
        ]

    def _owners_pair(self) -> Sequence[int]:
        """The same, counting the bodies of each country too."""
        counts = Counter(party_key(self.mentions[n]) for n in self.countries)
        counts.update(
            f"@{m.agency.country}" for m in self.mentions if m.agency and m.agency.country
        )
        (one, _), (two, second), (_, third) = [*counts.most_common(3), *[("", 0)] * 3][:3]
        pair = [self.country(key[1:]) for key in (one, two)]
        clear = second >= max(_PAIR, 2 * third)
        return [n for n in pair if n is not None] if clear and None not in pair else ()

    def main(self, at: int, taken: Collection[str] = ()) -> Sequence[int]:
        """The country the text is mostly about as far as ``at``, other than those ``taken``."""
        if self.home is not None and party_key(self.mentions[self.home]) not in taken:
            return (self.home,)
        before = self.countries_before(at)
        keys = [key for n in before if (key := party_key(self.mentions[n])) not in taken]
        if not keys:
            return ()
        best = Counter(keys).most_common(1)[0][0]
        return (max(n for n in before if party_key(self.mentions[n]) == best),)


def distinct_parties(mentions: Sequence[Mention], indexes: Iterable[int]) -> list[int]:
    """The first of ``indexes`` of each body or country."""
    seen: dict[str, int] = {}
    for n in indexes:
        seen.setdefault(party_key(mentions[n]), n)
    return list(seen.values())
