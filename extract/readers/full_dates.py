"""Complete calendar dates as English and Spanish write them: day, month and year.

Only what a reader needs to tell when something was published; dates as entities, relative and
partial ones included, are another room's.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from babel.dates import get_month_names

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCALES = ("en", "en_GB", "es", "es_PE")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


class Found(NamedTuple):
    """A date and the characters ``text[start:end]`` it was read from."""

    start: int
    end: int
    date: dt.date


@cache
def _months() -> dict[str, int]:
    """Month names and abbreviations, in lower case and without dots, to their numbers."""
    return {
        name.casefold().rstrip("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    ordinal = r"(?:\s?(?:st|nd|rd|th|º|°|ro|er|o)\b\.?|[º°])?"
    return re.compile(
        rf"""(?<!\w)(?<!\d[-–—./])(?:
          (?P<m1>{month})\b\.?[\s-]{{0,2}}(?P<d1>{day}){ordinal}(?:,\s?|\s,?\s?|/|-)(?:del?\s)?(?P<y1>\d{{4}})
        | (?P<m4>{month})(?P<d4>{day})/(?P<y4>\d{{4}})
        | (?P<d2>{day}|primero){ordinal}[\s-]{{0,2}}(?:days?\sof\s|of\s|de\s)?(?P<m2>{month})\b\.?
          (?:,?\s(?:del?\s)?|,|/|-)(?P<y2>\d{{4}})
        | (?<!/)(?P<y3>\d{{4}})\s?(?P<s3>[-–/.])\s?(?P<m3>\d\d?)\s?[-–/.]\s?(?P<d3>\d\d?)
        | (?<!/)(?P<a>\d\d?)\s?(?P<s>[-/.])\s?(?P<b>\d\d?)\s?(?P=s)\s?(?P<y5>\d{{4}})
        )(?!\d|[-/]\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


def has_year(text: str) -> bool:
    """Whether a text could hold a complete date: a quick test before the search for one."""
    return _YEAR.search(text) is not None


def find_dates(text: str, *, day_first: bool | None = None) -> Iterator[Found]:
    """Complete dates in text order.

    Args:
        text: any text; a few lines, as a rule.
        day_first: how to read ``03/05/2024``, where both orders are possible; dates that stay
            ambiguous are left out.

    >>> [str(found.date) for found in find_dates("March 3, 2024; 5 de abril de 2025")]
    ['2024-03-03', '2025-04-05']
    """
    if not has_year(text):
        return
    for match in _pattern().finditer(text):
        date = _date(match, day_first)
        if date is not None:
            yield Found(match.start(), match.end(), date)


def parse_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """The one date that ``text`` states, ``None`` if it states none or an ambiguous one.

    >>> parse_date("2024-03-05T10:00:00Z"), parse_date("12 de marzo de 2024")
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 12))
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        found = next(find_dates(text, day_first=day_first), None)
        return found.date if found else None


def _date(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    part = match.groupdict()
    if part["a"]:
        order = _order(int(part["a"]), int(part["b"]), part["s"], day_first)
        return order and _valid(int(part["y5"]), *order)
    if part["y3"]:
        return _valid(int(part["y3"]), int(part["m3"]), int(part["d3"]))
    year = part["y1"] or part["y2"] or part["y4"]
    month = part["m1"] or part["m2"] or part["m4"]
    day = part["d1"] or part["d2"] or part["d4"]
    number = 1 if day.casefold() == "primero" else int(day)
    return _valid(int(year), _months()[month.casefold()], number)


def _order(a: int, b: int, separator: str, day_first: bool | None) -> tuple[int, int] | None:
    """Month and day of ``a/b``; dots always put the day first."""
    if a > 12 or a == b or separator == "." or day_first:
        return b, a
    return (a, b) if b > 12 or day_first is False else None


def _valid(year: int, month: int, day: int) -> dt.date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
