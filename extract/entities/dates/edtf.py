"""EDTF (ISO 8601-2) and TIMEX3 strings of calendar stretches, both ways."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.entities.mentions import Mention
    from extract.schema import DateInterval

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_GRAINS = {4: "year", 7: "month", 10: "day"}


def parse(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of an EDTF string as this package writes it.

    Args:
        edtf: a date, an interval with plain or open (``..``) ends, a season or other division of a
            year, a decade ``199X`` or a century ``19XX``.

    Raises:
        ValueError: it is none of these.

    >>> parse("2023-33")
    (datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    >>> parse("1956/..")
    (datetime.date(1956, 1, 1), None)
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        stretch = _single(edtf)
        return stretch.start, stretch.end
    return (
        None if first == ".." else _single(first).start,
        None if last == ".." else _single(last).end,
    )


def _single(edtf: str) -> Stretch:
    if match := re.fullmatch(r"(\d{2,3})(X{1,2})", edtf):
        size = 10 ** len(match[2])
        first = int(match[1]) * size
        return cal.years(first, first + size - 1)
    if re.fullmatch(r"\d{4}", edtf):
        return cal.year(int(edtf))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", edtf):
        return _division(int(match[1]), int(match[2]))
    return cal.day(dt.date.fromisoformat(edtf))


def _division(year: int, code: int) -> Stretch:
    if 1 <= code <= 12:
        return cal.month(year, code)
    if code in _SEASONS:
        return cal.season(year, code)
    for first, length in ((33, 3), (37, 4), (40, 6)):
        if first <= code < first + 12 // length:
            return cal.months(year, (code - first) * length + 1, length)
    raise ValueError(f"no division of the year has the code {code}")


def timex3(of: Mention | DateInterval) -> str:
    """The TIMEX3 ``value`` of a date; empty where its value is not known.

    Stretches for which TIMEX3 has no name are written by their ends, as in EDTF.

    >>> from extract.schema import DateInterval
    >>> day = dt.date
    >>> timex3(DateInterval(start=day(2023, 1, 1), end=day(2023, 3, 31), edtf="2023-33"))
    '2023-Q1'
    >>> timex3(DateInterval(start=day(2025, 5, 12), end=day(2025, 5, 18)))
    '2025-W20'
    """
    date = _interval(of)
    if date is None:
        return ""
    edtf = date.edtf or f"{date.start or '..'}/{date.end or '..'}"
    if "X" in edtf:
        return edtf.replace("X", "")
    if match := re.fullmatch(r"(\d{4})-([234]\d)", edtf):
        return f"{match[1]}-{_timex_division(int(match[2]))}"
    grain = granularity(date)
    if grain in ("week", "weekend") and date.start:
        year, week, _ = date.start.isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    return f"FY{date.end.year}" if grain == "fiscal year" and date.end else edtf


def _timex_division(code: int) -> str:
    if code in _SEASONS:
        return _SEASONS[code]
    for first, letter in ((40, "H"), (37, "T"), (33, "Q")):
        if code >= first:
            return f"{letter}{code - first + 1}"
    raise ValueError(f"no division of the year has the code {code}")


def granularity(of: Mention | DateInterval) -> str:
    """How coarse a date is, by the stretch it spans.

    Returns:
        ``day``, ``week``, ``weekend``, ``month``, ``season``, ``quarter``, ``third``, ``half``,
        ``year``, ``fiscal year``, ``decade``, ``century``, ``open``, ``range`` for any other
        stretch, or an empty string where the value is not known.
    """
    date = _interval(of)
    if date is None:
        return ""
    if date.start is None or date.end is None:
        return "open"
    edtf = date.edtf or ""
    if "X" in edtf:
        return "century" if edtf.endswith("XX") else "decade"
    if match := re.fullmatch(r"\d{4}-([234]\d)", edtf):
        code = int(match[1])
        return (
            "season"
            if code < 30
            else "half"
            if code >= 40
            else "third"
            if code >= 37
            else "quarter"
        )
    if "/" not in edtf and edtf:
        return _GRAINS.get(len(edtf), "range")
    return _by_days(date.start, date.end)


def _by_days(start: dt.date, end: dt.date) -> str:
    days = (end - start).days + 1
    if days == 1:
        return "day"
    if days == 7 and start.weekday() == 0:
        return "week"
    if days == 2 and start.weekday() == 5:
        return "weekend"
    if start.day == 1 and start.month > 1 and cal.add(start, "year", 1) == end + cal.DAY:
        return "fiscal year"
    return "range"


def _interval(of: Mention | DateInterval) -> DateInterval | None:
    from extract.schema import DateInterval

    return of if isinstance(of, DateInterval) else of.date
