"""Amounts and the triggers that govern them: the nearest, as the light syntax measures nearness."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from extract.relations.candidates import Anchor, Candidate
from extract.relations.lexicon import Tag, relatives
from extract.relations.sales import acquisition
from extract.relations.triggers import Reading, trigger
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.syntax import Argument, Sentence
    from extract.relations.tokens import Token
    from extract.relations.verbs import VerbGroup

MONEY_KINDS = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE, Kind.PROJECT)
_AGAIN = ("another", "otro", "otros", "otra", "otras")
_COMPARED = (
    "than", "compared", "versus", "vs", "up", "down",
    "frente", "contra", "respecto", "comparado", "comparados", "menos", "más", "superior",
    "inferior",
)  # fmt: skip
_SERIES = (Tag.COMMA, Tag.CONJUNCTION, Tag.BRACKET, Tag.CLOSE, Tag.MENTION)
_EQUIVALENCE = ("or", "equivalent", "equivalente", "equivalentes", "es")
_BREAKS = (Tag.VERB, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR)

# Costs, in tokens of distance.
_PAUSE = {Tag.COMMA: 1.5, Tag.STOP: 5.0, Tag.VERB: 1.0}
_CLAUSE = 6.0
_OTHER_AMOUNT = 4.0
_OTHER_VERB = 3.0
_BACKWARDS = 3.0
_PURPOSE = 8.0
_VERB_STEP = 0.7
_AFTER_STEP = 0.5
_OF_STEP = 1.5
_WEAK = 2.0
_NOUN_LIMIT, _WEAK_LIMIT, _VERB_LIMIT = 24.0, 6.0, 36.0
_NOUN_AFTER_REACH = 7
_NOUN_PREFERENCE = 10.0
_PAIR_REACH = 20.0
_CONVERSION_REACH = 4
_SERIES_REACH = 6
_OPENING = 3
_CONTRACT_REACH = 9
_RELATIVE_REACH = 6
_DEAL = "trade.deal"
_APPROVE = "funding.approve"
_CONTRACTS = ("contract", "tender", "licitaci")


class _Verb(NamedTuple):
    group: VerbGroup
    reading: Reading
    kind: Kind
    cost: float


class _Noun(NamedTuple):
    token: int
    reading: Reading
    kind: Kind
    cost: float


def money_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """One candidate for each amount that a trigger governs; conversions in brackets are none."""
    last: Anchor | None = None
    before: Argument | None = None
    for amount in _originals(sentence):
        if last is not None and before is not None and _continues(sentence, before, amount):
            anchor: Anchor | None = replace(last)
        else:
            anchor = _line(sentence, amount) or _best_anchor(sentence, amount)
        before = amount
        if anchor is not None:
            last = anchor
            yield Candidate(anchor, amount)


def conversions(sentence: Sentence, amount: Argument | None) -> tuple[int, ...]:
    """Mentions of an amount and of the same in another currency beside it."""
    if amount is None:
        return ()
    money = sentence.of_label(Label.MONEY)
    following = [a for a in money if a.token > amount.token and _converts(sentence, amount, a)]
    return (amount.mention, *(a.mention for a in following[:1]))


def _originals(sentence: Sentence) -> list[Argument]:
    """The amounts of a sentence, without conversions ("$1 million (Rs. 300 million)")."""
    found: list[Argument] = []
    for argument in sentence.of_label(Label.MONEY):
        if not (found and _converts(sentence, found[-1], argument)):
            found.append(argument)
    return found


def _converts(sentence: Sentence, one: Argument, other: Argument) -> bool:
    between = sentence.tokens[one.token + 1 : other.token]
    if len(between) > _CONVERSION_REACH:
        return False
    tags = {t.tag for t in between}
    if any(one.token < a.token < other.token for a in sentence.parties()):
        return False
    if other.aside and not one.aside:
        return Tag.BRACKET in tags
    return Tag.COMMA in tags and any(t.form in _EQUIVALENCE for t in between)


def _continues(sentence: Sentence, before: Argument, amount: Argument) -> bool:
    """Same trigger again: "…, with another $1 billion", "USD 25 billion (2015), USD 24 billion"."""
    between = sentence.tokens[before.token + 1 : amount.token]
    if not between:
        return False
    if between[-1].form in _AGAIN or [t.value for t in between] == ["to"]:
        return True
    if any(before.token < a.token < amount.token for a in sentence.parties()):
        return len(between) <= _SERIES_REACH and not any(t.readings for t in between)
    if any(t.form in _COMPARED for t in between) and all(t.tag is not Tag.VERB for t in between):
        return True
    return all(token.tag in _SERIES for token in between)


def _opens(sentence: Sentence, amount: Argument) -> bool:
    """Does the amount open a piece without a verb ("$8 million for demining")?"""
    after = sentence.tokens[amount.token + 1 :][:1]
    given = bool(after) and after[0].value in ("for", "from", "to")
    return given and amount.token <= _OPENING and not any(g.finite for g in sentence.groups)


def _line(sentence: Sentence, amount: Argument) -> Anchor | None:
    """The line of a budget: "Child survival and health: $20.4 million"."""
    if _opens(sentence, amount):
        item = Reading(trigger("funding.item"), "")
        return Anchor(Kind.FUNDING, noun=amount.token, noun_reading=item)
    before = amount.token - 1
    if before < 1 or sentence.tokens[before].form != ":":
        return None
    return Anchor(Kind.FUNDING, noun=before - 1, noun_reading=Reading(trigger("funding.line"), ""))


def _best_anchor(sentence: Sentence, amount: Argument) -> Anchor | None:
    noun = min(_nouns(sentence, amount), key=lambda n: n.cost, default=None)
    verbs = sorted(_verbs(sentence, amount), key=lambda v: v.cost)
    own = _own(verbs, amount)
    if own is not None and own.reading.trigger.deal:
        contract = _contract(sentence, own.group)
        if contract is not None:
            return Anchor(Kind.TRADE, own.group, own.reading, *contract)
    if noun is None:
        return Anchor(own.kind, own.group, own.reading) if own else None
    if own is not None and _outdoes(own, noun):
        return Anchor(own.kind, own.group, own.reading)
    governing = (v for v in verbs if _may_govern(sentence, v.group, noun.token))
    return _pair(sentence, noun, next(governing, None))


def _own(verbs: Sequence[_Verb], amount: Argument) -> _Verb | None:
    """The nearest verb that has a kind; who approves after it all only nods ("…, was approved")."""
    stating = [v for v in verbs if v.reading.trigger.kind is not None]
    nods = bool(stating) and stating[0].reading.trigger.id == _APPROVE
    if nods and stating[0].group.verb > amount.token:
        others = (v for v in stating if v.kind is Kind.TRADE and v.group.verb < amount.token)
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


def _outdoes(verb: _Verb, noun: _Noun) -> bool:
    """A verb with a kind beats a weak noun further off, and any noun that is much further."""
    margin = 0.0 if noun.reading.trigger.weak else _NOUN_PREFERENCE
    return noun.cost > verb.cost + margin


def _pair(sentence: Sentence, noun: _Noun, verb: _Verb | None) -> Anchor:
    """The noun's anchor, with the verb that governs it."""
    funded = verb is not None and verb.reading.trigger.kind is Kind.FUNDING
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


def _participle(sentence: Sentence, noun: int) -> _Verb | None:
    """What follows the noun directly ("financing provided by", "aid that Japan gave")."""
    after = [t for t in sentence.tokens[noun + 1 : noun + 3] if t.tag is not Tag.CLOSE][:1]
    relative = bool(after) and after[0].form in relatives()
    for group in sentence.groups:
        readings = sentence.tokens[group.verb].readings
        if group.first == noun + 1 and group.passive and readings:
            return _Verb(group, readings[0], Kind.FUNDING, 0.0)
        if relative and noun < group.first <= noun + _RELATIVE_REACH:
            given = [r for r in readings if r.trigger.gives]
            return _Verb(group, given[0], Kind.FUNDING, 0.0) if given else None
    return None


def _nouns(sentence: Sentence, amount: Argument) -> Iterator[_Noun]:
    for n, token in enumerate(sentence.tokens):
        if token.tag is not Tag.NOUN:
            continue
        for reading in token.readings:
            read = acquisition(sentence, n, reading)
            kind, weak = read.trigger.kind, read.trigger.weak
            if kind in MONEY_KINDS and read.trigger.needs == "amount":
                cost = _noun_cost(sentence, n, amount) + (_WEAK if weak else 0.0)
                if cost < (_WEAK_LIMIT if weak else _NOUN_LIMIT):
                    yield _Noun(n, read, kind, cost)


def _noun_cost(sentence: Sentence, noun: int, amount: Argument) -> float:
    if noun > amount.token:
        between = sentence.tokens[amount.token + 1 : noun]
        if len(between) > _NOUN_AFTER_REACH or any(_breaks(t) for t in between):
            return _NOUN_LIMIT
        joined = _OF_STEP if between and between[0].value == "of" else 0.0
        return _AFTER_STEP * len(between) + _pauses(between) - joined
    between = sentence.tokens[noun + 1 : amount.token]
    others = sum(noun < a.token < amount.token for a in sentence.of_label(Label.MONEY))
    crossing = _crossing(sentence, noun, amount.token)
    return len(between) + _pauses(between) + _OTHER_AMOUNT * others + crossing


def _breaks(token: Token) -> bool:
    """Does the token part an amount from a noun after it ("$3 million in new funding" does not)?"""
    led_away = token.tag is Tag.PREPOSITION and token.value not in ("in", "of")
    return led_away or token.tag in _BREAKS


def _verbs(sentence: Sentence, amount: Argument) -> Iterator[_Verb]:
    for group in sentence.groups:
        for reading in sentence.tokens[group.verb].readings:
            found = reading.trigger
            kind = found.money or found.kind or Kind.FUNDING
            event = found.kind is not None and found.needs in ("noun", "date")
            if kind in MONEY_KINDS and not event:
                cost = _verb_cost(sentence, group.verb, amount)
                if cost < _VERB_LIMIT:
                    yield _Verb(group, reading, kind, cost)


def _verb_cost(sentence: Sentence, verb: int, amount: Argument) -> float:
    low, high = sorted((verb, amount.token))
    between = sentence.tokens[low + 1 : high]
    others = sum(t.tag is Tag.VERB and bool(t.readings) for t in between)
    cost = _VERB_STEP * len(between) + _pauses(between) + _crossing(sentence, low, high)
    if verb and sentence.tokens[verb - 1].tag is Tag.INFINITIVE and len(between) > _VERB_STEP * 5:
        cost += _PURPOSE
    return cost + _OTHER_VERB * others + (_BACKWARDS if verb > amount.token else 0.0)


def _pauses(between: Sequence[Token]) -> float:
    return sum(_PAUSE.get(t.tag, 0.0) for t in between)


def _crossing(sentence: Sentence, one: int, other: int) -> float:
    return _CLAUSE * abs(sentence.clauses[one] - sentence.clauses[other])
