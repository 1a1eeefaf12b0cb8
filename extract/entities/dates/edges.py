"""Finding the early, middle or late part of a stretch, or its last day (guidelines §1)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.calendar import Stretch


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
        length = cal.whole_months(whole)
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


def _third(edge: str, whole: Stretch) -> Stretch | None:
    if whole.start is None or whole.end is None:
        return None
    low, high = _THIRDS[edge]
    length = cal.whole_months(whole)
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
