"""A document's gold and prediction side by side, with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.evaluation.misses import link_misses, mistaken_kinds
from extract.evaluation.records import match_records
from extract.evaluation.spans import align, judged
from extract.evaluation.values import value_facets
from extract.evaluation.wording import Wording, one_line, say_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.evaluation.fillers import Slot
    from extract.evaluation.loading import Pair
    from extract.evaluation.spans import Aligned
    from extract.schema import Document, Entity, Record

    Marks = dict[tuple[int, int], tuple[Entity, str, str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or not.

    Attributes:
        text: the words.
        label: of the mention; empty outside mentions.
        state: ``right``, ``unjudged``, ``missed``, ``spurious``, ``boundary``, ``label``,
            ``value`` or ``link``; empty outside mentions.
        note: the mention's value, and what the other side says.
    """

    text: str
    label: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record in words: each slot with whether the other side has it too."""

    kind: str
    status: str
    slots: tuple[tuple[str, bool], ...]
    evidence: str
    rule: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class RecordPair:
    """A gold record and what was found for it; ``state`` as of pieces, or ``kind``."""

    gold: RecordView | None
    predicted: RecordView | None
    state: str


def texts(pair: Pair) -> tuple[list[Piece], list[Piece]]:
    """The text as gold and as the prediction mark it."""
    gold: Marks = {}
    predicted: Marks = {}
    linked_wrong = {(miss.start, miss.end) for miss in link_misses(pair)}
    for aligned in align(*judged(pair)):
        state, note = _state(aligned, linked_wrong)
        for side, entity in ((gold, aligned.gold), (predicted, aligned.predicted)):
            if entity:
                side[entity.start, entity.end] = entity, state, note
    for entity in pair.predicted.entities:
        predicted.setdefault((entity.start, entity.end), (entity, "unjudged", ""))
    return list(_pieces(pair.gold, gold)), list(_pieces(pair.predicted, predicted))


def _state(aligned: Aligned, linked_wrong: set[tuple[int, int]]) -> tuple[str, str]:
    gold, predicted = aligned
    if gold is None or predicted is None:
        return ("missed" if gold else "spurious"), ""
    if not (aligned.same_label and aligned.same_span):
        ours, theirs = (f"{e.label} {one_line(e.text)!r}" for e in (gold, predicted))
        return "boundary" if aligned.same_label else "label", f"gold {ours}, found {theirs}"
    if any(expected != found for expected, found in value_facets(gold, predicted).values()):
        return "value", f"gold {say_value(gold)}, found {say_value(predicted)}"
    if (gold.start, gold.end) in linked_wrong:
        return "link", f"gold {say_value(gold)}, found {say_value(predicted)}"
    return "right", ""


def _pieces(document: Document, marks: Marks) -> Iterator[Piece]:
    at = 0
    for (start, end), (entity, state, note) in sorted(marks.items(), key=lambda item: item[0]):
        if start < at:
            continue  # flat: the first of overlapping mentions is shown
        if start > at:
            yield Piece(document.text[at:start])
        yield Piece(document.text[start:end], entity.label.value, state, note or say_value(entity))
        at = end
    if at < len(document.text):
        yield Piece(document.text[at:])


def records(pair: Pair) -> list[RecordPair]:
    """Gold records in text order with their predictions, then the spurious ones."""
    match, hits = match_records(pair), match_records(pair).hits
    mistaken = mistaken_kinds(pair, hits)
    view = _Viewer(pair)
    out = []
    for i, record in enumerate(match.gold):
        j = hits.get(i, mistaken.get(i))
        ours, theirs = match.gold_slots[i], frozenset() if j is None else match.predicted_slots[j]
        found = None if j is None else view.of(match.predicted[j], theirs, ours)
        state = "kind" if i in mistaken else "missed"
        if i in hits:
            state = "right" if ours == theirs else "slots"
        out.append((record.start, RecordPair(view.of(record, ours, theirs), found, state)))
    taken = {*hits.values(), *mistaken.values()}
    for j, record in enumerate(match.predicted):
        if j not in taken:
            spurious = view.of(record, match.predicted_slots[j], frozenset())
            out.append((record.start, RecordPair(None, spurious, "spurious")))
    return [both for _, both in sorted(out, key=lambda item: item[0])]


class _Viewer:
    def __init__(self, pair: Pair) -> None:
        self._text, self._say = pair.gold.text, Wording(pair.gold)

    def of(self, record: Record, slots: Iterable[Slot], other: frozenset[Slot]) -> RecordView:
        return RecordView(
            record.kind.value,
            record.status.value,
            tuple((self._say.slot(slot), slot in other) for slot in sorted(slots)),
            one_line(self._text[record.start : record.end]),
            record.rule or "",
            record.confidence,
        )
