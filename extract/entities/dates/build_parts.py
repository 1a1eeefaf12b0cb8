"""Builders of parts of a longer stretch: quarters, halves, edges, the third Monday, first weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.dates import calendar as cal
from extract.entities.dates import points as p
from extract.entities.dates import relative as r
from extract.entities.dates import selectors as s
from extract.entities.dates.edges import edge_of
from extract.entities.dates.ranges import Range

if TYPE_CHECKING:
    from extract.entities.dates.parts import Parts
    from extract.entities.dates.points import Expression

_YEARLY = ("quarter", "half", "third", "bimester")
"""Parts that a year has, so that "the first quarter" needs no year."""


def part(parts: Parts) -> Expression | None:
    """First quarter of 2024, last week of May, primer semestre; alone, of the year implied."""
    unit, number, of = parts.text("unit"), parts.nth(), parts.of()
    if number == 0 or unit == "century":
        return None
    if of is None:
        if unit not in _YEARLY:
            return None
        return p.InYear(lambda year: s.nth_unit(unit, number)(cal.year(year)))
    return p.Within(s.nth_unit(unit, number), of)


def quarter(parts: Parts) -> Expression | None:
    """Q1 2024, 2S 2023, Q3 of fiscal year 2024; alone, of the year implied."""
    months, number = parts.numbers("q")
    find, of = s.part_of(months, number), parts.of()
    if of is not None:
        return p.Within(find, of)
    return p.InYear(lambda year: find(cal.year(year))) if months == 3 else None


def two_parts(parts: Parts) -> Expression | None:
    """First and second quarters of 2023."""
    unit, of = parts.text("unit"), parts.of()
    first, last = (token.value for token in parts.words("o")[:2])
    if of is None or not isinstance(first, int) or not isinstance(last, int) or first >= last:
        return None
    return Range(p.Within(s.nth_unit(unit, first), of), p.Within(s.nth_unit(unit, last), of))


def two_quarters(parts: Parts) -> Expression | None:
    """Q2 and Q3 of 2023."""
    of, values = parts.of(), [token.value for token in parts.groups["q"] if token.code == "q"]
    halves = [s.part_of(*value) for value in values if isinstance(value, tuple)]
    if of is None or values[0] == values[1]:
        return None
    return Range(*(p.Within(find, of) for find in halves))


def run(parts: Parts) -> Expression | None:
    """First nine months of 2023, last three days of May."""
    number, of = parts.nth(), parts.of()
    if number not in (1, -1) or of is None:
        return None
    return p.Within(s.run_of(parts.text("unit"), parts.number("count"), last=number < 0), of)


def nth_weekday(parts: Parts) -> Expression | None:
    """Third Monday of January 2025."""
    number, of = parts.nth(), parts.of() or r.Period("month", 0)
    if number == 0:
        return None
    return p.Within(s.nth_weekday_of(parts.number("weekday"), number), of)


def edge(parts: Parts) -> Expression | None:
    """Early 2023, mid-June, late last year, end of the year, principios de abril, year-end."""
    kind, of = parts.text("edge"), parts.of()
    if parts.groups["edge"][0].code == "K":
        return p.Within(edge_of("end"), of or r.Period("year", 0))
    if of is None or (isinstance(of, r.Period) and of.unit == "day"):
        return None
    joints = "".join(token.code for token in parts.groups["joint"])
    if (kind in ("end", "start") and joints[:1] not in ("f", "-")) or joints == "t":
        return None
    return p.Within(edge_of(kind), of)


def two_edges(parts: Parts) -> Expression | None:
    """Mid-to-late 2023."""
    last = parts.inner["last"]
    if not isinstance(last, p.Within):
        return None
    return Range(p.Within(edge_of(parts.text("edge")), last.of), last)
