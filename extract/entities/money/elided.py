"""Amounts whose currency is left out: "$1 billion from the Bank and 500 million from the Fund".

A number with a magnitude takes the currency of an amount before it, or of the last one of a list
("5 million, the second 3 million, the third 2 million dollars"), where its own words leave room
for money; see guidelines §1, MONEY.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extract.entities.money.context import NEAR
from extract.entities.money.currency import SENTENCE_END
from extract.entities.money.elided_words import (
    budgeted,
    is_ordinal,
    led,
    left,
    marked,
    moved,
    same_currency,
)
from extract.entities.money.layout import gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from extract.entities.money.amounts import Amount
    from extract.entities.money.context import Context

MILLION = 10**6
HUGE = 10**10
"""More than any count of people: a number without a noun this large is money."""
FAR = 1000
"""Characters within which a noun of money bears a number on an amount before."""
MOST_ITEMS = 8
ITEM = 160
"""Items and characters between two items of a list whose currency stands at its end."""
_TIGHT = frozenset({",", "y", "and", "o", "or", ", y", ", and"})


def with_elided(found: Sequence[Amount], context: Context) -> list[Amount]:
    """The amounts of ``found`` with those bare numbers that are money too, in text order.

    Args:
        found: amounts with signs, all of them money, and bare numbers; those that are money get
            ``like``, and a longer span over "of the same currency".
        context: the document.
    """
    kept: list[Amount] = []
    previous: Amount | None = None
    values = {amount.low: amount for amount in found if amount.units and amount.low >= MILLION}
    for at, amount in enumerate(found):
        if not amount.units:
            amount.like = _lender(found, at, previous, values, context)
        if amount.units or amount.like:
            kept.append(amount)
            previous = amount
        elif amount.numeral.scale >= MILLION:
            previous = None  # the text now counts something else: "30 million doses, 5 million of"
    return kept


def _lender(
    found: Sequence[Amount],
    at: int,
    previous: Amount | None,
    values: Mapping[Decimal, Amount],
    context: Context,
) -> Amount | None:
    """The amount whose currency the bare number ``found[at]`` shares; ``None`` if it has none."""
    amount = found[at]
    if amount.numeral.magnitude or not amount.numeral.like_money:
        return None
    following = found[at + 1] if at + 1 < len(found) else None
    if previous and following and _between(previous, amount, following, context):
        return previous
    if amount.numeral.scale < MILLION:
        return None
    if previous and _after(previous, amount, context):
        return previous
    return _list_end(found, at, context) or _restated(amount, values, context)


def _between(previous: Amount, amount: Amount, following: Amount, context: Context) -> bool:
    """Whether a number stands in a list of amounts: "20 mil pesos, 15 mil y 10 mil pesos"."""
    low = context.low
    if not following.units:
        return False
    if amount.numeral.scale >= 1000 and gap(low, previous.end, amount.start) == ",":
        return gap(low, amount.end, following.start) in _TIGHT
    if amount.numeral.like_year or not set(previous.codes) & set(following.codes):
        return False
    if following.start - previous.end > ITEM or not marked(low, amount.end):
        return False
    if SENTENCE_END.search(context.text, previous.end, following.start):
        return False
    return is_ordinal(low, previous.end, amount.start)


def _after(previous: Amount, amount: Amount, context: Context) -> bool:
    """Whether a number with a magnitude follows up an amount before it."""
    low, away = context.low, amount.start - previous.end
    if away > NEAR:
        return away <= FAR and budgeted(low, amount.start, amount.end)
    if tail := same_currency(low, amount.end):
        amount.end += tail
        return True
    if amount.low >= HUGE and left(low, amount.end):
        return True
    if any(governs(low, amount.start, amount.end) for governs in (moved, budgeted)):
        return True
    if SENTENCE_END.search(context.text, previous.end, amount.start):
        return False
    return led(low, amount.start) and left(low, amount.end)


def _list_end(found: Sequence[Amount], at: int, context: Context) -> Amount | None:
    """The amount at the end of the list that begins with a bare number, its currency behind it."""
    low, here = context.low, found[at]
    for item in islice(found, at + 1, at + 1 + MOST_ITEMS):
        if item.start - here.end > ITEM or item.numeral.scale != here.numeral.scale:
            return None
        if SENTENCE_END.search(context.text, here.end, item.start):
            return None
        if gap(low, here.end, item.start) not in _TIGHT and not _is_item(low, here):
            return None
        if item.units:
            return None if item.prefixed else item
        here = item
    return None


def _is_item(low: str, amount: Amount) -> bool:
    """Whether a number is what somebody gives, alone in its item: "the Fund, 5 million;"."""
    return marked(low, amount.end) and (
        led(low, amount.start, marks_only=True) or moved(low, amount.start, amount.end)
    )


def _restated(amount: Amount, values: Mapping[Decimal, Amount], context: Context) -> Amount | None:
    """The same amount with its currency elsewhere in the text, as below a headline."""
    same = values.get(amount.low)
    return same if same and moved(context.low, amount.start, amount.end) else None
