"""Finding feasts: fixed ones, those counted from Easter, and the nth weekday of a month."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.calendar import Stretch


def feast(rule: str) -> Callable[[int], Stretch | None]:
    """Finds a feast in a year by its rule (``holidays.tsv``).

    >>> feast("easter-2")(2024).edtf, feast("11-4-3")(2024).edtf
    ('2024-03-29', '2024-11-28')
    """

    def find(year: int) -> Stretch | None:
        if rule.startswith("easter"):
            first, _, last = rule[6:].partition("..")
            sunday = easter(year)
            return cal.between(sunday + int(first) * cal.DAY, sunday + int(last or first) * cal.DAY)
        month, _, rest = rule.partition("-")
        if "-" not in rest:
            return cal.day(dt.date(year, int(month), int(rest)))
        number, _, weekday = rest.rpartition("-")
        found = cal.nth_weekday(cal.month(year, int(month)), int(weekday), int(number))
        return cal.day(found) if found else None

    return find


def easter(year_number: int) -> dt.date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century, rest = year_number % 19, year_number // 100, year_number % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    number, offset = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year_number, number, offset + 1)
