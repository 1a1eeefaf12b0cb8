"""Stretches with two ends of their own, and stretches with one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.entities.dates.calendar import DAY, Stretch, day
from extract.entities.dates.days import Weekday

if TYPE_CHECKING:
    from extract.entities.dates.points import Expression, Now


@dataclass(frozen=True, slots=True)
class Range:
    """From one stretch to another; an end without a year takes it from the other end."""

    first: Expression
    last: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """From the first day of one to the last of the other; ``None`` if they run backwards."""
        last = self.last.resolve(now)
        if isinstance(self.first, Weekday) and self.first.side is None and last and last.start:
            back = (last.start.weekday() - self.first.weekday) % 7
            return join(day(last.start - back * DAY), last)
        first = self.first.resolve(_in_year_of(now, last))
        if first is None or last is None or _after(first, last):
            first = self.first.resolve(now)
            last = self.last.resolve(_in_year_of(now, first))
        if first is not None and last is not None and _after(first, last):
            last = self.last.resolve(_in_year_of(now, first, 1))
        if first is None or last is None or _after(first, last):
            return None
        return join(first, last)


def _in_year_of(now: Now, stretch: Stretch | None, later: int = 0) -> Now:
    if stretch is None or stretch.start is None:
        return now
    return replace(now, year=stretch.start.year + later)


def _after(first: Stretch, last: Stretch) -> bool:
    return not (first.start and last.end and first.start <= last.end)


def join(first: Stretch, last: Stretch) -> Stretch:
    """From the start of one stretch to the end of another, with the EDTF of both where it can be.

    An EDTF interval has plain dates for ends, so a season or a decade is written by its days.
    """
    return Stretch(first.start, last.end, f"{_start(first)}/{_end(last)}")


def _start(stretch: Stretch) -> str:
    """The first day of a stretch, as a month or year where the words name no day."""
    if _plain(stretch.edtf) or stretch.start is None:
        return stretch.edtf
    return str(stretch.start)[: 10 if stretch.start.day > 1 else 4 if "X" in stretch.edtf else 7]


def _end(stretch: Stretch) -> str:
    """The last day of a stretch, likewise."""
    if _plain(stretch.edtf) or stretch.end is None:
        return stretch.edtf
    month_end = (stretch.end + DAY).day == 1
    return str(stretch.end)[: 10 if not month_end else 4 if "X" in stretch.edtf else 7]


def _plain(edtf: str) -> bool:
    return "/" not in edtf and "X" not in edtf and (len(edtf) != 7 or edtf[5:7] <= "12")


def since(stretch: Stretch) -> Stretch:
    """Open from the first day of ``stretch`` on.

    >>> from extract.entities.dates.calendar import year
    >>> since(year(1956)).edtf
    '1956/..'
    """
    return Stretch(stretch.start, None, f"{_start(stretch)}/..")
