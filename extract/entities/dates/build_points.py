"""Builders of days, months, years and longer stretches that the words name.

Every builder takes the :class:`Parts` of a grammar rule and returns ``None`` where the values make
no date: "31 February", "first minute".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal
from extract.entities.dates import points as p
from extract.entities.dates import relative as r
from extract.entities.dates import selectors as s
from extract.entities.dates.feasts import feast
from extract.entities.dates.numeric import DayMonth, NumericDate

if TYPE_CHECKING:
    from extract.entities.dates.parts import Parts
    from extract.entities.dates.points import Expression

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days(parts: Parts) -> tuple[int, int] | None:
    """First and last of "13", "13-17", "13 to 17", "3, 4 and 5"; ``None`` if they run backwards."""
    values = [t.value for t in parts.groups["days"] if t.code in "doc"]
    numbers = [value for value in values if isinstance(value, int)]
    rising = all(a < b for a, b in pairwise(numbers))
    return (numbers[0], numbers[-1]) if rising and numbers[0] > 0 else None


def date(parts: Parts) -> Expression | None:
    """Day and month, with a weekday or a year or neither."""
    days, month = _days(parts), parts.number("month")
    if days is None or not days[1] <= _LENGTHS[month - 1]:
        return None
    if not _of_month(parts):
        return None
    found: Expression = p.InYear(s.days_of_month(month, *days, None), parts.of())
    if "weekday" in parts and "of" not in parts:
        weekday = parts.number("weekday")
        found = p.Either(p.InYear(s.days_of_month(month, *days, weekday)), found)
    return parts.sided(found)


def month_figures(parts: Parts) -> Expression | None:
    """Oct 03/2024: a month by name, day and year in figures."""
    day, year = parts.numbers("numeric")
    month = parts.number("month")
    if not 1 <= day <= _LENGTHS[month - 1] or not 1000 <= year <= 2199:
        return None
    return p.InYear(s.days_of_month(month, day, day, None), p.Fixed(cal.year(year)))


def _of_month(parts: Parts) -> bool:
    """Whether a noun before the month's name is "month": the first week of May is no day."""
    month = parts.groups["month"][0]
    return all(t.value == "month" for t in parts.words("U") if t.start < month.start)


def numeric(parts: Parts) -> Expression | None:
    """Three figures: 2024-03-05, 5/3/2024, 30.06.2017."""
    return NumericDate.read(*parts.numbers("numeric"))


def day_slash_month(parts: Parts) -> Expression | None:
    """Two figures, 12/08."""
    first, second = parts.numbers("numeric")
    return DayMonth(first, second) if DayMonth.possible(first, second) else None


def day_of_month(parts: Parts) -> Expression | None:
    """The 20th of next month, 4 al 22 de este mes."""
    days, of = _days(parts), parts.of()
    if days is None or of is None or days[1] > 31 or _unit(of) != "month":
        return None
    if parts.text("unit") not in ("", "day"):
        return None
    return p.Within(s.days_of(*days), of)


def _unit(of: Expression) -> str:
    return of.unit if isinstance(of, r.Period | r.Anaphor) else ""


def month(parts: Parts) -> Expression | None:
    """A month, with its year or without."""
    number = parts.number("month")
    of = parts.of()
    if not _of_month(parts) or (of is not None and _unit(of) not in ("", "year", "century")):
        return None
    found = p.InYear(lambda year: cal.month(year, number), of)
    return parts.sided(found)


def month_numeric(parts: Parts) -> Expression | None:
    """3/2015, 2024/05; 2023/4 is two years, as 2023/24 is."""
    first, second = parts.numbers("numeric")
    year, number = max(first, second), min(first, second)
    token = parts.groups["numeric"][0]
    if token.end - token.start == len("2023/4") and first > second == first % 10 + 1:
        return p.Fixed(cal.years(first, first + 1))
    if not 1 <= number <= 12 or not 1000 <= year <= 2199:
        return None
    return p.Fixed(cal.month(year, number))


def year(parts: Parts) -> Expression | None:
    """A year by its number."""
    return p.Fixed(cal.year(parts.number("year")))


def years(parts: Parts) -> Expression | None:
    """2021-23, 2023/24, 2019/2020; 2023-04 is a month where the figures do not follow on."""
    if "glued" in parts:
        first, last = parts.numbers("glued")
        return p.Fixed(cal.years(first, last)) if first < last < first + 60 else None
    first, last = parts.number("year"), parts.number("until")
    token = parts.groups["until"][0]
    width = token.end - token.start
    if width == 2:
        if last <= 12 and last != first % 100 + 1:
            return p.Fixed(cal.month(first, last)) if last else None
        last += first // 100 * 100
        if parts.words("/") and last != first + 1:
            return None
    return (
        p.Fixed(cal.years(first, last)) if width in (2, 4) and first < last < first + 100 else None
    )


def following_years(parts: Parts) -> Expression | None:
    """2014 and 2015: two years of which the second follows the first are one stretch."""
    first, last = parts.number("year"), parts.number("until")
    return p.Fixed(cal.years(first, last)) if last == first + 1 else None


def decade(parts: Parts) -> Expression | None:
    """The 1990s, the nineties, los años noventa, la década de 1990."""
    if "decade" not in parts:
        return None
    if parts.groups["decade"][0].code in "z#dc":
        units = [t.value for t in parts.tokens if t.code in "UV"]
        if not units or any(u not in ("decade", "year") for u in units):
            return None
    elif parts.words("U") and parts.words("U")[0].value != "decade":
        return None
    number = parts.number("decade")
    if number % 10 or 100 <= number < 1000:
        return None
    if number < 100:
        number += 1900 if number >= 30 else 2000
    return p.Fixed(cal.years(number, number + 9))


def century(parts: Parts) -> Expression | None:
    """The 21st century, siglo XXI: the hundred years that begin alike, 2000 to 2099."""
    number = parts.number("century")
    if parts.words("U")[0].value != "century" or not 10 <= number <= 22:
        return None
    return p.Fixed(cal.years(100 * number - 100, 100 * number - 1))


def season(parts: Parts) -> Expression | None:
    """A season with its year, or the last, this or next one."""
    code = parts.number("season")
    if "until" in parts and (parts.number("until") - int(parts.text("of"))) % 100 != 1:
        return None
    found = p.InYear(lambda year: cal.season(year, code), parts.of())
    return parts.sided(found)


def holiday(parts: Parts) -> Expression | None:
    """A feast, of a year or the nearest."""
    return parts.sided(p.InYear(feast(parts.text("holiday")), parts.of()))


def week_of(parts: Parts) -> Expression | None:
    """The week of 15 May."""
    of = parts.of()
    return p.Within(s.week_of, of) if of is not None and parts.text("unit") == "week" else None


def week_number(parts: Parts) -> Expression | None:
    """2025-W20, week 20 of 2025, week 3 of June."""
    if "iso" in parts:
        iso_year, number, *_ = parts.numbers("iso")
        found = cal.iso_week(iso_year, number)
        return p.Fixed(found) if found else None
    number, of = parts.number("number"), parts.of()
    if parts.text("unit") != "week" or not 1 <= number <= 53 or of is None:
        return None
    if parts.groups["of"][-1].code in "Yy" and len(parts.groups["of"]) == 1:
        return p.InYear(lambda year: cal.iso_week(year, number), of)
    return p.Within(s.nth_unit("week", number), of) if number <= 5 else None
