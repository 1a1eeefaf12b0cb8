"""Entities as spans: exact and overlapping, and the schemes of SemEval-2013 task 9.1.

Its *strict* scheme (span and label) is the plain figure of a label; *exact* asks for the span
alone, *partial* gives half for an overlap, *type* asks for the label on some overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extract.evaluation.tally import Tally
from extract.schema import Document, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.evaluation.loading import Pair
    from extract.schema import Entity

LABELS = (Label.AGENCY, Label.MONEY, Label.DATE, Label.COMPANY, Label.COUNTRY)
SCHEMES = ("exact", "partial", "type")


class Aligned(NamedTuple):
    """A gold and a predicted mention that stand for each other; one side may be missing."""

    gold: Entity | None
    predicted: Entity | None

    @property
    def same_span(self) -> bool:
        """Whether both are there and cover the same characters."""
        g, p = self.gold, self.predicted
        return g is not None and p is not None and (g.start, g.end) == (p.start, p.end)

    @property
    def same_label(self) -> bool:
        """Whether both are there with one label."""
        g, p = self.gold, self.predicted
        return g is not None and p is not None and g.label == p.label


def shared(a: Entity, b: Entity) -> int:
    """Number of characters two mentions share; not positive when they share none."""
    return min(a.end, b.end) - max(a.start, b.start)


def judged(pair: Pair) -> tuple[list[Entity], list[Entity]]:
    """Gold and predicted mentions to compare, each span and label once.

    COUNTRY comes from a list and is seldom labelled (guidelines §1): it counts only in documents
    whose gold labels it.
    """
    gold = _distinct(pair.gold)
    with_countries = any(e.label is Label.COUNTRY for e in gold)
    predicted = [e for e in _distinct(pair.predicted) if with_countries or e.label != Label.COUNTRY]
    return gold, predicted


def _distinct(document: Document) -> list[Entity]:
    return list({(e.start, e.end, e.label): e for e in document.entities}.values())


def align(gold: list[Entity], predicted: list[Entity]) -> list[Aligned]:
    """Pair mentions one to one, in text order: same span first, then same label, then size.

    Mentions left over stand alone.
    """
    counterparts: dict[int, int] = {}
    used: set[int] = set()
    for i, j in sorted(
        _overlaps(gold, predicted), key=lambda ij: _fit(gold[ij[0]], predicted[ij[1]])
    ):
        if i not in counterparts and j not in used:
            counterparts[i] = j
            used.add(j)
    out = [
        Aligned(g, predicted[counterparts[i]] if i in counterparts else None)
        for i, g in enumerate(gold)
    ]
    out += [Aligned(None, p) for j, p in enumerate(predicted) if j not in used]
    return sorted(out, key=_place)


def _fit(gold: Entity, predicted: Entity) -> tuple[bool, bool, int]:
    """Sorts the better counterpart first."""
    pair = Aligned(gold, predicted)
    return not pair.same_span, not pair.same_label, -shared(gold, predicted)


def _place(pair: Aligned) -> tuple[int, int]:
    entity = pair.gold or pair.predicted
    return (entity.start, entity.end) if entity else (0, 0)


def _overlaps(gold: list[Entity], predicted: list[Entity]) -> Iterator[tuple[int, int]]:
    """Indices of all gold and predicted mentions that share a character."""
    order = sorted(range(len(predicted)), key=lambda j: predicted[j].start)
    starts = [predicted[j].start for j in order]
    longest = max((p.end - p.start for p in predicted), default=0)
    for i, g in enumerate(gold):
        first, last = bisect_left(starts, g.start - longest), bisect_left(starts, g.end)
        yield from ((i, j) for j in order[first:last] if shared(g, predicted[j]) > 0)


def tally_spans(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """Figures ``LABEL``, ``LABEL.overlap``, ``LABEL.SCHEME``, and the same of all ``entities``."""
    gold, predicted = judged(pair)
    for label in LABELS:
        ours, theirs = _of(gold, label), _of(predicted, label)
        yield from _exact_and_overlap(label.value, ours, theirs)
        yield from _exact_and_overlap("entities", ours, theirs)
    yield from _schemes(align(gold, predicted))


def _of(entities: Iterable[Entity], label: Label) -> list[Entity]:
    return [e for e in entities if e.label is label]


def _exact_and_overlap(
    name: str, gold: list[Entity], predicted: list[Entity]
) -> Iterator[tuple[str, Tally]]:
    both = {(e.start, e.end) for e in gold} & {(e.start, e.end) for e in predicted}
    yield name, Tally.of(len(both), len(predicted), len(gold))
    hit = list(_overlaps(gold, predicted))
    found, touching = {i for i, _ in hit}, {j for _, j in hit}
    yield f"{name}.overlap", Tally(len(touching), len(predicted), len(found), len(gold))


def _schemes(alignment: list[Aligned]) -> Iterator[tuple[str, Tally]]:
    for pair in alignment:
        for scheme, credit in _credits(pair).items():
            if pair.gold is not None:
                tally = Tally(0, 0, credit, 1)
                yield f"{pair.gold.label}.{scheme}", tally
                yield f"entities.{scheme}", tally
            if pair.predicted is not None:
                tally = Tally(credit, 1, 0, 0)
                yield f"{pair.predicted.label}.{scheme}", tally
                yield f"entities.{scheme}", tally


def _credits(pair: Aligned) -> dict[str, float]:
    """What an aligned pair earns under each scheme; half for a boundary partly right."""
    if pair.gold is None or pair.predicted is None:
        return dict.fromkeys(SCHEMES, 0.0)
    span, label = float(pair.same_span), float(pair.same_label)
    return {"exact": span, "partial": (1 + span) / 2, "type": label}
