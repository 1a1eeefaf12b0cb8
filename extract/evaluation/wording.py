"""Values, slots and records in words, for people who read misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.schema import DateEntity, MoneyEntity, Role
from extract.schema.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from extract.evaluation.fillers import Slot
    from extract.schema import DateInterval, Document, Entity, Money, Record

CONTEXT = 60
_ORDER = {role: rank for rank, role in enumerate(Role)}
_ONE_LINE = str.maketrans("\n\r\t", "   ")


def context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, at and after a place, on one line each, cut between words.

    >>> context("The bank approved a loan.", 4, 8)
    ('The ', 'bank', ' approved a loan.')
    """
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    return one_line(before), one_line(text[start:end]), one_line(after)


def one_line(text: str) -> str:
    """The text with its line breaks and tabs as blanks, as long as before."""
    return text.translate(_ONE_LINE)


def say_money(money: Money | None) -> str:
    """An amount in words, with thousands apart.

    >>> from extract.schema import Money
    >>> say_money(Money(amount="5000000", max="7000000", currency="USD", qualifier="gt"))
    'gt 5,000,000–7,000,000 USD'
    """
    if money is None:
        return "unknown"
    top = "" if money.max is None else f"–{_grouped(money.max)}"
    qualifier = "" if money.qualifier == "exact" else f"{money.qualifier} "
    return f"{qualifier}{_grouped(money.amount)}{top} {money.currency}"


def _grouped(number: Decimal) -> str:
    """Thousands apart, no idle zeros after the point."""
    whole, point, rest = plain(number).partition(".")
    return f"{int(whole):,}{point}{rest}"


def say_date(date: DateInterval | None) -> str:
    """A stretch of the calendar in words, ``…`` for an open end."""
    if date is None:
        return "unknown"
    if date.start == date.end:
        return str(date.start)
    return f"{date.start or '…'} – {date.end or '…'}"


def say_value(entity: Entity) -> str:
    """The normalised value of a mention, its ref or its country."""
    match entity:
        case MoneyEntity(money=money):
            return say_money(money)
        case DateEntity(date=date):
            return say_date(date)
    return getattr(entity, "ref", None) or f"@{getattr(entity, 'country', '')}"


class Wording:
    """Slots and records of a document, with the words of the gold mentions in place of ids."""

    def __init__(self, gold: Document) -> None:
        self._words = {e.id: one_line(e.text) for e in gold.entities}

    def slot(self, slot: Slot) -> str:
        """``amount: $30 million``."""
        return f"{slot[0]}: {self._filler(slot[1])}"

    def record(self, record: Record, slots: Iterable[Slot]) -> str:
        """``funding, done; source: USAID; amount: $30 million``."""
        ordered = sorted(slots, key=lambda slot: (_ORDER[slot[0]], slot[1]))
        return "; ".join([f"{record.kind}, {record.status}", *map(self.slot, ordered)])

    def _filler(self, key: str) -> str:
        return self._words.get(key, one_line(key))
