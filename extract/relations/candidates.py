"""Candidate happenings of a sentence: which words state one, and which amount belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag, relatives
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.relations.syntax import Argument, Sentence
    from extract.relations.tokens import Token
    from extract.relations.triggers import Reading, Trigger
    from extract.relations.verbs import VerbGroup

MONEY_KINDS = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE, Kind.PROJECT)
EVENT_KINDS = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
_BREAKS = (Tag.VERB, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR)
_AGAIN = ("another", "otro", "otros", "otra", "otras")
_SERIES = (Tag.COMMA, Tag.CONJUNCTION, Tag.BRACKET, Tag.CLOSE, Tag.MENTION)
_OBJECT_REACH = 16
_RELATIVE_REACH = 20
_FAR = 99.0
_FAR_VERB = 20


@dataclass(slots=True)
class Anchor:
    """What states a happening: a verb, a noun, or a verb with its noun.

    Attributes:
        kind: kind of record it would be.
        verb: the verb group, if any, and its reading.
        noun: token of the noun, or -1, and its reading.
        cost: how far it is from the amount it was chosen for.
    """

    kind: Kind
    verb: VerbGroup | None = None
    verb_reading: Reading | None = None
    noun: int = -1
    noun_reading: Reading | None = None
    cost: float = 0.0

    @property
    def trigger(self) -> Trigger:
        """The trigger that names the rule: the one with the kind."""
        readings = [r for r in (self.noun_reading, self.verb_reading) if r is not None]
        own = [r for r in readings if r.trigger.kind is not None]
        return (own or readings)[0].trigger

    @property
    def tokens(self) -> tuple[int, ...]:
        """Token indexes of its verb and noun, in text order."""
        found = [] if self.verb is None else [self.verb.verb]
        return tuple(sorted(found + ([self.noun] if self.noun >= 0 else [])))


@dataclass(slots=True)
class Candidate:
    """A happening with what belongs to it before roles are told."""

    anchor: Anchor
    amount: Argument | None = None
    dates: list[Argument] = field(default_factory=list)


def money_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """One candidate for each amount that a trigger governs; conversions in brackets are none."""
    last: Anchor | None = None
    before: Argument | None = None
    for amount in amounts(sentence):
        again = last is not None and _continues(sentence, before, amount)
        anchor = replace(last) if again and last else _best_anchor(sentence, amount)
        before = amount
        if anchor is not None:
            last = anchor
            yield Candidate(anchor, amount)


def amounts(sentence: Sentence) -> list[Argument]:
    """The amounts of a sentence, without conversions ("$1 million (Rs. 300 million)")."""
    found: list[Argument] = []
    for argument in sentence.of_label(Label.MONEY):
        if not (found and _converts(sentence, found[-1], argument)):
            found.append(argument)
    return found


def _continues(sentence: Sentence, before: Argument | None, amount: Argument) -> bool:
    """"$1 billion …, with another $1 billion", "USD 25 billion (2015), USD 24 billion (2016)"."""
    if before is None:
        return False
    between = sentence.tokens[before.token + 1 : amount.token]
    return between[-1:] != [] and (
        between[-1].form in _AGAIN or all(t.tag in _SERIES and not _is_party(sentence, t) for t in between)
    )


def _is_party(sentence: Sentence, token: Token) -> bool:
    return any(a.mention == token.mention for a in sentence.parties())


def conversions(sentence: Sentence, amount: Argument | None) -> tuple[int, ...]:
    """Mentions of an amount and of the same in other currencies beside it."""
    if amount is None:
        return ()
    money = sentence.of_label(Label.MONEY)
    following = [a for a in money if a.token > amount.token and _converts(sentence, amount, a)]
    return (amount.mention, *(a.mention for a in following[:1]))


def _converts(sentence: Sentence, one: Argument, other: Argument) -> bool:
    between = sentence.tokens[one.token + 1 : other.token]
    if len(between) > 4:
        return False
    if other.aside and not one.aside:
        return any(t.tag is Tag.BRACKET for t in between)
    return any(t.form in ("or", "equivalent", "equivalentes", "es") for t in between) and any(
        t.tag is Tag.COMMA for t in between
    )


def _best_anchor(sentence: Sentence, amount: Argument) -> Anchor | None:
    noun = min(_nouns(sentence, amount), key=lambda a: a.cost, default=None)
    verb = min(_verbs(sentence, amount), key=lambda a: a.cost, default=None)
    if noun is None or verb is None:
        return noun or verb if noun or (verb and verb.verb_reading.trigger.kind) else None
    if noun.noun_reading.trigger.weak and noun.cost > verb.cost and verb.verb_reading.trigger.kind:
        return verb
    if noun.cost > verb.cost + 10 and verb.verb_reading.trigger.kind:
        return verb
    if noun.noun_reading.trigger.id == "investment.noun" and _is_funding(verb):
        noun.kind = Kind.FUNDING
    verb = _participle(sentence, noun.noun) or verb
    if verb.cost <= noun.cost + _FAR_VERB:
        noun.verb, noun.verb_reading = verb.verb, verb.verb_reading
    return noun


def _is_funding(verb: Anchor) -> bool:
    return verb.kind is Kind.FUNDING and verb.verb_reading.trigger.kind is Kind.FUNDING


def _participle(sentence: Sentence, noun: int) -> Anchor | None:
    """The participle right after the noun ("financing provided by")."""
    for group in sentence.groups:
        if group.first == noun + 1 and group.passive:
            readings = sentence.tokens[group.verb].readings
            return Anchor(Kind.FUNDING, group, readings[0]) if readings else None
    return None


def _nouns(sentence: Sentence, amount: Argument) -> Iterator[Anchor]:
    for n, token in enumerate(sentence.tokens):
        if token.tag is Tag.NOUN:
            for reading in token.readings:
                kind = reading.trigger.kind
                if kind in MONEY_KINDS and reading.trigger.needs == "amount":
                    cost = _noun_cost(sentence, n, amount) + (2 if reading.trigger.weak else 0)
                    if cost < (6 if reading.trigger.weak else 24):
                        yield Anchor(kind, noun=n, noun_reading=reading, cost=cost)


def _noun_cost(sentence: Sentence, noun: int, amount: Argument) -> float:
    if noun > amount.token:
        between = sentence.tokens[amount.token + 1 : noun]
        broken = any(
            t.tag in _BREAKS or (t.tag is Tag.PREPOSITION and t.value not in ("in", "of")) for t in between
        )
        return _FAR if broken or len(between) > 7 else 0.5 * len(between) + _pauses(between)
    between = sentence.tokens[noun + 1 : amount.token]
    money = sum(t.mention >= 0 and t is not None and _is_money(sentence, t.mention) for t in between)
    return len(between) + _pauses(between) + 4 * money + _crossing(sentence, noun, amount.token)


def _is_money(sentence: Sentence, mention: int) -> bool:
    return any(a.mention == mention and a.label is Label.MONEY for a in sentence.arguments)


def _pauses(between: list[object]) -> float:
    return sum({Tag.COMMA: 1.5, Tag.STOP: 5.0, Tag.VERB: 1.0}.get(t.tag, 0.0) for t in between)


def _crossing(sentence: Sentence, one: int, other: int) -> float:
    return 6.0 * abs(sentence.clauses[one] - sentence.clauses[other])


def _verbs(sentence: Sentence, amount: Argument) -> Iterator[Anchor]:
    for group in sentence.groups:
        for reading in sentence.tokens[group.verb].readings:
            trigger = reading.trigger
            kind = trigger.money or trigger.kind or Kind.FUNDING
            if kind not in MONEY_KINDS or trigger.needs in ("noun", "date") and trigger.kind:
                continue
            cost = _verb_cost(sentence, group.verb, amount)
            if cost < 36:
                yield Anchor(kind, group, reading, cost=cost)


def _verb_cost(sentence: Sentence, verb: int, amount: Argument) -> float:
    low, high = sorted((verb, amount.token))
    between = sentence.tokens[low + 1 : high]
    others = sum(t.tag is Tag.VERB and bool(t.readings) for t in between)
    cost = 0.7 * len(between) + _pauses(between) + 3 * others + _crossing(sentence, low, high)
    aim = sentence.tokens[verb - 1].tag is Tag.INFINITIVE and len(between) > 3
    return cost + (3 if verb > amount.token else 0) + (8 if aim else 0)


def event_anchors(sentence: Sentence) -> Iterator[Anchor]:
    """Anchors of happenings that need no amount."""
    used: set[int] = set()
    for group in sentence.groups:
        anchor = _event_of(sentence, group)
        if anchor is not None:
            used.update(anchor.tokens)
            yield anchor
    for n, token in enumerate(sentence.tokens):
        if token.tag is Tag.NOUN and n not in used:
            for reading in token.readings:
                kind = reading.trigger.kind
                if kind is not None and _states_by_itself(sentence, n, reading.trigger):
                    yield Anchor(kind, noun=n, noun_reading=reading)
                    break


def _states_by_itself(sentence: Sentence, noun: int, trigger: Trigger) -> bool:
    """A noun that needs no verb: "the signing of", a dated meeting, a contribution from A to B."""
    if trigger.solo or trigger.id == "funding.grant_noun":
        return True
    return trigger.kind is Kind.MEETING and any(
        0 < a.token - noun <= 2 or 0 < noun - a.token <= 2 for a in sentence.of_label(Label.DATE)
    )


def _event_of(sentence: Sentence, group: VerbGroup) -> Anchor | None:
    for reading in sentence.tokens[group.verb].readings:
        trigger = reading.trigger
        free = trigger.kind is None or trigger.needs == "date" and trigger.kind is Kind.PROJECT
        kinds = EVENT_KINDS if free else (trigger.kind,)
        if trigger.kind is not None and trigger.needs == "amount":
            continue
        found = _object_noun(sentence, group, kinds)
        if trigger.needs != "noun" and trigger.kind:
            kind = Kind.AGREEMENT if found and found[1].trigger.kind is Kind.AGREEMENT else trigger.kind
            return Anchor(kind, group, reading, *(found or (-1, None)))
        if found is not None and found[1].trigger.kind is not None:
            return Anchor(found[1].trigger.kind, group, reading, *found)
    return None


def _object_noun(
    sentence: Sentence, group: VerbGroup, kinds: tuple[Kind, ...]
) -> tuple[int, Reading] | None:
    """The noun of one of ``kinds`` that the verb is about."""
    spans = [range(group.verb + 1, _object_end(sentence, group.verb))]
    left = range(group.first - 1, _clause_start(sentence, group.first) - 1, -1)
    spans.insert(0 if group.passive else 1, left)
    if not group.passive and group.finite:
        spans = spans[:1] + (spans[1:] if _is_intransitive(sentence, group) else [])
    for span in spans:
        for n in span:
            token = sentence.tokens[n]
            if token.tag is Tag.NOUN:
                for reading in token.readings:
                    if reading.trigger.kind in kinds and reading.trigger.needs == "verb":
                        return n, reading
    return None


def _is_intransitive(sentence: Sentence, group: VerbGroup) -> bool:
    form = sentence.tokens[group.verb].form
    return form.endswith((" place", " lugar", " force", " vigor")) or form.startswith("culmin")


def _object_end(sentence: Sentence, verb: int) -> int:
    end = min(len(sentence.tokens), verb + 1 + _OBJECT_REACH)
    for n in range(verb + 1, end):
        token = sentence.tokens[n]
        if token.tag is Tag.COMMA and n - verb > 6:
            return n
        if token.tag is Tag.STOP or sentence.clauses[n] != sentence.clauses[verb]:
            return n
        if token.tag is Tag.VERB and sentence.tokens[n - 1].tag is not Tag.INFINITIVE and token.readings:
            return n
    return end


def _clause_start(sentence: Sentence, token: int) -> int:
    """First token of the clause; a relative clause reaches back to what its pronoun stands for."""
    clause = sentence.clauses[token]
    start = token
    while start and sentence.clauses[start - 1] == clause:
        start -= 1
    if sentence.tokens[start].form in relatives() and start:
        return max(0, start - _RELATIVE_REACH)
    return start
