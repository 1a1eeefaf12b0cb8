"""Calendar units that count from the day of publication, or from what was mentioned last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    import datetime as dt

    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.points import Expression, Now


@dataclass(frozen=True, slots=True)
class Period:
    """The calendar unit ``offset`` units from the current one: last week, this year, next month."""

    unit: str
    offset: int

    def resolve(self, now: Now) -> Stretch | None:
        """The unit that holds the publication date, moved by ``offset``."""
        if now.reference is None:
            return None
        if self.unit == "fortnight" and self.offset:
            return _fortnight(now.reference, self.offset)
        return cal.containing(
            cal.add(_base(now.reference, self.unit), self.unit, self.offset), self.unit
        )


def _base(reference: dt.date, unit: str) -> dt.date:
    return reference.replace(day=1) if unit in cal.MONTHS else reference


def _fortnight(reference: dt.date, offset: int) -> Stretch:
    found = cal.containing(reference, "fortnight")
    for _ in range(abs(offset)):
        edge = found.end if offset > 0 else found.start
        if edge is None:
            break
        found = cal.containing(edge + cal.DAY * (1 if offset > 0 else -1), "fortnight")
    return found


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A unit counted from the stretch mentioned last: the following year, that month.

    A year, month or week before or after is counted from a mention of the same paragraph, else from
    publication: figures are compared with those of the previous year.
    """

    unit: str
    offset: int

    def resolve(self, now: Now) -> Stretch | None:
        """The unit that holds the start of the last mention, or else publication, moved."""
        told = self.offset == 0 or self.unit == "day" or now.reference is None
        last = now.last if told else now.near
        start = last.start if last is not None else now.reference
        if start is None:
            return None
        base = _base(start, self.unit)
        return cal.containing(cal.add(base, self.unit, self.offset), self.unit)


@dataclass(frozen=True, slots=True)
class SameIn:
    """A part of the year told of, or else the current one, in another year."""

    unit: str
    of: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """The month, quarter, … of the other year."""
        year, last = self.of.resolve(now), now.near
        start = last.start if last is not None else now.reference
        if year is None or year.start is None or start is None:
            return None
        return cal.containing(start.replace(year=year.start.year, day=1), self.unit)


@dataclass(frozen=True, slots=True)
class InSeason:
    """Last, this or next one of something that comes once a year: a month, a season, a feast."""

    of: Expression
    side: int

    def resolve(self, now: Now) -> Stretch | None:
        """The one of this year (``side`` 0), or the nearest one before or after publication."""
        reference = now.reference
        if reference is None:
            return None
        years = (0, 1) if self.side > 0 else (0, -1) if self.side < 0 else (0,)
        for shift in years:
            found = self.of.resolve(replace(now, year=reference.year + shift))
            if found is None or found.start is None or found.end is None:
                continue
            if self.side == 0 or (
                found.start > reference if self.side > 0 else found.end < reference
            ):
                return found
        return None


@dataclass(frozen=True, slots=True)
class RestOf:
    """The rest of a stretch: from the publication date, or its first day if later, to its end."""

    of: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """What is left of the stretch; ``None`` if it is over."""
        whole = self.of.resolve(now)
        if whole is None or whole.end is None or whole.start is None or now.reference is None:
            return None
        start = max(now.reference, whole.start)
        return cal.between(start, whole.end) if start <= whole.end else None
