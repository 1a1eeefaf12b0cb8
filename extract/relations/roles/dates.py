"""Which date is the happening's, and which is only the statement's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.syntax.sentences import Argument, Sentence

_MONEY = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE)
_REPORT_REACH = 4
_RELATIONS = "agreement.relations"
_WHO = ("who", "whose", "quien", "quienes")


def assign_dates(sentence: Sentence, candidates: list[Candidate]) -> None:
    """Give each date of ``sentence`` to the candidate it is nearest to; a lone one goes to all."""
    if not candidates:
        return
    for argument in _happening_dates(sentence):
        takers = [
            c for c in candidates
            if not _of_statement(sentence, c.anchor, argument)
            and not _of_person(sentence, c.anchor, argument)
        ]  # fmt: skip
        if not takers:
            continue
        ranked = sorted(takers, key=lambda c: _distance(sentence, c, argument))
        ranked[0].dates.append(argument)
        for other in ranked[1:]:
            if _shared(sentence, ranked[0], other, argument):
                other.dates.append(argument)


def _happening_dates(sentence: Sentence) -> list[Argument]:
    """The dates, a weekday with its date in brackets ("Wednesday (14 Feb.)") being the latter."""
    dates = sentence.of_label(Label.DATE)
    shadowed = {
        one.token for one, other in pairwise(dates) if other.aside and other.token - one.token <= 2
    }
    return [d for d in dates if d.token not in shadowed]


def _of_statement(sentence: Sentence, anchor: Anchor, date: Argument) -> bool:
    """Does the date stand beside a verb of saying that is not the happening's own?"""
    low, high = max(0, date.token - _REPORT_REACH), date.token + _REPORT_REACH
    for n in range(low, min(high, len(sentence.tokens))):
        token = sentence.tokens[n]
        reporting = token.tag is Tag.REPORT or any(r.trigger.report for r in token.readings)
        another = anchor.kind in _MONEY or n not in anchor.tokens
        between = sentence.tokens[date.token + 1 : n]
        ended = any(t.tag is Tag.COMMA for t in between)
        nearer = any(n < k < date.token for k in anchor.tokens)
        if reporting and another and not (ended or nearer) and sentence.clauses[n] == date.clause:
            return date.relation == "" or _follows_directly(sentence, n, date)
    return False


def _follows_directly(sentence: Sentence, verb: int, date: Argument) -> bool:
    """Does only an article part the date from the verb of saying before it ("informó el lunes")?"""
    between = sentence.tokens[verb + 1 : date.token]
    return verb < date.token and all(t.tag is Tag.DETERMINER for t in between)


def _of_person(sentence: Sentence, anchor: Anchor, date: Argument) -> bool:
    """Is it about somebody named ("his successor, who took office in May")?"""
    opening = sentence.tokens[sentence.clauses.index(date.clause)].form
    inside = any(sentence.clauses[n] == date.clause for n in anchor.tokens)
    return opening in _WHO and not inside


def _distance(sentence: Sentence, candidate: Candidate, date: Argument) -> float:
    places = list(candidate.anchor.tokens)
    if candidate.amount is not None:
        places = [candidate.amount.token]
    nearest = min(places, key=lambda n: abs(n - date.token))
    crossing = 8 * abs(sentence.clauses[nearest] - date.clause)
    return abs(nearest - date.token) + crossing


def _shared(sentence: Sentence, owner: Candidate, other: Candidate, date: Argument) -> bool:
    """A date before all verbs, or in the clause of both, serves both."""
    if other.dates:
        return False
    opening = all(date.token < n for n in (*owner.anchor.tokens, *other.anchor.tokens))
    same = owner.anchor.tokens == other.anchor.tokens or _meet_together(sentence, owner, other)
    same = same or _meet_to_sign(sentence, owner, other)
    return opening or same or _carries_on(owner, other, date)


def _meet_to_sign(sentence: Sentence, owner: Candidate, other: Candidate) -> bool:
    """Is one date all there is for a meeting and what was signed at it?"""
    verbs = [c.anchor.verb for c in (owner, other) if c.anchor.kind is Kind.AGREEMENT]
    asserted = all(verb is not None and verb.finite for verb in verbs)
    kinds = {owner.anchor.kind, other.anchor.kind}
    lone = len(_happening_dates(sentence)) == 1
    since = any(c.anchor.trigger.id == _RELATIONS for c in (owner, other))
    return asserted and lone and not since and kinds == {Kind.MEETING, Kind.AGREEMENT}


def _meet_together(sentence: Sentence, owner: Candidate, other: Candidate) -> bool:
    """Are both meetings of one clause ("During her visit to … on 12 June, she met …")?"""
    kinds = {owner.anchor.kind, other.anchor.kind}
    clauses = {sentence.clauses[c.anchor.tokens[0]] for c in (owner, other)}
    return kinds == {Kind.MEETING} and len(clauses) == 1


def _carries_on(owner: Candidate, other: Candidate, date: Argument) -> bool:
    """Does the period go on ("trade in 2018 was $29 billion, with exports at $8 billion")?"""
    if owner.amount is None or other.amount is None:
        return False
    later = owner.amount.token <= other.amount.token and date.token < other.amount.token
    return owner.anchor.kind is other.anchor.kind and later


def main_dates(sentence: Sentence, candidate: Candidate) -> list[Argument]:
    """The dates that make a record each: all of a list, else the nearest."""
    if len(candidate.dates) <= 1:
        return candidate.dates
    nearest = min(candidate.dates, key=lambda d: _distance(sentence, candidate, d))
    if candidate.amount is not None:
        return [nearest]
    if candidate.anchor.kind is Kind.MEETING and nearest.token > candidate.anchor.tokens[-1]:
        after = [d for d in candidate.dates if d.token > candidate.anchor.tokens[-1]]
        return [d for d in after if d.clause == nearest.clause]
    return [d for d in candidate.dates if d.group == nearest.group]
