"""What a date's words say, before it is known when they were said: an algebra of expressions.

Every expression resolves against a :class:`Now` to a :class:`Stretch`, or to ``None`` where what it
needs (a publication date, a year) is not known. Expressions nest by ``of``: "the first week of
March 2024" is the first week of (March of (2024)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from extract.entities.dates.calendar import Stretch


@dataclass(frozen=True, slots=True)
class Now:
    """What a mention is resolved against.

    Attributes:
        reference: the day the text was published.
        year: the year that dates without one are in, where the grammar settles it.
        named: the year that the words before name, likely that of dates without one.
        last: the stretch mentioned last, for "that day".
        near: the same, if the same paragraph mentions it, for "the following year".
        direction: tells whether the words around speak of the past (-1), the future (1) or neither.
        fiscal: first month of the fiscal year of whoever the words are about.
        day_first: tells whether 3/4/2024 is the third of April.
    """

    reference: dt.date | None = None
    year: int | None = None
    named: int | None = None
    last: Stretch | None = None
    near: Stretch | None = None
    direction: Callable[[], int] = lambda: 0
    fiscal: Callable[[], int] = lambda: 1
    day_first: Callable[[], bool] = lambda: False


class Expression(Protocol):
    """Words that denote a stretch of the calendar."""

    def resolve(self, now: Now) -> Stretch | None:
        """The stretch, or ``None`` where it cannot be told."""


def nearest(now: Now, in_year: Callable[[int], Stretch | None]) -> Stretch | None:
    """The stretch in the year that the context implies, for dates without a year.

    A year named just before wins, unless the words speak of the future; else it is the year that
    brings the stretch nearest to the publication date, the tense's side counting for nearer.
    """
    if now.year is not None:
        return in_year(now.year)
    reference = now.reference
    if now.named is not None and (reference is None or now.direction() <= 0):
        return in_year(now.named)
    if reference is None:
        return None
    found = [s for y in range(-1, 2) if (s := _in(in_year, reference.year + y)) is not None]
    direction = now.direction()

    def distance(stretch: Stretch) -> int:
        start, end = stretch.start or reference, stretch.end or reference
        if start > reference:
            return (start - reference).days * (4 if direction < 0 else 1)
        return max((reference - end).days, 0) * (4 if direction > 0 else 1)

    return min(found, key=distance, default=None)


def _in(in_year: Callable[[int], Stretch | None], year: int) -> Stretch | None:
    return in_year(year) if 1 <= year <= 9998 else None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch that needs no context."""

    stretch: Stretch

    def resolve(self, now: Now) -> Stretch | None:
        """The stretch itself."""
        del now
        return self.stretch


@dataclass(frozen=True, slots=True)
class InYear:
    """Something found in a year, given or implied: a month, a season, a feast.

    Attributes:
        find: the stretch in a given year.
        of: the year, or a longer stretch that begins in it; ``None`` if the words do not say.
    """

    find: Callable[[int], Stretch | None]
    of: Expression | None = None

    def resolve(self, now: Now) -> Stretch | None:
        """What ``find`` finds in the year that is said or implied."""
        if self.of is None:
            return nearest(now, self.find)
        year = self.of.resolve(now)
        return self.find(year.start.year) if year and year.start else None


@dataclass(frozen=True, slots=True)
class Within:
    """Something found in a longer stretch: its third Monday, its last week, its early part."""

    find: Callable[[Stretch], Stretch | None]
    of: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """What ``find`` finds in the stretch."""
        whole = self.of.resolve(now)
        if whole is None or whole.start is None or whole.end is None:
            return None
        return self.find(whole)


@dataclass(frozen=True, slots=True)
class Either:
    """Words that may contradict themselves, as a wrong weekday does its date."""

    first: Expression
    second: Expression

    def resolve(self, now: Now) -> Stretch | None:
        """The first reading, or else the second."""
        return self.first.resolve(now) or self.second.resolve(now)
