"""Mentions to records: the entry of the relation stage."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.relations.candidates import Candidate, conversions, event_anchors, money_candidates
from extract.relations.completion import complete
from extract.relations.context import context_of, party_key
from extract.relations.dates import assign_dates, main_dates
from extract.relations.drafts import Draft, role_table
from extract.relations.filters import objection
from extract.relations.lexicon import lowered, scan
from extract.relations.merging import merge_repetitions
from extract.relations.payers import settle_kind, states_pay
from extract.relations.roles import fill
from extract.relations.status import status_of
from extract.relations.syntax import parse
from extract.relations.tokens import tokenise
from extract.schema import PARTY_ROLES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State
    from extract.relations.context import Context
    from extract.relations.syntax import Sentence
    from extract.schema import Record


def find_records(text: str, state: State) -> list[Record]:
    """Records a document states, in text order (guidelines §2)."""
    context = context_of(state)
    drafts: list[Draft] = []
    for sentence in sentences(text, state, context):
        drafts.extend(_drafts(sentence, text, state, context))
    merged = merge_repetitions(drafts, state.mentions)
    return [d.record(f"r{n}", status_of(d), 0.5) for n, d in enumerate(merged, 1)]


def sentences(text: str, state: State, context: Context) -> Iterator[Sentence]:
    """The sentences that hold a trigger and a mention, under the light syntax."""
    lower = lowered(text)
    hits = scan(lower)
    starts = [hit.start for hit in hits]
    for segment in state.segments:
        inside = hits[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        first = bisect_left(context.starts, segment.start)
        last = bisect_left(context.starts, segment.end)
        if first == last or not any(hit.readings for hit in inside):
            continue
        mentions = [(n, state.mentions[n]) for n in range(first, last)]
        tokens = tokenise(lower, segment, mentions, inside)
        yield parse(segment, tokens, state.mentions, context.resolve)


def candidates(sentence: Sentence) -> list[Candidate]:
    """The happenings that a sentence may state, amounts first, each word used once."""
    found = list(money_candidates(sentence))
    claimed = {n for c in found for n in c.anchor.tokens}
    paid = {sentence.clauses[n] for n in claimed}
    for anchor in event_anchors(sentence):
        clause = sentence.clauses[anchor.tokens[0]]
        if claimed.intersection(anchor.tokens):
            continue
        if clause in paid and anchor.kind is not Kind.MEETING:
            continue
        claimed.update(anchor.tokens)
        found.append(Candidate(anchor))
    assign_dates(sentence, found)
    return _prune(sentence, found)


def _prune(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """Of several events of one kind in a clause: those with a date, else the first."""
    best: dict[tuple[int, Kind], list[Candidate]] = {}
    for candidate in found:
        if candidate.amount is None:
            clause = sentence.clauses[candidate.anchor.tokens[0]]
            best.setdefault((clause, candidate.anchor.kind), []).append(candidate)
    kept = {id(c) for same in best.values() for c in ([c for c in same if c.dates] or same[:1])}
    return [c for c in found if c.amount is not None or id(c) in kept]


def _drafts(sentence: Sentence, text: str, state: State, context: Context) -> Iterator[Draft]:
    headline = _is_headline(sentence, state)
    for candidate in candidates(sentence):
        filled, rejected = fill(sentence, candidate.anchor)
        settle_kind(sentence, candidate, filled)
        filled = states_pay(complete(sentence, candidate, filled, context), context, text)
        parties = {party_key(state.mentions[f.argument.mention]) for f in filled}
        if objection(sentence, candidate, filled, len(parties)):
            continue
        amounts = conversions(sentence, candidate.amount)
        for date in main_dates(sentence, candidate) or [None]:
            roles = role_table(filled, state.mentions, candidate.amount, date)
            if any(role in roles for role in PARTY_ROLES):
                yield Draft(sentence, candidate, filled, rejected, roles, amounts, headline)


def _is_headline(sentence: Sentence, state: State) -> bool:
    """Is the sentence the document's first, and not followed by another in its block?"""
    segments = state.segments
    first = segments[0]
    alone = len(segments) == 1 or segments[1].block != first.block
    return sentence.start == first.start and alone and len(sentence.tokens) < 30
