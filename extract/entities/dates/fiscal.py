"""Fiscal years: which twelve months a body's budget year has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.parts import Parts
    from extract.entities.dates.points import Expression, Now


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by number, or counted from the current one.

    Attributes:
        number: the year it is called by; the year it ends in, where it has two.
        offset: 0 this, -1 last, 1 next, where it has no number.
        double: it is called by two years ("FY2023-24"), so it does not follow the calendar.
    """

    number: int | None
    offset: int = 0
    double: bool = False

    def resolve(self, now: Now) -> Stretch | None:
        """Twelve months that end in the year it is called by, or that calendar year."""
        first = now.fiscal()
        number = self.number
        if number is None:
            if now.reference is None:
                return None
            number = now.reference.year + self.offset + (first > 1 and now.reference.month >= first)
        if first == 1 or (first not in _CALLED_BY_END and not self.double):
            return cal.years(number - 1, number) if self.double else cal.year(number)
        return cal.months(number - 1, first, 12)


_CALLED_BY_END = (10,)
"""The guidelines read a single year as the calendar year, the United States' (October) apart."""


def fiscal(parts: Parts) -> Expression | None:
    """FY2023, fiscal year 2023–24, ejercicio fiscal 2024, the current fiscal year."""
    years = [t for t in parts.tokens if t.code in "Yyd#"]
    if any(t.code == "U" and t.value != "year" for t in parts.tokens):
        return None
    if not years:
        side = next(t for t in parts.tokens if t.code in "PFC")
        return FiscalYear(None, {"P": -1, "F": 1, "C": 0}[side.code])
    first = _number(years[0].value)
    if first is None:
        return None
    if len(years) == 1:
        return FiscalYear(first)
    last = _number(years[1].value)
    if last is None or (last - first) % 100 != 1:
        return None
    return FiscalYear(first + 1, double=True)


def _number(value: object) -> int | None:
    if not isinstance(value, int) or value > 2199:
        return None
    return value + 2000 if value < 100 else value if value >= 1000 else None
