"""Builders of dates that count from the day of publication or from the mention before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal
from extract.entities.dates import days, lengths
from extract.entities.dates import points as p
from extract.entities.dates import relative as r
from extract.entities.dates import selectors as s
from extract.entities.dates.ranges import Range

if TYPE_CHECKING:
    from extract.entities.dates.parts import Parts
    from extract.entities.dates.points import Expression

_SPOKEN = ("day", "month", "year", "week")


def day(parts: Parts) -> Expression | None:
    """Today, ayer por la tarde, hoy lunes, today (07)."""
    value = parts.number("day")
    weekday = parts.number("weekday") if "weekday" in parts else None
    number = parts.number("number") if "number" in parts else None
    return days.Day(value, weekday, number)


def day_number(parts: Parts) -> Expression | None:
    """On the 15th, el día 15, el pasado día 12."""
    number = parts.number("number")
    if not 1 <= number <= 31 or ("unit" in parts and parts.text("unit") != "day"):
        return None
    return days.DayNumber(number, parts.side() or 0)


def weekend(parts: Parts) -> Expression | None:
    """Over the weekend."""
    return days.Weekend() if parts.text("unit") == "weekend" else None


def hence_date(parts: Parts) -> Expression | None:
    """The day after Christmas, two days before 5 May."""
    count, of = parts.number("count") or 1, parts.of()
    if of is None or ("count" not in parts and parts.groups["unit"][0].code != "U"):
        return None
    return lengths.Hence(parts.text("unit"), count if parts.text("side") == "after" else -count, of)


def this_part(parts: Parts) -> Expression | None:
    """This morning, esta noche (05)."""
    return days.Day(0, None, parts.number("number") if "number" in parts else None)


def weekday(parts: Parts) -> Expression | None:
    """A day of the week, the last, this or next one where said; with its number: "Tuesday (30)"."""
    if "number" in parts:
        return days.WeekdayNumber(parts.number("weekday"), parts.number("number"))
    return days.Weekday(parts.number("weekday"), parts.side(), skips=parts.text("side") == "next")


def two_days(parts: Parts) -> Expression | None:
    """Yesterday and today."""
    first, last = parts.inner["first"], parts.inner["last"]
    if not isinstance(first, days.Day) or not isinstance(last, days.Day):
        return None
    return Range(first, last) if first.offset < last.offset else None


def as_within(parts: Parts) -> Expression | None:
    """What the date within says: later this month, la noche del martes, Monday (15 July)."""
    return parts.of()


def weekday_number(parts: Parts) -> Expression | None:
    """El viernes 9, Friday the 9th: day of the week and of the month."""
    number = parts.number("number")
    return days.WeekdayNumber(parts.number("weekday"), number) if 1 <= number <= 31 else None


def weekday_of_week(parts: Parts) -> Expression | None:
    """Friday of next week, lunes de la próxima semana."""
    of = parts.of()
    if isinstance(of, lengths.Rolling):  # a day of "la última semana" is one of last week
        of = r.Period(of.unit, -1)
    if not isinstance(of, r.Period | r.Anaphor) or of.unit != "week":
        return None
    return p.Within(s.weekday_of(parts.number("weekday")), of)


def period(parts: Parts) -> Expression | None:
    """Last week, este año, el mes que viene, the following year, el último mes."""
    unit = str(parts.words("U")[0].value)
    sides = [token for token in parts.tokens if token.code in "PFCJ"]
    side = sides[-1]
    if side.code == "J" or side.value in ("following", "previous"):
        offset = {"following": 1, "previous": -1}.get(str(side.value), 0)
        return r.Anaphor(unit, offset) if unit in _SPOKEN or offset else None
    if unit == "day" and side.value in ("next", "coming"):  # the next day: after the one told of
        return r.Anaphor(unit, 1)
    if len(sides) == 2 and side.code in "PF":  # this past week
        return r.Period(unit, -1 if side.code == "P" else 1)
    if side.code == "F" and unit in ("decade", "century"):
        return lengths.Rolling(unit, 1)
    if unit == "biweek" and side.code in "PF":
        return lengths.Rolling(unit, -1 if side.code == "P" else 1)
    if side.value == "rolling" or (unit in ("decade", "century") and side.value == "last"):
        return lengths.Rolling(unit, -1)
    return r.Period(unit, {"P": -1, "F": 1, "C": 0}[side.code])


def same_period(parts: Parts) -> Expression | None:
    """The same month of the previous year, el mismo trimestre de 2022."""
    of, unit = parts.of(), parts.text("unit")
    if of is None or cal.MONTHS.get(unit, 12) >= 12:
        return None
    return r.SameIn(unit, of)


def period_second(parts: Parts) -> Expression | None:
    """The week after next, the year before last."""
    return r.Period(parts.text("unit"), parts.number("second"))


def rest(parts: Parts) -> Expression | None:
    """The rest of the year."""
    of = parts.of()
    return r.RestOf(of) if of is not None else None


def inner(parts: Parts) -> Expression | None:
    """A bare unit inside a longer date, "the end of the year": the current one."""
    return r.Period(parts.text("inner"), 0)


def inner_year(parts: Parts) -> Expression | None:
    """A year with its noun inside a longer date: primer trimestre del año 2023."""
    if parts.words("U")[0].value != "year":
        return None
    return p.Fixed(cal.year(parts.number("year")))


def rolling(parts: Parts) -> Expression | None:
    """Past two years, next six months, próximos 15 días."""
    side, count = parts.side(), parts.number("count")
    if not side or not 0 < count < 1000:
        return None
    return lengths.Rolling(parts.text("unit"), count * side)


def ago(parts: Parts) -> Expression | None:
    """Three days ago, hace dos años."""
    count, unit = parts.number("count"), parts.text("unit")
    return lengths.Ago(unit, count) if 0 < count < 1000 and unit != "half" else None


def ago_sum(parts: Parts) -> Expression | None:
    """A month and 21 days ago, hace dos años y tres meses."""
    tokens = [t for t in parts.groups["lengths"] if t.code not in ",&"]
    pairs = zip(tokens[1::2], tokens[::2], strict=True)
    found = [(str(unit.value), n.value) for unit, n in pairs if isinstance(n.value, int)]
    units = [unit for unit, _ in found]
    if "half" in units or len(set(units)) < len(units):
        return None
    if not all(0 < count < 1000 for _, count in found):
        return None
    return lengths.AgoSum(tuple(found))


def ago_half(parts: Parts) -> Expression | None:
    """A year and a half ago: the month so long ago."""
    if parts.text("half") != "half" or parts.text("unit") != "year":
        return None
    return lengths.Ago("month", 12 * parts.number("count") + 6)


def ago_from(parts: Parts) -> Expression | None:
    """Sixty years ago today."""
    count = parts.number("count")
    return (
        lengths.Hence(parts.text("unit"), -count, days.Day(parts.number("base")))
        if 0 < count < 1000
        else None
    )


def hence(parts: Parts) -> Expression | None:
    """Two weeks from now, dentro de tres días."""
    count = parts.number("count")
    if not 0 < count < 1000:
        return None
    base = days.Day(parts.number("base"))
    return lengths.Hence(parts.text("unit"), count, base)


def stretch(parts: Parts) -> Expression | None:
    """From one date to another."""
    return Range(parts.inner["first"], parts.inner["last"])
