"""Why a sentence states a record, or none: what the engine judged, in words.

The same engine as :func:`extract.relations.linking.find_records`; nothing is told a second way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.context.discourse import context_of
from extract.relations.linking import find_records
from extract.relations.reading import read
from extract.relations.records.judging import judge
from extract.schema import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import State
    from extract.relations.records.judging import Judged
    from extract.relations.roles.drafts import Draft
    from extract.schema import Kind, Record


@dataclass(frozen=True, slots=True)
class Part:
    """A mention that fills a role.

    Attributes:
        role: the role.
        text: the words of the mention.
        cue: what put it there: subject, object, agent, genitive, modifier, the relation of a
            preposition, or context, issuer, possessive … where another sentence gave it.
    """

    role: Role
    text: str
    cue: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A mention that fills no role, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One candidate happening of a sentence.

    Attributes:
        kind: kind of record it is or would be.
        rule: id of the trigger that names it.
        trigger: its characters.
        triggers: ids of all triggers that took part, the verb's first.
        parts: what fills its roles.
        refused: what does not, and why.
        records: ids of the records it became.
        objection: why it became none; "" where it did.
    """

    kind: Kind
    rule: str
    trigger: tuple[int, int]
    triggers: tuple[str, ...]
    parts: tuple[Part, ...]
    refused: tuple[Refused, ...]
    records: tuple[str, ...]
    objection: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the engine made of one sentence.

    Attributes:
        start, end: its characters.
        verdicts: its candidates; empty where it was not worth reading.
        missing: what it lacks to state a record; "" where it has candidates.
    """

    start: int
    end: int
    verdicts: tuple[Verdict, ...]
    missing: str


def explain(text: str, state: State, offset: int | None = None) -> list[Explanation]:
    """Explanations of the sentences of a document, in text order.

    Args:
        text: the document.
        state: its segments and mentions.
        offset: only the sentence around this character (a record's ``start``, say).
    """
    context = context_of(text, state)
    records = find_records(text, state)
    found = []
    for segment, sentence, missing in read(text, state, context):
        judged = judge(sentence, text, state, context) if sentence is not None else []
        if offset is not None and not segment.start <= offset < segment.end:
            continue
        verdicts = tuple(_verdict(j, text, state, records) for j in judged)
        lacking = missing or ("" if verdicts else "no trigger governs its mentions")
        found.append(Explanation(segment.start, segment.end, verdicts, lacking))
    return found


def _verdict(judged: Judged, text: str, state: State, records: Sequence[Record]) -> Verdict:
    draft = judged.draft
    became, repeats = _records(draft, records)
    objection = judged.objection
    if not became and not objection:
        objection = f"states {repeats} again" if repeats else "no party runs it"
    refused = [(r.argument.mention, r.reason) for r in draft.rejected]
    return Verdict(
        kind=draft.kind,
        rule=draft.anchor.trigger.id,
        trigger=draft.trigger,
        triggers=tuple(trigger.id for trigger in draft.anchor.triggers),
        parts=tuple(_parts(draft, text, state)),
        refused=tuple(Refused(_words(mention, text, state), why) for mention, why in refused),
        records=became,
        objection=objection,
    )  # fmt: skip


def _records(draft: Draft, records: Sequence[Record]) -> tuple[tuple[str, ...], str]:
    """Ids of the records that the draft became, and the record that it only repeats."""
    same = [r for r in records if r.kind is draft.kind]
    became = [r.id for r in same if r.trigger == draft.trigger and r.start == draft.sentence.start]
    place = (draft.sentence.start, draft.sentence.end)
    return tuple(became), next((r.id for r in records if place in r.also), "")


def _parts(draft: Draft, text: str, state: State) -> Iterator[Part]:
    for filling in draft.filled:
        yield Part(filling.role, _words(filling.argument.mention, text, state), filling.cue)
    amount = draft.candidate.amount
    if amount is not None:
        yield Part(Role.AMOUNT, _words(amount.mention, text, state), "nearest to the trigger")
    for date in draft.candidate.dates:
        yield Part(
            Role.DATE, _words(date.mention, text, state), date.relation or "beside the trigger"
        )


def _words(mention: int, text: str, state: State) -> str:
    return text[state.mentions[mention].start : state.mentions[mention].end]
