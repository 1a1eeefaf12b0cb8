"""Mentions to records: the entry of the relation stage."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.amounts import conversions, money_candidates
from extract.relations.candidates import Candidate
from extract.relations.completion import complete
from extract.relations.context import context_of
from extract.relations.dates import assign_dates, main_dates
from extract.relations.drafts import Draft, distinct, role_table
from extract.relations.events import event_anchors
from extract.relations.filters import objection
from extract.relations.lexicon import Tag, lowered, scan
from extract.relations.merging import merge_repetitions
from extract.relations.payers import settle_kind, states_pay
from extract.relations.roles import fill
from extract.relations.sharing import share
from extract.relations.status import status_of
from extract.relations.syntax import parse
from extract.relations.tokens import tokenise
from extract.schema import PARTY_ROLES, BlockKind, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.entities.mentions import State
    from extract.relations.context import Context
    from extract.relations.lexicon import Hit
    from extract.relations.syntax import Argument, Sentence
    from extract.schema import Record

_TOP = 5
_SHORT = 25


def find_records(text: str, state: State) -> list[Record]:
    """Records a document states, in text order (guidelines §2)."""
    context = context_of(text, state)
    drafts: list[Draft] = []
    for sentence in sentences(text, state, context):
        drafts.extend(_drafts(sentence, text, state, context))
    merged = merge_repetitions(drafts, state.mentions)
    return [d.record(f"r{n}", status_of(d, context), 0.5) for n, d in enumerate(merged, 1)]


def sentences(text: str, state: State, context: Context) -> Iterator[Sentence]:
    """The sentences that hold a trigger and a mention, under the light syntax."""
    lower = lowered(text)
    hits = scan(lower)
    starts = [hit.start for hit in hits]
    for segment in state.segments:
        inside = hits[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        first = bisect_left(context.starts, segment.start)
        last = bisect_left(context.starts, segment.end)
        named = first < last or any(_refers(hit) for hit in inside)
        if not (named and any(hit.readings for hit in inside)):
            continue
        mentions = [(n, state.mentions[n]) for n in range(first, last)]
        tokens = tokenise(lower, segment, mentions, inside)
        yield parse(segment, tokens, state.mentions, context.resolve)


def _refers(hit: Hit) -> bool:
    return hit.cue is not None and hit.cue.tag is Tag.REFERENCE


def candidates(sentence: Sentence) -> list[Candidate]:
    """The happenings that a sentence may state, amounts first, each word used once."""
    found = list(money_candidates(sentence))
    paid = {sentence.clauses[n] for c in found for n in c.anchor.tokens}
    claimed = {n for c in found for n in _own_tokens(c)}
    for anchor in event_anchors(sentence):
        clause = sentence.clauses[anchor.tokens[0]]
        if claimed.intersection(anchor.tokens):
            continue
        if clause in paid and anchor.kind is not Kind.MEETING:
            continue
        claimed.update(anchor.tokens)
        found.append(Candidate(anchor))
    assign_dates(sentence, found)
    return found


def _own_tokens(candidate: Candidate) -> Iterator[int]:
    """Tokens that state nothing else; a light verb may state another happening too."""
    anchor = candidate.anchor
    light = anchor.verb_reading is None or anchor.verb_reading.trigger.kind is None
    for n in anchor.tokens:
        if not (light and anchor.verb is not None and n == anchor.verb.verb):
            yield n


def _drafts(sentence: Sentence, text: str, state: State, context: Context) -> Iterator[Draft]:
    headline = _is_headline(sentence, state)
    found = []
    for candidate in candidates(sentence):
        filled, rejected = fill(sentence, candidate)
        settle_kind(sentence, candidate, filled)
        filled = states_pay(complete(sentence, candidate, filled, context), context, text)
        draft = Draft(sentence, candidate, filled, rejected, headline=headline)
        if not objection(sentence, candidate, distinct(filled, state.mentions)):
            found.append(draft)
    share(found)
    for draft in _prune(found):
        yield from _one_per_date(draft, state)


def _one_per_date(draft: Draft, state: State) -> Iterator[Draft]:
    candidate = draft.candidate
    amounts = conversions(draft.sentence, candidate.amount)
    dates: Sequence[Argument | None] = main_dates(draft.sentence, candidate) or [None]
    for date in dates:
        roles = role_table(draft.filled, state.mentions, candidate.amount, date)
        if _states_party(draft.kind, roles):
            yield replace(draft, roles=roles, amounts=amounts)


def _prune(drafts: list[Draft]) -> list[Draft]:
    """One event a clause: funding before others, those with a date before those without."""
    clauses: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.candidate.amount is None:
            clauses.setdefault(draft.clause, []).append(draft)
    kept = {id(draft) for same in clauses.values() for draft in _best_events(same)}
    return [d for d in drafts if d.candidate.amount is not None or id(d) in kept]


def _best_events(same: list[Draft]) -> list[Draft]:
    funding = [d for d in same if d.kind is Kind.FUNDING]
    if funding:
        return funding[:1]
    dated = [d for d in same if d.candidate.dates]
    if dated:
        return [d for d in dated if d.kind is Kind.MEETING] or dated[:1]
    return same[:1]


def _states_party(kind: Kind, roles: Mapping[Role, Sequence[int]]) -> bool:
    """A project says who runs it, any other record some party."""
    needed = (Role.IMPLEMENTER, Role.PARTNER) if kind is Kind.PROJECT else PARTY_ROLES
    return any(role in roles for role in needed)


def _is_headline(sentence: Sentence, state: State) -> bool:
    """Is the sentence a heading, or a short line of its own at the top?"""
    at = bisect_left([s.start for s in state.segments], sentence.start)
    segment = state.segments[at]
    if state.blocks and state.blocks[segment.block].kind is BlockKind.HEADING:
        return True
    around = state.segments[max(0, at - 1) : at] + state.segments[at + 1 : at + 2]
    alone = all(other.block != segment.block for other in around)
    return at < _TOP and alone and len(sentence.tokens) < _SHORT
