"""Finding a part of a longer stretch: days of a month, quarters, edges, the third Monday, feasts.

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


def edge_of(edge: str) -> Callable[[Stretch], Stretch | None]:
    """Finds the early, middle or late part of a stretch, or its last day (guidelines §1).

    Of a year: its first quarter, its second and third, its last; of a stretch of months or years:
    its first, middle or last third; of a month: until the 10th, the 20th, the end.
    """

    def find(whole: Stretch) -> Stretch | None:
        if whole.start is None or whole.end is None:
            return None
        if edge == "end":
            return cal.day(whole.end)
        length = _months(whole)
        if length == 12:
            return (
                cal.months(whole.start.year, *_QUARTERS[edge])
                if whole.start.month == 1
                else _third(edge, whole)
            )
        if length == 1:
            low, high = _TENTHS[edge]
            last = whole.end.day if high > 20 else high
            return cal.between(whole.start.replace(day=low), whole.start.replace(day=last))
        return _third(edge, whole)

    return find


_QUARTERS = {"early": (1, 3), "start": (1, 3), "mid": (4, 6), "late": (10, 3)}
_TENTHS = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRDS = {"early": (0, 1), "start": (0, 1), "mid": (1, 2), "late": (2, 3)}


def _months(whole: Stretch) -> int:
    """Length in months of a stretch of whole months, else 0."""
    if whole.start is None or whole.end is None or whole.start.day != 1:
        return 0
    after = whole.end + cal.DAY
    if after.day != 1:
        return 0
    return (after.year - whole.start.year) * 12 + after.month - whole.start.month


def _third(edge: str, whole: Stretch) -> Stretch | None:
    if whole.start is None or whole.end is None:
        return None
    low, high = _THIRDS[edge]
    length = _months(whole)
    if length and length % 12 == 0:
        count = length // 12
        first = whole.start.year + (low * count + 1) // 3
        return (
            cal.years(first, whole.start.year + (high * count + 1) // 3 - 1) if count > 2 else None
        )
    if length and length % 3 == 0:
        moved = cal.add(whole.start, "month", low * length // 3)
        return cal.months(moved.year, moved.month, length // 3)
    size = (whole.end - whole.start).days + 1
    start = whole.start + dt.timedelta(days=low * size // 3)
    return cal.between(start, whole.start + dt.timedelta(days=max(high * size // 3 - 1, 0)))


def part_of(months: int, number: int) -> Callable[[Stretch], Stretch | None]:
    """Finds the ``number``-th run of ``months`` months of a year-long stretch (-1: the last)."""

    def find(whole: Stretch) -> Stretch | None:
        length = _months(whole)
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
    length = _months(whole)
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
        if unit == "fortnight" and _months(whole) == 1 and number in (2, -1):
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
        if unit in cal.MONTHS and _months(whole):
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


def feast(rule: str) -> Callable[[int], Stretch | None]:
    """Finds a feast in a year by its rule (``holidays.tsv``).

    >>> feast("easter-2")(2024).edtf, feast("11-4-3")(2024).edtf
    ('2024-03-29', '2024-11-28')
    """

    def find(year: int) -> Stretch | None:
        if rule.startswith("easter"):
            first, _, last = rule[6:].partition("..")
            sunday = cal.easter(year)
            return cal.between(sunday + int(first) * cal.DAY, sunday + int(last or first) * cal.DAY)
        month, _, rest = rule.partition("-")
        if "-" not in rest:
            return cal.day(dt.date(year, int(month), int(rest)))
        number, _, weekday = rest.rpartition("-")
        found = cal.nth_weekday(cal.month(year, int(month)), int(weekday), int(number))
        return cal.day(found) if found else None

    return find
