"""Finding a part of a longer stretch: days of a month, quarters, the third Monday.

Each function returns a finder: from a year's number, or from a stretch, to the part; ``None`` where
there is no such part (30 February, a fifth Friday).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.calendar import Stretch


def days_of_month(
    month: int, first: int, last: int, weekday: int | None
) -> Callable[[int], Stretch | None]:
    """Finds, in a year, the days ``first`` to ``last`` of a month, if they fall on ``weekday``."""

    def find(year: int) -> Stretch | None:
        try:
            start, end = dt.date(year, month, first), dt.date(year, month, last)
        except ValueError:
            return None
        if start > end or (weekday is not None and start.weekday() != weekday):
            return None
        return cal.between(start, end)

    return find


def days_of(first: int, last: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the days ``first`` to ``last`` of a stretch that is a month."""

    def find(whole: Stretch) -> Stretch | None:
        if whole.start is None:
            return None
        return days_of_month(whole.start.month, first, last, None)(whole.start.year)

    return find


def part_of(months: int, number: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the ``number``-th run of ``months`` months of a year-long stretch (-1: the last)."""

    def find(whole: Stretch) -> Stretch | None:
        length = cal.whole_months(whole)
        if not whole.start or length < months:
            return None
        index = length // months - 1 if number < 0 else number - 1
        if (index + 1) * months > length:
            return None
        first = cal.add(whole.start, "month", index * months)
        return cal.months(first.year, first.month, months)

    return find


def _half(whole: Stretch, number: int) -> Stretch | None:
    """A half of whole months, or of a month at its 15th; of a year's half (H1) there is none."""
    length = cal.whole_months(whole)
    if length == 1:
        return nth_unit("fortnight", number)(whole)
    return part_of(length // 2, number)(whole) if length % 2 == 0 and abs(number) <= 2 else None


def nth_unit(unit: str, number: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the ``number``-th day, week, … of a stretch (-1: the last).

    The first week of a month is its first seven days' ISO week: the one that holds its first
    Thursday, as ISO 8601 counts the weeks of a year.
    """
    if unit == "half":
        return lambda whole: _half(whole, number)
    if unit in cal.MONTHS:
        return part_of(cal.MONTHS[unit], number)

    def find(whole: Stretch) -> Stretch | None:
        if whole.start is None or whole.end is None:
            return None
        if unit in ("week", "weekend"):
            day = cal.nth_weekday(whole, 3 if unit == "week" else 5, number)
            return cal.containing(day, unit) if day else None
        if unit == "fortnight" and cal.whole_months(whole) == 1 and number in (2, -1):
            return cal.between(whole.start.replace(day=16), whole.end)
        size = cal.DAYS[unit]
        if number < 0:
            return cal.between(whole.end - dt.timedelta(days=size - 1), whole.end)
        start = whole.start + dt.timedelta(days=size * (number - 1))
        return (
            cal.between(start, start + dt.timedelta(days=size - 1)) if start <= whole.end else None
        )

    return find


def run_of(unit: str, count: int, *, last: bool) -> Callable[[Stretch], Stretch | None]:
    """Finds the first or last ``count`` units of a stretch: "the first nine months of 2023"."""

    def find(whole: Stretch) -> Stretch | None:
        if whole.start is None or whole.end is None:
            return None
        if unit in cal.MONTHS and cal.whole_months(whole):
            months = cal.MONTHS[unit] * count
            start = cal.add(whole.end + cal.DAY, "month", -months) if last else whole.start
            return cal.months(start.year, start.month, months)
        if last:
            return cal.between(cal.add(whole.end, unit, -count) + cal.DAY, whole.end)
        return cal.between(whole.start, cal.add(whole.start, unit, count) - cal.DAY)

    return find


def weekday_of(weekday: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the given weekday of a week."""

    def find(whole: Stretch) -> Stretch | None:
        day = cal.nth_weekday(whole, weekday, 1)
        return (
            cal.day(day)
            if day and whole.end and whole.start and (whole.end - whole.start).days == 6
            else None
        )

    return find


def nth_weekday_of(weekday: int, number: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the third Monday, the last Friday of a stretch."""

    def find(whole: Stretch) -> Stretch | None:
        day = cal.nth_weekday(whole, weekday, number)
        return cal.day(day) if day else None

    return find


def week_of(whole: Stretch) -> Stretch | None:
    """The ISO week that holds the first day of a stretch."""
    return cal.week(whole.start) if whole.start else None
