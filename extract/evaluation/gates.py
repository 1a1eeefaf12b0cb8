"""Gates: figures that must not be lower than asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.evaluation.evaluation import Evaluation
    from extract.evaluation.tally import Tallies

MEASURES = {"p": "p", "r": "r", "f1": "f1", "precision": "p", "recall": "r", "accuracy": "f1"}


@dataclass(frozen=True, slots=True)
class Gate:
    """The least a figure must reach.

    Attributes:
        figure: its name, ``MONEY``, ``slots``, ``DATE.value``, ``slots@es`` …
        measure: ``p``, ``r`` or ``f1``.
        least: the least value.
    """

    figure: str
    measure: str
    least: float

    @classmethod
    def parse(cls, text: str) -> Gate:
        """Read ``NAME.MEASURE=VALUE``; without a measure F1 is meant.

        Raises:
            UsageError: it is not written so.

        >>> Gate.parse("MONEY.f1=.95")
        Gate(figure='MONEY', measure='f1', least=0.95)
        >>> Gate.parse("slots@es.recall=0.6")
        Gate(figure='slots@es', measure='r', least=0.6)
        >>> Gate.parse("DATE.value=0.9")
        Gate(figure='DATE.value', measure='f1', least=0.9)
        """
        target, _, least = (part.strip() for part in text.partition("="))
        figure, _, measure = target.rpartition(".")
        if measure not in MEASURES:
            figure, measure = target, "f1"
        try:
            return cls(figure, MEASURES[measure], float(least))
        except ValueError:
            raise UsageError(
                f"{text!r} is no gate",
                hint="write NAME.MEASURE=VALUE, as in --min MONEY.f1=.95 --min DATE.value=.9",
            ) from None

    def value(self, total: Tallies) -> float:
        """What the figure reaches.

        Raises:
            UsageError: nothing of that name was measured.
        """
        if self.figure not in total:
            known = ", ".join(sorted(name for name in total if "@" not in name))
            raise UsageError(f"no figure {self.figure!r}", hint=f"there are {known}")
        return float(getattr(total[self.figure], self.measure))

    def __str__(self) -> str:
        return f"{self.figure}.{self.measure}"


def shortfalls(evaluation: Evaluation, gates: Iterable[Gate]) -> list[str]:
    """One line for each gate that is not reached."""
    return [
        f"{gate} is {gate.value(evaluation.total):.4f}, below {gate.least:g}"
        for gate in gates
        if gate.value(evaluation.total) < gate.least
    ]
