"""Values and links, of the mentions whose span and label are exact."""

from __future__ import annotations

from collections import Counter
from math import comb
from typing import TYPE_CHECKING

from extract.evaluation.tally import Tally
from extract.schema import AgencyEntity, CountryEntity, DateEntity, MoneyEntity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Iterator

    from extract.evaluation.loading import Pair
    from extract.schema import DateInterval, Entity, Money

    MoneyKey = tuple[float, str, float | None]
    DateKey = tuple[dt.date | None, dt.date | None]


def exact_matches(pair: Pair) -> list[tuple[Entity, Entity]]:
    """Gold and predicted mentions with one span and label, in text order."""
    predicted = {(e.start, e.end, e.label): e for e in pair.predicted.entities}
    gold = {(e.start, e.end, e.label): e for e in pair.gold.entities}
    return [(gold[key], predicted[key]) for key in sorted(gold.keys() & predicted.keys())]


def money_key(money: Money | None) -> MoneyKey | None:
    """Amount, currency and upper end of a range; amounts are told apart to the cent."""
    if money is None:
        return None
    top = round(float(money.max), 2) if money.max else None
    return round(float(money.amount), 2), money.currency, top


def _amount(money: Money | None) -> float | None:
    return None if money is None else round(float(money.amount), 2)


def date_key(date: DateInterval | None) -> DateKey | None:
    """First and last day; ``None`` when neither is known."""
    return (date.start, date.end) if date and (date.start or date.end) else None


def value_facets(gold: Entity, predicted: Entity) -> dict[str, tuple[Hashable, Hashable]]:
    """What there is to compare: figure name → gold's and the predicted value.

    Empty where gold knows no value.
    """
    match gold, predicted:
        case MoneyEntity(money=g), MoneyEntity(money=p) if g is not None:
            return {
                "MONEY.value": (money_key(g), money_key(p)),
                "MONEY.amount": (_amount(g), _amount(p)),
                "MONEY.currency": (g.currency, p.currency if p else None),
                "MONEY.qualifier": (g.qualifier, p.qualifier if p else "exact"),
            }
        case DateEntity(date=d), DateEntity(date=q) if date_key(d) is not None:
            return {"DATE.value": (date_key(d), date_key(q))}
        case CountryEntity(country=c), CountryEntity(country=o):
            return {"COUNTRY.value": (c, o)}
    return {}


def tally_values(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """Figures ``MONEY.value``, ``.amount``, ``.currency``, ``.qualifier``, ``DATE.value``."""
    for gold, predicted in exact_matches(pair):
        for name, (expected, found) in value_facets(gold, predicted).items():
            yield name, Tally.share(expected == found, 1)


def agency_matches(pair: Pair) -> list[tuple[AgencyEntity, AgencyEntity]]:
    """Gold and predicted mentions of the agencies found exactly."""
    return [
        (gold, predicted)
        for gold, predicted in exact_matches(pair)
        if isinstance(gold, AgencyEntity) and isinstance(predicted, AgencyEntity)
    ]


def tally_links(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """Figures ``AGENCY.link`` (pairs of mentions that share a ref) and ``AGENCY.b3`` (B³)."""
    links = Counter((gold.ref, found.ref) for gold, found in agency_matches(pair))
    of_gold: Counter[str] = Counter()
    of_found: Counter[str] = Counter()
    for (gold, found), n in links.items():
        of_gold[gold] += n
        of_found[found] += n
    yield "AGENCY.link", Tally.of(*(_pairs(sizes.values()) for sizes in (links, of_found, of_gold)))
    for (gold, found), n in links.items():
        # each of the n mentions has n mentions of its own body in its predicted cluster
        yield "AGENCY.b3", Tally(n * n / of_found[found], n, n * n / of_gold[gold], n)


def _pairs(sizes: Iterable[int]) -> int:
    """How many pairs of mentions lie within one cluster."""
    return sum(comb(n, 2) for n in sizes)
