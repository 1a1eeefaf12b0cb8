"""Single days told from the day of publication: yesterday, next Monday, on the 15th."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.points import Now


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
