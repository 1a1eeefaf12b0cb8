"""Records: which predicted one is which gold one, and how much of it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.evaluation.assignment import assign
from extract.evaluation.fillers import Fillers
from extract.evaluation.tally import Tally
from extract.schema import PARTY_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.evaluation.fillers import Slot
    from extract.evaluation.loading import Pair
    from extract.schema import Record


@dataclass(frozen=True, slots=True)
class RecordMatch:
    """The records of one document, matched.

    Attributes:
        gold, predicted: the records of either side.
        gold_slots, predicted_slots: their filled roles, in gold's terms.
        pairs: index of a gold record → index of the predicted record assigned to it.
    """

    gold: list[Record]
    predicted: list[Record]
    gold_slots: list[frozenset[Slot]]
    predicted_slots: list[frozenset[Slot]]
    pairs: dict[int, int]

    def common(self, i: int) -> frozenset[Slot]:
        """Slots that gold record ``i`` shares with its prediction."""
        j = self.pairs.get(i)
        return frozenset() if j is None else self.gold_slots[i] & self.predicted_slots[j]

    @property
    def hits(self) -> dict[int, int]:
        """The pairs that share a slot: a gold record counts as found only then."""
        return {i: j for i, j in self.pairs.items() if self.common(i)}


def match_records(pair: Pair, *, across_kinds: bool = False) -> RecordMatch:
    """Assign predicted to gold records with overlapping evidence, for most shared slots.

    Args:
        pair: the document.
        across_kinds: let records of different kinds match where they share a slot, like with
            like first; otherwise only records of one kind do.
    """
    gold, predicted = pair.gold.records, pair.predicted.records
    ours, theirs = Fillers(pair.gold, pair.gold), Fillers(pair.predicted, pair.gold)
    gold_slots = [ours.slots(r) for r in gold]
    predicted_slots = [theirs.slots(r) for r in predicted]
    unit = max(len(gold), len(predicted)) + 1  # no number of empty pairs outweighs a slot

    def weight(i: int, j: int) -> int:
        g, p = gold[i], predicted[j]
        if min(g.end, p.end) <= max(g.start, p.start):
            return 0
        common = len(gold_slots[i] & predicted_slots[j])
        if across_kinds:
            return (2 * common + (g.kind is p.kind)) * unit + 1 if common else 0
        return common * unit + 1 if g.kind is p.kind else 0

    weights = [[weight(i, j) for j in range(len(predicted))] for i in range(len(gold))]
    return RecordMatch(gold, predicted, gold_slots, predicted_slots, assign(weights))


def tally_records(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """Figures ``records``, ``record.KIND``, ``slots``, ``slot.ROLE``, ``status``, ``money_fact``.

    ``status`` is judged on the records found; ``money_fact`` is the share of gold records with an
    amount that were found with that amount and a right party.
    """
    match = match_records(pair)
    hits = match.hits
    for i, record in enumerate(match.gold):
        yield from _both("records", f"record.{record.kind}", Tally.of(i in hits, 0, 1))
        if i in hits:
            right = match.predicted[hits[i]].status is record.status
            yield "status", Tally.share(right, 1)
        if record.roles.get(Role.AMOUNT):
            yield "money_fact", Tally.share(has_money_fact(match, i), 1)
    for record in match.predicted:
        yield from _both("records", f"record.{record.kind}", Tally.of(0, 1, 0))
    yield from _slots(match)


def has_money_fact(match: RecordMatch, i: int) -> bool:
    """Whether gold record ``i`` was found with its amount and a right party."""
    roles = {role for role, _ in match.common(i)}
    return Role.AMOUNT in roles and not roles.isdisjoint(PARTY_ROLES)


def _both(total: str, part: str, tally: Tally) -> Iterator[tuple[str, Tally]]:
    yield total, tally
    yield part, tally


def _slots(match: RecordMatch) -> Iterator[tuple[str, Tally]]:
    for i, slots in enumerate(match.gold_slots):
        common = match.common(i)
        for slot in sorted(slots):
            tally = Tally.of(slot in common, 0, 1)
            yield from _both("slots", f"slot.{slot[0]}", tally)
    for slots in match.predicted_slots:
        for role, _ in sorted(slots):
            yield from _both("slots", f"slot.{role}", Tally.of(0, 1, 0))
