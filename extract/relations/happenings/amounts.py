"""Amounts and the triggers that govern them: the nearest, as the light syntax measures nearness."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.happenings.candidates import Anchor, Candidate
from extract.relations.happenings.nearness import Noun, Verb, nouns, verbs
from extract.relations.syntax.series import continues, originals
from extract.relations.words.lexicon import Tag, relatives
from extract.relations.words.triggers import Reading, trigger
from extract.schema import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.syntax.verbs import VerbGroup

_NOUN_PREFERENCE = 10.0
_PAIR_REACH = 20.0
_OPENING = 3
_CONTRACT_REACH = 9
_RELATIVE_REACH = 6
_DEAL = "trade.deal"
_FLOWS = (Kind.TRADE, Kind.INVESTMENT)
_APPROVE = "funding.approve"
_CONTRACTS = ("contract", "tender", "licitaci")


def money_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """One candidate for each amount that a trigger governs; conversions in brackets are none."""
    last: Anchor | None = None
    before: Argument | None = None
    for amount in originals(sentence):
        if last is not None and before is not None and continues(sentence, before, amount):
            anchor: Anchor | None = replace(last)
        else:
            anchor = _line(sentence, amount) or _best_anchor(sentence, amount)
        before = amount
        if anchor is not None:
            last = anchor
            yield Candidate(anchor, amount)


def _opens(sentence: Sentence, amount: Argument) -> bool:
    """Does the amount open a piece that only says what it is for ("$8 million for demining")?"""
    after = sentence.tokens[amount.token + 1 :][:2]
    if after and after[0].value in ("is", "was", "will"):
        after = after[1:]
    given = bool(after) and after[0].value in ("for", "from", "to")
    told = any(g.finite and sentence.tokens[g.verb].readings for g in sentence.groups)
    return given and amount.token <= _OPENING and not told


def _line(sentence: Sentence, amount: Argument) -> Anchor | None:
    """The line of a budget: "Child survival and health: $20.4 million"."""
    if _opens(sentence, amount):
        item = Reading(trigger("funding.item"), "")
        return Anchor(Kind.FUNDING, noun=amount.token, noun_reading=item)
    colon = amount.token - 1
    if colon < 1 or sentence.tokens[colon].form != ":":
        return None
    return _named_line(sentence, colon) or Anchor(
        Kind.FUNDING, noun=colon - 1, noun_reading=Reading(trigger("funding.line"), "")
    )


def _named_line(sentence: Sentence, colon: int) -> Anchor | None:
    """A line that says itself what flows ("Exports to China (2023): $23 billion")."""
    for n, token in enumerate(sentence.tokens[:colon]):
        for reading in token.readings if token.tag is Tag.NOUN else ():
            kind = reading.trigger.kind
            if kind in _FLOWS and reading.trigger.needs == "amount" and not reading.trigger.weak:
                return Anchor(kind, noun=n, noun_reading=reading)
    return None


def _best_anchor(sentence: Sentence, amount: Argument) -> Anchor | None:
    noun = min(nouns(sentence, amount), key=lambda n: n.cost, default=None)
    found = sorted(verbs(sentence, amount), key=lambda v: v.cost)
    near = [v for v in found if not _trails(sentence, v.group, amount)] or found
    own = _own(near, amount)
    if own is not None and own.reading.trigger.deal:
        contract = _contract(sentence, own.group)
        if contract is not None:
            return Anchor(Kind.TRADE, own.group, own.reading, *contract)
    if noun is None:
        return Anchor(own.kind, own.group, own.reading) if own else None
    if own is not None and (_outdoes(own, noun) or _parts(own, noun, amount)):
        return Anchor(own.kind, own.group, own.reading)
    governing = (v for v in near if _may_govern(sentence, v.group, noun.token))
    return _pair(sentence, noun, next(governing, None))


def _trails(sentence: Sentence, group: VerbGroup, amount: Argument) -> bool:
    """Does a participle without an agent only say of the amount what it is for ("destinado a")?"""
    if group.finite or not group.passive or group.verb < amount.token:
        return False
    return all(t.value != "by" for t in sentence.tokens[group.verb + 1 : group.verb + 3])


def _own(near: Sequence[Verb], amount: Argument) -> Verb | None:
    """The nearest verb that has a kind; who approves after it all only nods ("…, was approved")."""
    stating = [v for v in near if v.reading.trigger.kind is not None]
    nods = bool(stating) and stating[0].reading.trigger.id == _APPROVE
    if nods and stating[0].group.verb > amount.token:
        others = (v for v in stating if v.group.verb < amount.token)
        return next(others, stating[0])
    return next(iter(stating), None)


def _contract(sentence: Sentence, group: VerbGroup) -> tuple[int, Reading] | None:
    """The contract that the verb gives or wins, if it is one."""
    clause = sentence.clauses[group.verb]
    low, high = max(0, group.first - _CONTRACT_REACH), group.verb + _CONTRACT_REACH
    for n, token in enumerate(sentence.tokens[low:high], low):
        if sentence.clauses[n] == clause and token.form.startswith(_CONTRACTS):
            for reading in token.readings:
                if reading.trigger.id == _DEAL:
                    return n, reading
    return None


def _may_govern(sentence: Sentence, group: VerbGroup, noun: int) -> bool:
    """No infinitive, gerund or other clause after the noun does ("an investment to expand …")."""
    if group.verb < noun:
        return True
    same = sentence.clauses[group.verb] == sentence.clauses[noun]
    return group.passive or (group.finite and same)


def _outdoes(verb: Verb, noun: Noun) -> bool:
    """A verb with a kind beats a weak noun further off, and any noun that is much further."""
    margin = 0.0 if noun.reading.trigger.weak else _NOUN_PREFERENCE
    return noun.cost > verb.cost + margin


def _parts(verb: Verb, noun: Noun, amount: Argument) -> bool:
    """Does the verb of another kind stand between ("As part of its commitment, A will invest")?"""
    other = verb.kind is not noun.kind and noun.kind is not Kind.TRADE
    return (
        other
        and verb.group.finite
        and noun.token < verb.group.first
        and verb.group.verb < amount.token
    )


def _pair(sentence: Sentence, noun: Noun, verb: Verb | None) -> Anchor:
    """The noun's anchor, with the verb that governs it."""
    funded = verb is not None and verb.reading.trigger.kind is Kind.FUNDING
    funded = funded and verb is not None and (verb.group.passive or verb.group.verb < noun.token)
    vague = noun.reading.trigger.public is Kind.FUNDING
    anchor = Anchor(Kind.FUNDING if funded and vague else noun.kind, noun=noun.token)
    anchor.noun_reading = noun.reading
    verb = _participle(sentence, noun.token) or verb
    if verb is not None and verb.cost <= noun.cost + _PAIR_REACH:
        anchor.verb, anchor.verb_reading = verb.group, verb.reading
    else:
        anchor.verb = _governor(sentence, noun.token)
    return anchor


def _governor(sentence: Sentence, noun: int) -> VerbGroup | None:
    """The finite verb before the noun in its clause, else after it ("will increase …")."""
    clause = sentence.clauses[noun]
    mine = [g for g in sentence.groups if g.finite and sentence.clauses[g.verb] == clause]
    before = [g for g in mine if g.verb < noun]
    return before[-1] if before else next(iter(mine), None)


def _participle(sentence: Sentence, noun: int) -> Verb | None:
    """What follows the noun directly ("financing provided by", "aid that Japan gave")."""
    after = [t for t in sentence.tokens[noun + 1 : noun + 3] if t.tag is not Tag.CLOSE][:1]
    relative = bool(after) and after[0].form in relatives()
    for group in sentence.groups:
        readings = sentence.tokens[group.verb].readings
        if group.first == noun + 1 and group.passive and readings:
            return Verb(group, readings[0], Kind.FUNDING, 0.0)
        if relative and noun < group.first <= noun + _RELATIVE_REACH:
            given = [r for r in readings if r.trigger.gives]
            return Verb(group, given[0], Kind.FUNDING, 0.0) if given else None
    return None
