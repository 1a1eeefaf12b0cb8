"""From a sentence to drafts: every candidate judged, the best kept."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.relations.happenings.amounts import money_candidates
from extract.relations.happenings.candidates import Candidate
from extract.relations.happenings.events import event_anchors
from extract.relations.happenings.sales import settle_sale
from extract.relations.records.filters import objection
from extract.relations.records.heads import is_trifle
from extract.relations.roles.assignment import fill
from extract.relations.roles.completion import complete
from extract.relations.roles.continuation import going_on
from extract.relations.roles.dates import assign_dates, main_dates
from extract.relations.roles.drafts import Draft, distinct, role_table
from extract.relations.roles.earlier import told_of
from extract.relations.roles.implementers import channels, implementers
from extract.relations.roles.kinds import settle_kind
from extract.relations.roles.lenders import split_signatories
from extract.relations.roles.payers import states_pay
from extract.relations.roles.sharing import share
from extract.relations.roles.stages import stages
from extract.relations.roles.wholes import lead_of, whole_of
from extract.relations.syntax.series import conversions
from extract.relations.words.lexicon import Tag
from extract.schema import PARTY_ROLES, BlockKind, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import State
    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Anchor
    from extract.relations.roles.assignment import Filling, Rejection
    from extract.relations.syntax.sentences import Argument, Sentence

_TOP = 5
_SIDES = 2
_SHORT = 25
_APIECE = ("each", "apiece", "cada")


@dataclass(slots=True)
class Judged:
    """A candidate with its parties, and why it is no record ("" where it is one)."""

    draft: Draft
    objection: str


def judge(sentence: Sentence, text: str, state: State, context: Context) -> list[Judged]:
    """All candidates of ``sentence``, those that state a record without an objection."""
    headline = _is_headline(sentence, state)
    found = []
    for candidate in _candidates(sentence):
        filled, rejected = _parties(sentence, candidate, text, state, context)
        draft = Draft(sentence, candidate, filled, rejected, headline=headline)
        found.append(Judged(draft, _objection(draft, state)))
    known = {d.candidate.amount.token for d in _standing(found) if d.candidate.amount is not None}
    for candidate, filled in going_on(sentence, known, context):
        assign_dates(sentence, [candidate])
        draft = Draft(sentence, candidate, filled, [], headline=headline)
        found.append(Judged(draft, _objection(draft, state)))
    standing = _standing(found)
    share(standing)
    context.whole = whole_of(standing, state.mentions) or lead_of(sentence)
    told = _prune(standing)
    kept = {id(draft) for draft in told}
    context.told = told_of(told) or context.told
    for judged in found:
        if not judged.objection and id(judged.draft) not in kept:
            judged.objection = "the clause states another happening more fully"
    return found


def _parties(
    sentence: Sentence, candidate: Candidate, text: str, state: State, context: Context
) -> tuple[list[Filling], list[Rejection]]:
    """Who plays which part, after the kind of the candidate is settled by who they are."""
    settle_sale(sentence, candidate)
    filled, rejected = fill(sentence, candidate)
    settle_kind(sentence, candidate, filled, context)
    filled = split_signatories(candidate, filled, context)
    filled = states_pay(complete(sentence, candidate, filled, context), context, text)
    filled = implementers(sentence, candidate, filled)
    if candidate.anchor.kind is Kind.FUNDING:
        filled = channels(filled, state.mentions)
    return filled, rejected


def _objection(draft: Draft, state: State) -> str:
    amount = draft.candidate.amount
    if amount is not None and is_trifle(state.mentions[amount.mention]):
        return "less than a thousand"
    return objection(draft.sentence, draft.candidate, distinct(draft.filled, state.mentions))


def _standing(found: Sequence[Judged]) -> list[Draft]:
    return [judged.draft for judged in found if not judged.objection]


def drafts(judged: Sequence[Judged], state: State) -> Iterator[Draft]:
    """The drafts of the candidates without an objection, one for each date of a list."""
    for found in judged:
        if not found.objection:
            yield from _one_per_date(found.draft, state)


def _candidates(sentence: Sentence) -> list[Candidate]:
    """The happenings that a sentence may state, amounts first, each word used once."""
    found = list(money_candidates(sentence))
    paid = {sentence.clauses[n] for c in found for n in c.anchor.tokens}
    claimed = {n for c in found for n in _own_tokens(c)}
    for anchor in event_anchors(sentence):
        clause = sentence.clauses[anchor.tokens[0]]
        if claimed.intersection(anchor.tokens):
            continue
        apart = anchor.kind is Kind.MEETING or _is_joined(sentence, anchor, found)
        if clause in paid and not apart:
            continue
        claimed.update(anchor.tokens)
        found.append(Candidate(anchor))
    assign_dates(sentence, found)
    return found


def _is_joined(sentence: Sentence, anchor: Anchor, found: Sequence[Candidate]) -> bool:
    """Is it said by a verb of its own, with its own object ("launched a course and gave $2m")?"""
    if anchor.verb is None or not anchor.verb.finite or anchor.noun < anchor.verb.verb:
        return False
    verbs = [c.anchor.verb.first for c in found if c.anchor.verb is not None]
    paying = min((n for n in verbs if n > anchor.noun), default=0)
    return sentence.tokens[paying - 1].tag is Tag.CONJUNCTION if paying else False


def _own_tokens(candidate: Candidate) -> Iterator[int]:
    """Tokens that state nothing else; a light verb may state another happening too."""
    anchor = candidate.anchor
    light = anchor.verb_reading is None or anchor.verb_reading.trigger.kind is None
    for n in anchor.tokens:
        if not (light and anchor.verb is not None and n == anchor.verb.verb):
            yield n


def _one_per_date(draft: Draft, state: State) -> Iterator[Draft]:
    candidate = draft.candidate
    amounts = conversions(draft.sentence, candidate.amount)
    parties = distinct(draft.filled, state.mentions)
    dates: Sequence[Argument | None] = main_dates(draft.sentence, candidate) or [None]
    for date, own in stages(draft, parties) or [(date, parties) for date in dates]:
        for filled in _each(draft, own):
            roles = role_table(filled, state.mentions, candidate.amount, date)
            if any(role in roles for role in PARTY_ROLES):
                yield replace(draft, roles=roles, amounts=amounts)


def _each(draft: Draft, filled: list[Filling]) -> Iterator[list[Filling]]:
    """The parties of one record, or of one for each payer of "$50 million each"."""
    amount = draft.candidate.amount
    after = draft.sentence.tokens[amount.token + 1 :][:1] if amount is not None else []
    payers = [f for f in filled if f.role is Role.SOURCE]
    if not after or after[0].form not in _APIECE:
        yield filled
        return
    rest = [f for f in filled if f.role is not Role.SOURCE]
    for payer in payers:
        yield [payer, *rest]


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
    meetings: list[Draft] = []
    for draft in dated:
        if draft.kind is Kind.MEETING:
            _join(meetings, draft)
    signed = [d for d in same if meetings and _is_signed(d)]
    return [*meetings, *signed[:1]] or dated[:1] or same[:1]


def _is_signed(draft: Draft) -> bool:
    """Does a verb of its own say that an agreement was signed at the meeting of its clause?"""
    verb = draft.anchor.verb
    both = len({f.argument.mention for f in draft.filled}) >= _SIDES
    return draft.kind is Kind.AGREEMENT and verb is not None and verb.finite and both


def _join(meetings: list[Draft], draft: Draft) -> None:
    """Add a meeting; one on the same dates as another only adds its parties to it."""
    days = [date.mention for date in draft.candidate.dates]
    for known in meetings:
        if [date.mention for date in known.candidate.dates] == days:
            known.filled.extend(draft.filled)
            return
    meetings.append(draft)


def _is_headline(sentence: Sentence, state: State) -> bool:
    """Is the sentence a heading, or a short line of its own at the top?"""
    at = bisect_left(state.segments, sentence.start, key=lambda segment: segment.start)
    segment = state.segments[at]
    if state.blocks and state.blocks[segment.block].kind is BlockKind.HEADING:
        return True
    if sentence.text[sentence.end - 1] == ".":
        return False
    around = state.segments[max(0, at - 1) : at] + state.segments[at + 1 : at + 2]
    alone = all(other.block != segment.block for other in around)
    return at < _TOP and alone and len(sentence.tokens) < _SHORT
