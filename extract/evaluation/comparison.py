"""Two runs over the same gold: what is better, how surely, and in which documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.evaluation.intervals import paired_bootstrap

if TYPE_CHECKING:
    from extract.evaluation.evaluation import Evaluation
    from extract.evaluation.intervals import Difference
    from extract.evaluation.tally import Tallies


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first run less the second.

    Attributes:
        differences: figure → difference of F1 with its interval.
        changed: document → change of its F1 over entities and slots, where any count changed.
    """

    differences: dict[str, Difference]
    changed: dict[str, float]


def compare(first: Evaluation, second: Evaluation) -> Comparison:
    """Compare two runs by paired bootstrap over documents."""
    differences = paired_bootstrap(
        first.tallies, second.tallies, resamples=first.resamples, seed=first.seed
    )
    known = {name for run in (first, second) for name, t in run.total.items() if t.gold}
    differences = {name: d for name, d in differences.items() if name in known}
    runs = zip(first.pairs, first.tallies, second.tallies, strict=True)
    changed = {pair.gold.id: _overall(a) - _overall(b) for pair, a, b in runs if a != b}
    return Comparison(differences, changed)


def _overall(tallies: Tallies) -> float:
    scores = [tallies[name].f1 for name in ("entities", "slots") if name in tallies]
    return sum(scores) / len(scores) if scores else 0.0
