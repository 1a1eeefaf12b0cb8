"""Uncertainty: percentile bootstrap over documents (Efron 1979), single and paired.

Documents, not mentions, are drawn: the mentions of one document stand or fall together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from extract.evaluation.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from extract.evaluation.tally import Tallies

    Array = NDArray[np.float64]

LEVEL = 0.95
_NOTHING = Tally()


class Interval(NamedTuple):
    """A 95 % interval."""

    low: float
    high: float


class Difference(NamedTuple):
    """How much better the first of two runs is, in F1.

    Attributes:
        f1: the difference.
        interval: its 95 % interval.
        p_value: two-sided share of resamples on the other side of nought.
    """

    f1: float
    interval: Interval
    p_value: float


def bootstrap(
    tallies: Sequence[Tallies], *, resamples: int, seed: int
) -> dict[str, tuple[Interval, Interval, Interval]]:
    """Intervals of precision, recall and F1 of every figure.

    Args:
        tallies: the counts of each document.
        resamples: how many times to draw the documents anew.
        seed: of the draw.

    Returns:
        Figure name → intervals of precision, recall, F1.
    """
    names = _names(tallies)
    if not names:
        return {}
    weights = _draw(len(tallies), resamples, seed)
    p, r, f1 = _rates(_table(tallies, names), weights)
    intervals = [_intervals(rates) for rates in (p, r, f1)]
    return {name: (a, b, c) for name, a, b, c in zip(names, *intervals, strict=True)}


def paired_bootstrap(
    first: Sequence[Tallies], second: Sequence[Tallies], *, resamples: int, seed: int
) -> dict[str, Difference]:
    """Differences in F1 between two runs over the same documents, the same draws for both."""
    names = _names((*first, *second))
    if not names:
        return {}
    weights = _draw(len(first), resamples, seed)
    once = np.ones((1, len(first)))
    a, b = _table(first, names), _table(second, names)
    point = (_rates(a, once)[2] - _rates(b, once)[2])[0]
    spread = _rates(a, weights)[2] - _rates(b, weights)[2]
    tail = np.minimum((spread <= 0).mean(axis=0), (spread >= 0).mean(axis=0))
    return {
        name: Difference(float(point[n]), interval, min(1.0, 2 * float(tail[n])))
        for n, (name, interval) in enumerate(zip(names, _intervals(spread), strict=True))
    }


def _names(tallies: Sequence[Tallies]) -> list[str]:
    return list(dict.fromkeys(name for document in tallies for name in document))


def _draw(documents: int, resamples: int, seed: int) -> Array:
    """How often each document comes up in each resample: (resamples, documents)."""
    generator = np.random.default_rng(seed)
    even = np.full(documents, 1 / documents)
    return generator.multinomial(documents, even, size=resamples).astype(np.float64)


def _table(tallies: Sequence[Tallies], names: Sequence[str]) -> Array:
    """The counts as (4, documents, names)."""
    rows = [[document.get(name, _NOTHING) for name in names] for document in tallies]
    shape = (len(tallies), len(names), 4)
    return np.moveaxis(np.array(rows, dtype=np.float64).reshape(shape), 2, 0)


def _rates(table: Array, weights: Array) -> tuple[Array, Array, Array]:
    """Precision, recall and F1 of each resample: three times (resamples, names)."""
    right_predicted, predicted, right_gold, gold = (weights @ counts for counts in table)
    p, r = _ratio(right_predicted, predicted), _ratio(right_gold, gold)
    return p, r, _ratio(2 * p * r, p + r)


def _ratio(a: Array, b: Array) -> Array:
    return np.divide(a, b, out=np.zeros_like(a), where=b > 0)


def _intervals(rates: Array) -> list[Interval]:
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(rates, (tail, 1 - tail), axis=0)
    return [Interval(float(a), float(b)) for a, b in zip(low, high, strict=True)]
