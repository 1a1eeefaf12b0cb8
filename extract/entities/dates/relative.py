"""Expressions that count from the day of publication, or from what was mentioned last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Day:
    """Today, yesterday, tomorrow; with the weekday or day of month that the words add."""

    offset: int
    weekday: int | None = None
    number: int | None = None

    def resolve(self, now: Now) -> Stretch | None:
        """The day; moved to the weekday or day of month said, where they lie within three days."""
        if now.reference is None:
            return None
        day = now.reference + dt.timedelta(days=self.offset)
        near = (day + dt.timedelta(days=shift) for shift in (0, -1, 1, -2, 2, -3, 3))
        for candidate in near:
            if self.weekday in (None, candidate.weekday()) and self.number in (None, candidate.day):
                return cal.day(candidate)
        return cal.day(day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "on Tuesday", "next Monday" (1), "last Friday" (-1), "this Friday" (0).

    Alone it is the most recent one, the day of publication included; the next one where the words
    around speak of the future. "This" one is of the current week where they speak of neither.

    Attributes:
        weekday: Monday is 0.
        side: -1 last, 0 this, 1 next; ``None`` where the words do not say.
        skips: whether "next" skips the current week, as English sets it against "this".
    """

    weekday: int
    side: int | None = None
    skips: bool = False

    def resolve(self, now: Now) -> Stretch | None:
        """The nearest such day on the side that is said, else on the side of the tense."""
        if now.reference is None:
            return None
        direction = now.direction() if not self.side else 0
        if self.skips or (self.side == 0 and direction == 0):
            day = cal.week(now.reference + dt.timedelta(days=7 * self.skips)).start
            return cal.day(day + self.weekday * cal.DAY) if day else None
        back = (now.reference.weekday() - self.weekday) % 7
        side = self.side or (1 if direction > 0 else -1)
        if self.side == 0 and side < 0 and back == 6:
            side = 1  # "this Thursday" on a Wednesday is tomorrow, whatever the tense
        shift = (7 - back if side > 0 else -back) if back else 7 * (self.side or 0)
        return cal.day(now.reference + dt.timedelta(days=shift))


@dataclass(frozen=True, slots=True)
class DayNumber:
    """A day of the month by its number alone: "on the 15th", "el pasado día 12"."""

    number: int
    side: int

    def resolve(self, now: Now) -> Stretch | None:
        """The nearest such day, on the side that is said or else the tense's."""
        if now.reference is None:
            return None
        side = self.side or now.direction()
        for distance in range(62):
            for sign in (side,) if side else (-1, 1):
                day = now.reference + dt.timedelta(days=sign * distance)
                if day.day == self.number:
                    return cal.day(day)
        return None


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, bare: the last one, or the coming one where the words speak of the future."""

    def resolve(self, now: Now) -> Stretch | None:
        """Saturday and Sunday on the side of the tense; the current ones on those days."""
        if now.reference is None:
            return None
        back = 0 if now.direction() > 0 or now.reference.weekday() >= 5 else 7
        return cal.weekend(now.reference - dt.timedelta(days=back))


@dataclass(frozen=True, slots=True)
class WeekdayNumber:
    """A day of the week with its number in the month: "el viernes 9"."""

    weekday: int
    number: int

    def resolve(self, now: Now) -> Stretch | None:
        """The nearest such day, within three months of publication."""
        if now.reference is None:
            return None
        for distance in range(93):
            for side in (-1, 1):
                day = now.reference + dt.timedelta(days=side * distance)
                if day.day == self.number and day.weekday() == self.weekday:
                    return cal.day(day)
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
class InSeason:
    """Last, this or next one of something that comes once a year: a month, a season, a feast."""

    of: Expression
    side: int

    def resolve(self, now: Now) -> Stretch | None:
        """The one of this year (``side`` 0), or the nearest one before or after publication."""
        from dataclasses import replace

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
