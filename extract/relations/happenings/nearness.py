"""How near a trigger is to an amount, as the light syntax measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.relations.happenings.sales import acquisition
from extract.relations.words.lexicon import Tag, relatives, word_list
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.tokens import Token
    from extract.relations.words.triggers import Reading

MONEY_KINDS = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE, Kind.PROJECT)
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
_IMPORTS = "trade.imports"


class Verb(NamedTuple):
    """A verb group that may govern the amount, as what it is read, and how far it is."""

    group: VerbGroup
    reading: Reading
    kind: Kind
    cost: float


class Noun(NamedTuple):
    """A noun that may name the amount, as what it is read, and how far it is."""

    token: int
    reading: Reading
    kind: Kind
    cost: float


def nouns(sentence: Sentence, amount: Argument) -> Iterator[Noun]:
    """The nouns that may name ``amount``, those within reach."""
    first = max(0, amount.token - int(_NOUN_LIMIT))  # further ones cost more than the limit
    last = amount.token + 1 + _NOUN_AFTER_REACH
    for n, token in enumerate(sentence.tokens[first : last + 1], first):
        if token.tag is not Tag.NOUN:
            continue
        for reading in token.readings:
            read = acquisition(sentence, n, reading)
            kind, weak = read.trigger.kind, read.trigger.weak
            if kind in MONEY_KINDS and read.trigger.needs == "amount":
                spent = read.trigger.id == _IMPORTS
                cost = _noun_cost(sentence, n, amount, on=spent) + (_WEAK if weak else 0.0)
                if cost < (_WEAK_LIMIT if weak else _NOUN_LIMIT):
                    yield Noun(n, read, kind, cost)


def _noun_cost(sentence: Sentence, noun: int, amount: Argument, *, on: bool) -> float:
    if noun > amount.token:
        between = sentence.tokens[amount.token + 1 : noun]
        if len(between) > _NOUN_AFTER_REACH or any(_breaks(t, on=on) for t in between):
            return _NOUN_LIMIT
        joined = _OF_STEP if between and between[0].value == "of" else 0.0
        return _AFTER_STEP * len(between) + _pauses(between) - joined
    between = sentence.tokens[noun + 1 : amount.token]
    others = sum(noun < a.token < amount.token for a in sentence.of_label(Label.MONEY))
    crossing = _crossing(sentence, noun, amount.token)
    return len(between) + _pauses(between) + _OTHER_AMOUNT * others + crossing


def _breaks(token: Token, *, on: bool) -> bool:
    """Does the token part an amount from a noun after it ("$3 million in new funding" does not)?

    With ``on`` the noun may be what the amount is spent on ("spent $3 million on imports").
    """
    if on and token.form == "on":
        return False
    led_away = token.tag is Tag.PREPOSITION and token.value not in ("in", "of")
    return led_away or token.tag in _BREAKS


def verbs(sentence: Sentence, amount: Argument) -> Iterator[Verb]:
    """The verbs that may govern ``amount``, those within reach."""
    for group in sentence.groups:
        if _VERB_STEP * (abs(group.verb - amount.token) - 1) >= _VERB_LIMIT:
            continue
        for reading in sentence.tokens[group.verb].readings:
            found = reading.trigger
            kind = found.money or found.kind or Kind.FUNDING
            event = found.kind is not None and found.needs in ("noun", "date")
            other_sense = found.active and (group.passive or _estimates(sentence, amount))
            if kind in MONEY_KINDS and not event and not other_sense:
                cost = _verb_cost(sentence, group.verb, amount)
                if cost < _VERB_LIMIT:
                    yield Verb(group, reading, kind, cost)


def _verb_cost(sentence: Sentence, verb: int, amount: Argument) -> float:
    low, high = sorted((verb, amount.token))
    between = sentence.tokens[low + 1 : high]
    if verb > amount.token and any(_starts_anew(t) for t in between):
        return _VERB_LIMIT
    others = sum(t.tag is Tag.VERB and bool(t.readings) for t in between)
    cost = _VERB_STEP * len(between) + _pauses(between) + _crossing(sentence, low, high)
    if verb and sentence.tokens[verb - 1].tag is Tag.INFINITIVE and len(between) > _VERB_STEP * 5:
        cost += _PURPOSE
    return cost + _OTHER_VERB * others + (_BACKWARDS if verb > amount.token else 0.0)


def _estimates(sentence: Sentence, amount: Argument) -> bool:
    """Is the amount what something is put at ("put the stock at about $3 million")?"""
    n = amount.token - 1
    while n > 0 and sentence.tokens[n].form in word_list("approximations") - {"at"}:
        n -= 1
    said = sentence.tokens[n + 1 : amount.token]
    return n >= 0 and sentence.tokens[n].form == "at" and all(t.form != "least" for t in said)


def _starts_anew(token: Token) -> bool:
    """Does a clause begin that is about something else ("…, where", "…, while")?"""
    return token.tag is Tag.SUBORDINATOR and token.form not in relatives()


def _pauses(between: Sequence[Token]) -> float:
    return sum(_PAUSE.get(t.tag, 0.0) for t in between)


def _crossing(sentence: Sentence, one: int, other: int) -> float:
    return _CLAUSE * abs(sentence.clauses[one] - sentence.clauses[other])
