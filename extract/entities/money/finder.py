"""Finding money: scan, read, join, sort out, value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.mentions import Mention, zones
from extract.entities.money.amounts import Amount, amounts
from extract.entities.money.context import Context
from extract.entities.money.currency import currencies
from extract.entities.money.elided import with_elided
from extract.entities.money.phrases import items
from extract.entities.money.qualifiers import qualifier
from extract.entities.money.ranges import merged
from extract.entities.money.tokens import runs
from extract.entities.money.vetoes import is_money
from extract.schema import Label, Metadata, Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import State
    from extract.schema import Qualifier


def annotate(text: str, state: State) -> list[Mention]:
    """Amounts of money in a document, each stretch read in its own language.

    Args:
        text: the document.
        state: its segments, for the languages, and its metadata.
    """
    context = Context(text, state.metadata)
    return [
        mention
        for start, end, language in zones(state.segments, len(text))
        for mention in _find(context, language, start, end)
    ]


def find_money(
    text: str,
    language: str = "en",
    metadata: Metadata | None = None,
    start: int = 0,
    end: int | None = None,
) -> list[Mention]:
    """Amounts of money in ``text[start:end]`` (guidelines §1, MONEY), in text order.

    Args:
        text: any text; all of it tells how numbers and currencies are written.
        language: ``en`` or ``es``.
        metadata: publisher and address help to tell which dollar or peso is meant.
        start: first character to search.
        end: the character after the last; the end of the text by default.

    >>> text = "The Bank lent nearly $30 million and the Fund 2.5 billion Japanese yen."
    >>> [(text[m.start : m.end], m.money.currency, m.money.qualifier) for m in find_money(text)]
    [('$30 million', 'USD', 'approx'), ('2.5 billion Japanese yen', 'JPY', 'exact')]
    """
    context = Context(text, metadata or Metadata())
    return _find(context, language, start, len(text) if end is None else end)


def parse_money(
    string: str, language: str = "en", metadata: Metadata | None = None
) -> Money | None:
    """The one amount of money a string holds; ``None`` if it holds none or several.

    >>> parse_money("USD 10.170 billion").model_dump(exclude_none=True)
    {'amount': '10170000000', 'currency': 'USD', 'qualifier': 'exact', 'basis': 'code'}
    >>> parse_money("unos 35 mil 188.4 mdd", "es").model_dump(exclude_none=True)
    {'amount': '35188400000', 'currency': 'USD', 'qualifier': 'approx', 'basis': 'word'}
    >>> parse_money("between €5 and €7 million").model_dump(exclude_none=True, exclude={"basis"})
    {'amount': '5000000', 'max': '7000000', 'currency': 'EUR', 'qualifier': 'exact'}
    >>> parse_money("7 million people") is None
    True
    """
    found = find_money(string, language, metadata)
    return found[0].money if len(found) == 1 else None


def _find(context: Context, language: str, start: int, end: int) -> list[Mention]:
    found = _amounts(context, language, start, end)
    mentions: list[Mention] = []
    for at, (code, basis) in enumerate(currencies(found, context, language)):
        amount = found[at]
        money = Money(
            amount=amount.low, max=amount.high, currency=code,
            qualifier=_qualifier(found, at, mentions, context.low), basis=basis,
        )  # fmt: skip
        sort = amount.units[0].sort if amount.units else "elided"
        first = max(start, amount.start)  # a country before a sign may stand before the search
        mentions.append(Mention(Label.MONEY, first, amount.end, rule=f"money.{sort}", money=money))
    return mentions


def _amounts(context: Context, language: str, start: int, end: int) -> list[Amount]:
    text, low = context.text, context.low
    found: list[Amount] = []
    for run in runs(text, low, language, start, end):
        parts = items(run, low, language, lambda d, s: context.read(d, s, language))
        found.extend(
            amount
            for amount in merged(amounts(parts, low), low)
            if not amount.units or (amount.codes and is_money(amount, context))
        )
    return with_elided(found, context)


def _qualifier(
    found: Sequence[Amount], at: int, mentions: Sequence[Mention], low: str
) -> Qualifier:
    """What its own words say; a conversion in brackets is as exact as what it converts."""
    amount = found[at]
    own = qualifier(low, amount.start, amount.end)
    if amount.high is not None and own != "approx":
        own = None
    if own is None and at and low[found[at - 1].end : amount.start].strip() in {"(", "[", "(or"}:
        money = mentions[-1].money
        return money.qualifier if money else "exact"
    return own or "exact"
