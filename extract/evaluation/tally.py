"""Counts that add up over documents, and the figures made of their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Tally(NamedTuple):
    """What precision and recall are made of.

    Precision and recall may count different things as right (an overlap seen from either side,
    the two halves of B³), so each has its own numerator; they may be fractions.

    Attributes:
        right_predicted, predicted: precision is their ratio.
        right_gold, gold: recall is their ratio.
    """

    right_predicted: float = 0.0
    predicted: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    @classmethod
    def of(cls, right: float, predicted: float, gold: float) -> Tally:
        """The usual case: one number of right ones."""
        return cls(right, predicted, right, gold)

    @classmethod
    def share(cls, right: float, of: float) -> Tally:
        """A plain share: precision, recall and F1 are all ``right / of``."""
        return cls(right, of, right, of)

    @property
    def p(self) -> float:
        """Precision; 0 where nothing was predicted."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def r(self) -> float:
        """Recall; 0 where there is no gold."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Tally.of(right=3, predicted=4, gold=6).f1
        0.6
        """
        p, r = self.p, self.r
        return 2 * p * r / (p + r) if p + r else 0.0


Tallies = dict[str, Tally]
"""Figure name → tally. Names: ``AGENCY``, ``MONEY.value``, ``records``, ``slot.amount`` …"""


def add_up(named: Iterable[tuple[str, Tally]]) -> Tallies:
    """Sum the tallies of each name.

    >>> add_up([("MONEY", Tally.of(1, 2, 2)), ("MONEY", Tally.of(0, 1, 0))])
    {'MONEY': Tally(right_predicted=1, predicted=3, right_gold=1, gold=2)}
    """
    total: Tallies = {}
    for name, tally in named:
        known = total.get(name)
        total[name] = tally if known is None else Tally(*map(sum, zip(known, tally, strict=True)))
    return total
