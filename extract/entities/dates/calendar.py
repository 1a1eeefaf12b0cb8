"""Arithmetic on the proleptic Gregorian calendar: stretches of days, and how units lie in it."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

DAY = dt.timedelta(days=1)
MONTHS = {"month": 1, "bimester": 2, "quarter": 3, "third": 4, "half": 6, "year": 12,
          "lustrum": 60, "decade": 120, "century": 1200}  # fmt: skip
"""Length in months of the units that are made of months."""
DAYS = {"day": 1, "week": 7, "biweek": 14, "fortnight": 15, "weekend": 7}
"""Length in days of the other units; a Spanish *quincena* is half a month, about 15 days."""


class Stretch(NamedTuple):
    """First and last day, either open (``None``), and the EDTF that says as much as the words."""

    start: dt.date | None
    end: dt.date | None
    edtf: str


def day(date: dt.date) -> Stretch:
    """One day.

    >>> day(dt.date(2024, 3, 5)).edtf
    '2024-03-05'
    """
    return Stretch(date, date, date.isoformat())


def between(start: dt.date, end: dt.date) -> Stretch:
    """The days from ``start`` to ``end``; one day where they are equal."""
    if start == end:
        return day(start)
    return Stretch(start, end, f"{start.isoformat()}/{end.isoformat()}")


def month(year: int, number: int) -> Stretch:
    """A calendar month."""
    last = calendar.monthrange(year, number)[1]
    return Stretch(
        dt.date(year, number, 1), dt.date(year, number, last), f"{year:04d}-{number:02d}"
    )


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}")


def years(first: int, last: int) -> Stretch:
    """Whole years, both inclusive; decades and centuries are written with unknown digits.

    >>> years(1990, 1999).edtf, years(1900, 1999).edtf, years(2021, 2023).edtf
    ('199X', '19XX', '2021/2023')
    """
    if first == last:
        return year(first)
    edtf = f"{first:04d}/{last:04d}"
    if last - first == 9 and first % 10 == 0:
        edtf = f"{first // 10:03d}X"
    elif last - first == 99 and first % 100 == 0:
        edtf = f"{first // 100:02d}XX"
    return Stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), edtf)


_DIVISIONS = {3: 33, 4: 37, 6: 40}
"""Length of a part of the year in months → the EDTF code of the first such part (ISO 8601-2)."""


def months(start_year: int, start_month: int, count: int) -> Stretch:
    """A run of whole months; quarters, thirds and halves of a year by their ISO 8601-2 code.

    >>> months(2023, 1, 3).edtf, months(2023, 7, 6).edtf, months(2023, 2, 3).edtf
    ('2023-33', '2023-41', '2023-02/2023-04')
    """
    if count == 1:
        return month(start_year, start_month)
    if start_month == 1 and count % 12 == 0:
        return years(start_year, start_year + count // 12 - 1)
    last = start_year * 12 + start_month - 1 + count - 1
    end = month(last // 12, last % 12 + 1)
    edtf = f"{start_year:04d}-{start_month:02d}/{end.edtf}"
    if count in _DIVISIONS and (start_month - 1) % count == 0:
        edtf = f"{start_year:04d}-{_DIVISIONS[count] + (start_month - 1) // count}"
    return Stretch(dt.date(start_year, start_month, 1), end.end, edtf)


def season(start_year: int, code: int) -> Stretch:
    """A northern season of three months; winter begins in the December of its year.

    Args:
        start_year: the year it begins in.
        code: 21 spring, 22 summer, 23 autumn, 24 winter (EDTF level 1).
    """
    run = months(start_year, 3 * (code - 20), 3)
    return Stretch(run.start, run.end, f"{start_year:04d}-{code}")


def week(date: dt.date) -> Stretch:
    """The ISO 8601 week, Monday to Sunday, that holds ``date``."""
    monday = date - dt.timedelta(days=date.weekday())
    return between(monday, monday + dt.timedelta(days=6))


def weekend(date: dt.date) -> Stretch:
    """Saturday and Sunday of the ISO week that holds ``date``."""
    saturday = date + dt.timedelta(days=5 - date.weekday())
    return between(saturday, saturday + DAY)


def iso_week(iso_year: int, number: int) -> Stretch | None:
    """Week ``number`` of an ISO year; ``None`` if there is no such week."""
    try:
        return week(dt.date.fromisocalendar(iso_year, number, 1))
    except ValueError:
        return None


def add(date: dt.date, unit: str, count: int) -> dt.date:
    """``date`` moved by ``count`` units; the day of month is cut to the month's length.

    >>> add(dt.date(2024, 1, 31), "month", 1), add(dt.date(2024, 3, 5), "week", -2)
    (datetime.date(2024, 2, 29), datetime.date(2024, 2, 20))
    """
    if unit in DAYS:
        return date + dt.timedelta(days=DAYS[unit] * count)
    total = date.year * 12 + date.month - 1 + MONTHS[unit] * count
    number = total % 12 + 1
    last = calendar.monthrange(total // 12, number)[1]
    return dt.date(total // 12, number, min(date.day, last))


def containing(date: dt.date, unit: str) -> Stretch:
    """The calendar unit that holds ``date``.

    >>> containing(dt.date(2024, 5, 20), "quarter").edtf
    '2024-34'
    """
    match unit:
        case "day":
            return day(date)
        case "week" | "biweek":
            return week(date)
        case "weekend":
            return weekend(date)
        case "fortnight":
            first = month(date.year, date.month)
            middle = date.replace(day=15)
            return (
                between(middle + DAY, first.end or date)
                if date.day > 15
                else between(date.replace(day=1), middle)
            )
    length = MONTHS[unit]
    if length <= 12:
        return months(date.year, (date.month - 1) // length * length + 1, length)
    span = length // 12
    return years(date.year // span * span, date.year // span * span + span - 1)


def whole_months(whole: Stretch) -> int:
    """Length in months of a stretch of whole months, else 0."""
    if whole.start is None or whole.end is None or whole.start.day != 1:
        return 0
    after = whole.end + DAY
    if after.day != 1:
        return 0
    return (after.year - whole.start.year) * 12 + after.month - whole.start.month


def nth_weekday(within: Stretch, weekday: int, nth: int) -> dt.date | None:
    """The ``nth`` (from 1; -1 is the last) given weekday (Monday 0) of a stretch."""
    if within.start is None or within.end is None:
        return None
    if nth > 0:
        first = within.start + dt.timedelta(days=(weekday - within.start.weekday()) % 7)
        found = first + dt.timedelta(days=7 * (nth - 1))
    else:
        found = within.end - dt.timedelta(days=(within.end.weekday() - weekday) % 7)
    return found if within.start <= found <= within.end else None
