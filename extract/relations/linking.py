"""Mentions to records: the entry of the relation stage."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.relations.candidates import Candidate, event_anchors, money_candidates
from extract.relations.dates import assign_dates
from extract.relations.lexicon import lowered, scan
from extract.relations.roles import fill
from extract.relations.syntax import parse
from extract.relations.tokens import tokenise
from extract.schema import Kind, Label, Record, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State
    from extract.relations.roles import Filling
    from extract.relations.syntax import Sentence


def find_records(text: str, state: State) -> list[Record]:
    """Records a document states, in text order (guidelines §2)."""
    records = []
    for sentence in sentences(text, state):
        records.extend(_records(sentence, state))
    return [record.model_copy(update={"id": f"r{n}"}) for n, record in enumerate(records, 1)]


def sentences(text: str, state: State) -> Iterator[Sentence]:
    """The sentences that hold a trigger and a mention, under the light syntax."""
    lower = lowered(text)
    hits = scan(lower)
    starts = [hit.start for hit in hits]
    mention_starts = [m.start for m in state.mentions]
    for segment in state.segments:
        low, high = bisect_left(starts, segment.start), bisect_left(starts, segment.end)
        inside = hits[low:high]
        first = bisect_left(mention_starts, segment.start)
        last = bisect_left(mention_starts, segment.end)
        if first == last or not any(hit.readings for hit in inside):
            continue
        mentions = [(n, state.mentions[n]) for n in range(first, last)]
        tokens = tokenise(lower, segment.start, segment.end, mentions, inside)
        yield parse(segment.start, segment.end, tokens, state.mentions)


def _records(sentence: Sentence, state: State) -> Iterator[Record]:
    candidates = list(money_candidates(sentence))
    claimed = {n for c in candidates for n in c.anchor.tokens}
    for anchor in event_anchors(sentence):
        if not claimed.intersection(anchor.tokens):
            candidates.append(Candidate(anchor))
            claimed.update(anchor.tokens)
    assign_dates(sentence, candidates)
    for candidate in candidates:
        filled, _ = fill(sentence, candidate.anchor)
        yield from _record(sentence, candidate, filled, state)


def _record(
    sentence: Sentence, candidate: Candidate, filled: list[Filling], state: State
) -> Iterator[Record]:
    anchor = candidate.anchor
    roles: dict[Role, list[str]] = {}
    seen: set[str] = set()
    for filling in filled:
        mention = state.mentions[filling.argument.mention]
        key = mention.ref or f"@{mention.country}"
        if key not in seen:
            seen.add(key)
            roles.setdefault(filling.role, []).append(f"e{filling.argument.mention + 1}")
    parties = len(seen)
    dated = bool(candidate.dates)
    if candidate.amount is not None:
        roles[Role.AMOUNT] = [f"e{candidate.amount.mention + 1}"]
    if anchor.verb is not None and (anchor.verb.negated or anchor.verb.hypothetical):
        return
    if not parties:
        return
    if candidate.amount is None:
        if anchor.kind in (Kind.MEETING, Kind.PROJECT) and not dated:
            return
        if parties < 2 and not dated:
            return
    tokens = [sentence.tokens[n] for n in anchor.tokens]
    status = (anchor.verb.status if anchor.verb else None) or Status.DONE
    if anchor.trigger.status:
        status = anchor.trigger.status
    dates = candidate.dates[:1]
    if dates:
        roles[Role.DATE] = [f"e{d.mention + 1}" for d in dates]
    yield Record(
        kind=anchor.kind, status=status, start=sentence.start, end=sentence.end,
        trigger=(tokens[0].start, tokens[-1].end), roles=roles, rule=anchor.trigger.id, confidence=0.5,
    )
