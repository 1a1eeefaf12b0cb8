"""Everything that was judged wrong, one by one, with its cause where that can be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from extract.evaluation.records import match_records
from extract.evaluation.spans import align, judged
from extract.evaluation.values import agency_matches, exact_matches, value_facets
from extract.evaluation.wording import Wording, one_line, say_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.evaluation.loading import Pair
    from extract.evaluation.records import RecordMatch
    from extract.evaluation.spans import Aligned
    from extract.schema import Record


class Cause(StrEnum):
    """Why something counts as wrong."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    BOUNDARY = "boundary"
    LABEL = "wrong label"
    VALUE = "wrong value"
    LINK = "wrong link"
    KIND = "wrong kind"
    ROLE = "wrong role"
    STATUS = "wrong status"


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is wrong.

    Attributes:
        document: id of the document.
        subject: a label, ``record``, ``slot``, or a figure such as ``MONEY.value``.
        cause: why.
        start, end: the place, as characters of the document.
        gold, predicted: what either side says there; empty where it says nothing.
    """

    document: str
    subject: str
    cause: Cause
    start: int
    end: int
    gold: str
    predicted: str


def find_misses(pairs: Iterable[Pair]) -> list[Miss]:
    """All that is wrong, document by document: mentions, values, links, records."""
    parts = (span_misses, value_misses, link_misses, record_misses)
    return list(chain.from_iterable(part(pair) for pair in pairs for part in parts))


def span_misses(pair: Pair) -> Iterator[Miss]:
    """Mentions missed, spurious, with a wrong boundary or a wrong label."""
    for aligned in align(*judged(pair)):
        if not (aligned.same_span and aligned.same_label):
            yield _span_miss(pair, aligned)


def _span_miss(pair: Pair, aligned: Aligned) -> Miss:
    at = aligned.gold or aligned.predicted
    assert at is not None  # noqa: S101 - an aligned pair has at least one side
    if aligned.gold is None or aligned.predicted is None:
        cause = Cause.SPURIOUS if aligned.gold is None else Cause.MISSED
    else:
        cause = Cause.BOUNDARY if aligned.same_label else Cause.LABEL
    label = cause is Cause.LABEL
    gold, predicted = (
        f"{e.label} {one_line(e.text)}" if e and label else one_line(e.text) if e else ""
        for e in aligned
    )
    return Miss(pair.gold.id, at.label.value, cause, at.start, at.end, gold, predicted)


def value_misses(pair: Pair) -> Iterator[Miss]:
    """Values that differ on a mention found exactly, the figure most to blame as subject."""
    for gold, predicted in exact_matches(pair):
        facets = value_facets(gold, predicted)
        wrong = [name for name, (expected, found) in facets.items() if expected != found]
        if wrong:
            said = say_value(gold), say_value(predicted)
            yield Miss(pair.gold.id, wrong[0], Cause.VALUE, gold.start, gold.end, *said)


def link_misses(pair: Pair) -> Iterator[Miss]:
    """Agencies taken for another body: split off from their own, or merged into a foreign one.

    Gold and predicted refs are paired one to one, the most frequent link first; every mention
    linked otherwise is wrong.
    """
    matches = agency_matches(pair)
    home: dict[str, str] = {}
    for (ref, found), _ in Counter((g.ref, p.ref) for g, p in matches).most_common():
        if ref not in home and found not in home.values():
            home[ref] = found
    for g, p in matches:
        if home.get(g.ref) != p.ref:
            yield Miss(pair.gold.id, "AGENCY.link", Cause.LINK, g.start, g.end, g.ref, p.ref)


def record_misses(pair: Pair) -> Iterator[Miss]:
    """Records missed, spurious, of the wrong kind, and what is wrong in those found."""
    match, say = match_records(pair), Wording(pair.gold)
    hits = match.hits
    for i, j in hits.items():
        yield from _differences(pair, match, i, j)
    mistaken = mistaken_kinds(pair, hits)
    for i, record in enumerate(match.gold):
        if i not in hits:
            cause = Cause.KIND if i in mistaken else Cause.MISSED
            other = ""
            if i in mistaken:
                taken = mistaken[i]
                other = say.record(match.predicted[taken], match.predicted_slots[taken])
            yield _of_record(pair, record, cause, say.record(record, match.gold_slots[i]), other)
    for j, record in enumerate(match.predicted):
        if j not in hits.values() and j not in mistaken.values():
            said = say.record(record, match.predicted_slots[j])
            yield _of_record(pair, record, Cause.SPURIOUS, "", said)


def mistaken_kinds(pair: Pair, hits: dict[int, int]) -> dict[int, int]:
    """Gold record → predicted record, of those not found that were found as another kind."""
    across = match_records(pair, across_kinds=True).pairs
    return {i: j for i, j in across.items() if i not in hits and j not in hits.values()}


def _differences(pair: Pair, match: RecordMatch, i: int, j: int) -> Iterator[Miss]:
    """What is wrong in a record that was found: its status, its slots."""
    gold, predicted, say = match.gold[i], match.predicted[j], Wording(pair.gold)
    if gold.status is not predicted.status:
        yield _of_record(pair, gold, Cause.STATUS, gold.status.value, predicted.status.value)
    lost = match.gold_slots[i] - match.predicted_slots[j]
    extra = match.predicted_slots[j] - match.gold_slots[i]
    for slot in sorted(lost):
        moved = ", ".join(say.slot(other) for other in sorted(extra) if other[1] == slot[1])
        cause = Cause.ROLE if moved else Cause.MISSED
        yield _of_record(pair, gold, cause, say.slot(slot), moved, "slot")
    lost_fillers = {filler for _, filler in lost}
    for slot in sorted(extra):
        if slot[1] not in lost_fillers:
            yield _of_record(pair, gold, Cause.SPURIOUS, "", say.slot(slot), "slot")


def _of_record(
    pair: Pair, at: Record, cause: Cause, gold: str, predicted: str, subject: str = "record"
) -> Miss:
    return Miss(pair.gold.id, subject, cause, at.start, at.end, gold, predicted)
