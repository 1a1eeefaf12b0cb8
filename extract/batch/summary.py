"""What came of a run: an outcome for every input, what failed and why, how much was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.batch.messages import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extract.batch.journal import Journal
    from extract.batch.plan import Plan
    from extract.schema import ErrorRow


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        seen: how many inputs there were; the sum of ``outcomes``.
        outcomes: inputs by outcome.
        counts: documents, entities by label, records by kind in the output.
        errors: the lines of ``errors.jsonl``.
        duplicates: name of an input → name of the one with the same bytes that was processed.
        files: what was written.
        outdated: whether the results of the last run were made by other rules.
    """

    seen: int
    outcomes: Counter[Outcome]
    counts: dict[str, int]
    errors: list[ErrorRow]
    duplicates: dict[str, str]
    files: list[Path]
    outdated: bool = False


def outcome_of(keys: Sequence[str], journal: Journal) -> Outcome:
    """Of an input that is through, from those of its parts."""
    found = {journal.get(key).outcome for key in keys}
    return next((o for o in (Outcome.FAILED, Outcome.DONE) if o in found), Outcome.EMPTY)


def errors_of(names: Sequence[str], plan: Plan, journal: Journal) -> list[ErrorRow]:
    """The lines of ``errors.jsonl``, in the order of the inputs."""
    errors = []
    for name in names:
        if name in plan.unreadable:
            errors.append(plan.unreadable[name])
        for key in plan.keys.get(name, ()):
            errors += [failure.error for failure in journal.get(key).failures]
    return errors


def count_outcomes(plan: Plan, seen: int) -> Counter[Outcome]:
    """Inputs by outcome.

    Raises:
        AssertionError: not every input has exactly one.
    """
    outcomes = Counter(plan.outcomes.values())
    if outcomes.total() != seen:
        raise AssertionError(f"{seen} inputs, but outcomes {outcomes}")
    return outcomes
