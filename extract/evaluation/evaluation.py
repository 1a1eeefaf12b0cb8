"""All figures of a set of documents, with their uncertainty."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from extract.evaluation.intervals import Interval, bootstrap
from extract.evaluation.records import tally_records
from extract.evaluation.spans import tally_spans
from extract.evaluation.tally import Tallies, Tally, add_up
from extract.evaluation.values import tally_links, tally_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.evaluation.loading import Pair

RESAMPLES = 2000
SEED = 20231


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        tally: the counts over all documents.
        macro: mean F1 of the documents where there is something to find or something found.
        p, r, f1: 95 % intervals of precision, recall and F1.
    """

    tally: Tally
    macro: float
    p: Interval
    r: Interval
    f1: Interval


@dataclass(frozen=True)
class Evaluation:
    """Predictions measured against gold.

    Attributes:
        pairs: the documents.
        tallies: the counts of each, in the same order.
        resamples: how many resamples the intervals are made of.
        seed: of the resampling.
    """

    pairs: Sequence[Pair]
    tallies: Sequence[Tallies]
    resamples: int = RESAMPLES
    seed: int = SEED

    @cached_property
    def total(self) -> Tallies:
        """Counts over all documents."""
        return add_up(item for tallies in self.tallies for item in tallies.items())

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """All figures, ``NAME`` and by language ``NAME@en``."""
        intervals = bootstrap(self.tallies, resamples=self.resamples, seed=self.seed)
        return {
            name: Figure(tally, self._macro(name), *intervals[name])
            for name, tally in self.total.items()
        }

    def _macro(self, name: str) -> float:
        scores = [
            t[name].f1 for t in self.tallies if name in t and (t[name].gold or t[name].predicted)
        ]
        return sum(scores) / len(scores) if scores else 0.0


def evaluate(pairs: Sequence[Pair], *, resamples: int = RESAMPLES, seed: int = SEED) -> Evaluation:
    """Measure predicted documents against gold.

    Args:
        pairs: the documents.
        resamples: for the bootstrap intervals.
        seed: of the bootstrap.
    """
    return Evaluation(pairs, [tally_document(pair) for pair in pairs], resamples, seed)


def tally_document(pair: Pair) -> Tallies:
    """The counts of one document, each also under its language."""
    return add_up(_with_language(pair))


def _with_language(pair: Pair) -> Iterator[tuple[str, Tally]]:
    parts = (tally_spans, tally_values, tally_links, tally_records)
    for name, tally in chain.from_iterable(part(pair) for part in parts):
        yield name, tally
        yield f"{name}@{pair.language}", tally
