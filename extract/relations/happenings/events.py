"""Happenings without an amount: verbs with their nouns, and nouns that state one by themselves."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extract.relations.happenings.candidates import Anchor
from extract.relations.words.lexicon import Tag, relatives, word_list
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.triggers import Reading, Trigger

EVENT_KINDS = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
_OBJECT_REACH = 16
_FIRST_PHRASE = 6
_RELATIVE_REACH = 20
_BESIDE = 2
_COMPLEMENT = 6
_PARTICIPANTS = ("with", "between", "by", "of", "to")
_INTRANSITIVE = (" place", " lugar", " force", " vigor")
RUN = "project.run"
SEND = "funding.send"
_TALKS = ("negotia", "negocia", "talks")
GIVEN = "funding.grant_noun"


def event_anchors(sentence: Sentence) -> Iterator[Anchor]:
    """Anchors of happenings that need no amount."""
    used: set[int] = set()
    for group in sorted(sentence.groups, key=lambda g: not g.finite):
        anchor = _event_of(sentence, group)
        if anchor is not None:
            used.update(anchor.tokens)
            yield anchor
    for n, token in enumerate(sentence.tokens):
        if token.tag is Tag.NOUN and n not in used:
            yield from _by_itself(sentence, n, token.readings)


def _by_itself(sentence: Sentence, noun: int, readings: Iterable[Reading]) -> Iterator[Anchor]:
    for reading in readings:
        kind = reading.trigger.kind
        if kind is not None and _states_alone(sentence, noun, reading.trigger):
            yield Anchor(kind, noun=noun, noun_reading=reading)
            return


def _states_alone(sentence: Sentence, noun: int, trigger: Trigger) -> bool:
    """A noun that needs no verb: "the signing of", a dated meeting, a contribution from A to B."""
    if trigger.solo or trigger.id == GIVEN:
        return True
    if trigger.kind not in (Kind.MEETING, Kind.AGREEMENT):
        return False
    if trigger.kind is Kind.MEETING and _names_participant(sentence, noun):
        return True
    dated = any(abs(a.token - noun) <= _BESIDE for a in sentence.of_label(Label.DATE))
    return dated and (trigger.kind is Kind.MEETING or _names_sides(sentence, noun))


def _names_participant(sentence: Sentence, noun: int) -> bool:
    """Does a dated clause say who met, or whom ("a visit by …", "talks with …")?"""
    after = noun + 1
    persons = sentence.tokens[noun].form in word_list("visitors")
    if persons or after >= len(sentence.tokens):
        return False
    if sentence.tokens[after].value not in _PARTICIPANTS:
        return False
    party = any(after < a.token <= after + _COMPLEMENT for a in sentence.parties())
    clause = sentence.clauses[noun]
    return party and any(a.clause == clause for a in sentence.of_label(Label.DATE))


def _names_sides(sentence: Sentence, noun: int) -> bool:
    """Does it say between whom ("a 2021 agreement between Cuba and Vietnam")?"""
    following = sentence.tokens[noun + 1 : noun + 2 + 2 * _BESIDE]
    return any(token.value == "between" for token in following)


def _event_of(sentence: Sentence, group: VerbGroup) -> Anchor | None:
    """The happening that the verb states: of all its readings, with the noun next to it."""
    if not sentence.tokens[group.verb].readings:
        return None
    spans = _object_spans(sentence, group)
    near = {noun: rank for rank, noun in enumerate(chain(*spans))}
    found = [
        anchor
        for reading in sentence.tokens[group.verb].readings
        if (anchor := _read_as(sentence, group, reading, spans)) is not None
    ]
    return min(found, key=lambda anchor: near.get(anchor.noun, len(near)), default=None)


def _read_as(
    sentence: Sentence, group: VerbGroup, reading: Reading, spans: list[range]
) -> Anchor | None:
    trigger = reading.trigger
    if trigger.gives:
        gift = _object_noun(sentence, spans, (Kind.FUNDING,))
        if gift is not None:
            return Anchor(Kind.FUNDING, group, reading, *gift)
    if trigger.needs == "amount" or trigger.id == SEND:
        return None
    noun = _object_noun(sentence, spans, _object_kinds(trigger))
    kind = _kind(trigger, noun[1].trigger.kind if noun else None)
    if kind is None and trigger.id == RUN and _is_named(sentence, group):
        kind = Kind.PROJECT
    return Anchor(kind, group, reading, *(noun or (-1, None))) if kind is not None else None


def _is_named(sentence: Sentence, group: VerbGroup) -> bool:
    """Is the object a name that is no body's ("implement Sembrando Oportunidades")?"""
    after = group.verb + 1
    while after < len(sentence.tokens) and sentence.tokens[after].tag is Tag.DETERMINER:
        after += 1
    plain = after < len(sentence.tokens) and sentence.tokens[after].tag is Tag.WORD
    return plain and not group.passive and sentence.is_capital(after)


def _object_kinds(trigger: Trigger) -> tuple[Kind, ...]:
    """Kinds of noun that the verb may be about; what is launched may be an agreement."""
    if trigger.kind is None or (trigger.kind is Kind.PROJECT and trigger.needs == "date"):
        return EVENT_KINDS
    return (trigger.kind,)


def _kind(trigger: Trigger, noun: Kind | None) -> Kind | None:
    if trigger.kind is None or trigger.needs == "noun":
        return noun
    return Kind.AGREEMENT if noun is Kind.AGREEMENT else trigger.kind


def _object_noun(
    sentence: Sentence, spans: list[range], kinds: tuple[Kind, ...]
) -> tuple[int, Reading] | None:
    """The noun of one of ``kinds`` that the verb is about."""
    found = [
        (n, reading)
        for n in chain(*spans)
        if sentence.tokens[n].tag is Tag.NOUN
        for reading in sentence.tokens[n].readings
        if reading.trigger.kind in kinds
        and (reading.trigger.needs == "verb" or reading.trigger.solo or kinds == (Kind.FUNDING,))
    ]
    agreements = [f for f in found if f[1].trigger.kind is Kind.AGREEMENT]
    if found and agreements and sentence.tokens[found[0][0]].form.startswith(_TALKS):
        return agreements[0]  # "concluded negotiations on a trade agreement"
    return _head(found, sentence) if found else None


def _head(found: Sequence[tuple[int, Reading]], sentence: Sentence) -> tuple[int, Reading]:
    """The first noun found, or the one that it completes ("a programme of scholarships")."""
    noun = found[0]
    for other in found[1:]:
        between = sentence.tokens[other[0] + 1 : noun[0]]
        phrase = between and between[0].value == "of"
        if phrase and all(t.tag in (Tag.DETERMINER, Tag.WORD) for t in between[1:]):
            noun = other
    return noun


def _object_spans(sentence: Sentence, group: VerbGroup) -> list[range]:
    """Where to look: after an active verb, before a passive one first."""
    right = range(group.verb + 1, _object_end(sentence, group.verb))
    left = range(group.first - 1, _clause_start(sentence, group.first) - 1, -1)
    if group.passive and not group.finite:
        left = range(group.first - 1, -1, -1)
    if group.passive:
        return [left, right] if sentence.spanish else [left]
    if _is_relative(sentence, group.first):
        before = sentence.tokens[sentence.clauses.index(sentence.clauses[group.first]) - 1]
        return [left, right] if before.tag is Tag.NOUN else [right, left]
    form = sentence.tokens[group.verb].form
    intransitive = form.endswith(_INTRANSITIVE) or form in word_list("beginnings")
    return [right, left] if not group.finite or intransitive else [right]


def _is_relative(sentence: Sentence, token: int) -> bool:
    """Is the verb of a relative clause ("the talks that both held"), about what it follows?"""
    start = sentence.clauses.index(sentence.clauses[token])
    return start > 0 and sentence.tokens[start].form in relatives()


def _object_end(sentence: Sentence, verb: int) -> int:
    end = min(len(sentence.tokens), verb + 1 + _OBJECT_REACH)
    for n in range(verb + 1, end):
        tag = sentence.tokens[n].tag
        if tag is Tag.STOP or sentence.clauses[n] != sentence.clauses[verb]:
            return n
        if tag is Tag.COMMA and n - verb > _FIRST_PHRASE:
            return n
        purpose = sentence.tokens[n - 1].tag is Tag.INFINITIVE
        if tag is Tag.VERB and not purpose and sentence.tokens[n].readings:
            return n
    return end


def _clause_start(sentence: Sentence, token: int) -> int:
    """First token of the clause; a relative clause reaches back to what its pronoun stands for."""
    start = sentence.clauses.index(sentence.clauses[token])
    return max(0, start - _RELATIVE_REACH) if _is_relative(sentence, token) else start
