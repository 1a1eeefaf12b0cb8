"""Dates in figures, whose order the text, its language and its country decide."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal
from extract.entities.dates.points import Fixed, nearest

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.points import Expression, Now


def _day(year: int, month: int, day: int) -> Stretch | None:
    try:
        return cal.day(dt.date(year, month, day))
    except ValueError:
        return None


def order(first: int, second: int) -> str:
    """What two figures that are day and month say of their order: "dm", "md", "" for either, "-".

    >>> order(25, 3), order(3, 25), order(3, 4), order(13, 14)
    ('dm', 'md', '', '-')
    """
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return "-"
    return "dm" if first > 12 else "md" if second > 12 else ""


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Two figures for day and month, and a year; where points part them the day comes first."""

    first: int
    second: int
    year: int
    dotted: bool = False

    @staticmethod
    def read(first: int, second: int, third: int, dotted: int) -> Expression | None:
        """The date that three figures write, the year first or last; ``None`` if none."""
        if first >= 1000:
            found = _day(first, second, third)
            return Fixed(found) if found else None
        if order(first, second) == "-" or not 1000 <= third <= 2199:
            return None
        return NumericDate(first, second, third, bool(dotted))

    def resolve(self, now: Now) -> Stretch | None:
        """The day, in the order that the figures or else the document say."""
        day_first = order(self.first, self.second) == "dm" or (
            order(self.first, self.second) == "" and (self.dotted or now.day_first())
        )
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        return _day(self.year, month, day)


@dataclass(frozen=True, slots=True)
class DayMonth:
    """Two figures for day and month, without a year."""

    first: int
    second: int

    @staticmethod
    def possible(first: int, second: int) -> bool:
        """Whether the figures can be a day and a month."""
        return order(first, second) != "-"

    def resolve(self, now: Now) -> Stretch | None:
        """The day, in the year that the context implies."""
        return nearest(now, lambda year: NumericDate(self.first, self.second, year).resolve(now))
