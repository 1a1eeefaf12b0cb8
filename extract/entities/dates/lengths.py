"""Points and stretches a length away: the past two years, three days ago, two weeks from now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.points import Expression, Now


@dataclass(frozen=True, slots=True)
class Rolling:
    """So many units up to, or from, the publication date: past two years, next six months."""

    unit: str
    count: int

    def resolve(self, now: Now) -> Stretch | None:
        """The stretch between the publication date and the date ``count`` units off.

        "The last decade" is the ten calendar years before (guidelines §1), the next the ten after.
        """
        if now.reference is None:
            return None
        if self.unit in ("decade", "century"):
            length = cal.MONTHS[self.unit] // 12 * self.count
            year = now.reference.year
            return (
                cal.years(year + 1, year + length)
                if length > 0
                else cal.years(year + length, year - 1)
            )
        other = cal.add(now.reference, self.unit, self.count)
        return cal.between(min(other, now.reference), max(other, now.reference))


@dataclass(frozen=True, slots=True)
class Ago:
    """A point so many units back, as coarse as its unit: "two years ago" is a year."""

    unit: str
    count: int

    def resolve(self, now: Now) -> Stretch | None:
        """The unit that holds the day ``count`` units before the publication date."""
        if now.reference is None:
            return None
        return cal.containing(cal.add(now.reference, self.unit, -self.count), self.unit)


@dataclass(frozen=True, slots=True)
class AgoSum:
    """A point several lengths back, as coarse as the shortest: "a month and 21 days ago"."""

    lengths: tuple[tuple[str, int], ...]

    def resolve(self, now: Now) -> Stretch | None:
        """The unit that holds the day so long before the publication date."""
        if now.reference is None:
            return None
        longest_first = sorted(self.lengths, key=lambda length: -_days(length[0]))
        day = now.reference
        for unit, count in longest_first:
            day = cal.add(day, unit, -count)
        return cal.containing(day, longest_first[-1][0])


def _days(unit: str) -> int:
    return cal.DAYS.get(unit) or 30 * cal.MONTHS[unit]


@dataclass(frozen=True, slots=True)
class Hence:
    """The day so many units after another day: two weeks from now."""

    unit: str
    count: int
    base: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """The day ``count`` units after the first day of ``base``."""
        base = self.base.resolve(now)
        return cal.day(cal.add(base.start, self.unit, self.count)) if base and base.start else None
