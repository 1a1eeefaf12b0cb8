"""Do confidences mean what they say, and which kinds are taken for which."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from extract.evaluation.intervals import Interval
from extract.evaluation.records import match_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.evaluation.loading import Pair

BINS = 10
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Bin:
    """Predicted records of like confidence.

    Attributes:
        confidence: their mean confidence.
        right: the share of them that is right.
        n: how many.
        interval: 95 % interval of the share (Wilson 1927).
    """

    confidence: float
    right: float
    n: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Calibration:
    """A reliability curve.

    Attributes:
        bins: tenths of the scale that hold records, in rising order.
        ece: expected calibration error, the mean gap between confidence and share right.
        brier: mean squared error of the confidences.
    """

    bins: tuple[Bin, ...]
    ece: float
    brier: float


def calibration(pairs: Iterable[Pair]) -> Calibration | None:
    """How far the confidence of records can be trusted; ``None`` if they carry none."""
    judged = [case for pair in pairs for case in _judged(pair)]
    if not judged:
        return None
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for case in sorted(judged):
        tenths.setdefault(min(int(case[0] * BINS), BINS - 1), []).append(case)
    bins = tuple(_bin(cases) for _, cases in sorted(tenths.items()))
    return Calibration(
        bins,
        ece=sum(b.n * abs(b.confidence - b.right) for b in bins) / len(judged),
        brier=sum((confidence - right) ** 2 for confidence, right in judged) / len(judged),
    )


def _judged(pair: Pair) -> list[tuple[float, bool]]:
    """(confidence, right) of each predicted record that states one."""
    right = set(match_records(pair).hits.values())
    records = enumerate(pair.predicted.records)
    return [(r.confidence, j in right) for j, r in records if r.confidence is not None]


def _bin(cases: Sequence[tuple[float, bool]]) -> Bin:
    n, right = len(cases), sum(right for _, right in cases)
    return Bin(sum(c for c, _ in cases) / n, right / n, n, wilson(right, n))


def wilson(right: int, n: int) -> Interval:
    """95 % interval of a share (Wilson 1927).

    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    share, z2 = right / n, _Z**2 / n
    centre = (share + z2 / 2) / (1 + z2)
    half = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n)) / (1 + z2)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def confusion(pairs: Iterable[Pair]) -> Counter[tuple[str, str]]:
    """How often gold records of one kind were predicted as another; ``""`` for neither side."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        match = match_records(pair, across_kinds=True)
        for i, record in enumerate(match.gold):
            j = match.pairs.get(i)
            counts[record.kind.value, "" if j is None else match.predicted[j].kind.value] += 1
        taken = set(match.pairs.values())
        for j, record in enumerate(match.predicted):
            if j not in taken:
                counts["", record.kind.value] += 1
    return counts
