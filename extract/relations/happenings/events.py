"""Happenings without an amount: verbs with their nouns, and nouns that state one by themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from extract.relations.happenings.candidates import Anchor
from extract.relations.happenings.named import holds_named, runs_named
from extract.relations.happenings.objects import RELATIVE_REACH, object_noun, object_spans
from extract.relations.words.lexicon import Tag, word_list
from extract.relations.words.triggers import trigger as trigger_of
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.triggers import Reading, Trigger

EVENT_KINDS = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
_BESIDE = 2
_COMPLEMENT = 6
_PARTICIPANTS = ("with", "between", "by", "of", "to")
_SINCE = ("project.since", "project.together")
_MEET = "meeting.meet"
RUN = "project.run"
SEND = "funding.send"
_ENDING = ("conclu", "complet", "clos", "finali", "finish", "culmin", "cerr", "cierr", "term")
GIVEN = "funding.grant_noun"
_FORCE = "agreement.force"


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
            stated = _treaty(sentence, noun) if reading.trigger.id == _FORCE else noun
            yield Anchor(kind, noun=stated, noun_reading=reading)
            return


def _treaty(sentence: Sentence, force: int) -> int:
    """The agreement that is "in force": the last one named before, in the clause or around it."""
    for n in range(force - 1, max(-1, force - 1 - RELATIVE_REACH), -1):
        if any(r.trigger.kind is Kind.AGREEMENT for r in sentence.tokens[n].readings):
            return n
    return force


def _states_alone(sentence: Sentence, noun: int, trigger: Trigger) -> bool:
    """A noun that needs no verb: "the signing of", a dated meeting, a contribution from A to B."""
    if trigger.solo or trigger.id == GIVEN:
        return True
    if trigger.kind not in (Kind.MEETING, Kind.AGREEMENT):
        return False
    if trigger.kind is Kind.MEETING and _names_participant(sentence, noun):
        return True
    dated = any(abs(a.token - noun) <= _BESIDE for a in sentence.of_label(Label.DATE))
    listed = bool(sentence.of_label(Label.DATE)) and not any(g.finite for g in sentence.groups)
    sides = (dated or listed) and _names_sides(sentence, noun)
    return sides or (dated and trigger.kind is Kind.MEETING)


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
    spans = object_spans(sentence, group)
    near = {noun: rank for rank, noun in enumerate(chain(*spans))}
    lasting = _opens_stretch(sentence)
    found = [
        anchor
        for reading in sentence.tokens[group.verb].readings
        if lasting or reading.trigger.id not in _SINCE
        if (anchor := _read_as(sentence, group, reading, spans)) is not None
    ]
    if not found and holds_named(sentence, group):
        held = replace(sentence.tokens[group.verb].readings[0], trigger=trigger_of(_MEET))
        return Anchor(Kind.MEETING, group, held)
    return min(found, key=lambda anchor: _rank(anchor, near), default=None)


def _rank(anchor: Anchor, near: dict[int, int]) -> int:
    """What lasts since a date first, then the noun nearest to the verb."""
    return -1 if anchor.triggers[0].id in _SINCE else near.get(anchor.noun, len(near))


def _opens_stretch(sentence: Sentence) -> bool:
    """Is it said since when something lasts?"""
    if sentence.forms.isdisjoint(word_list("since")):
        return False
    return any(
        sentence.tokens[n].form in word_list("since")
        for a in sentence.of_label(Label.DATE)
        for n in range(max(0, a.token - _BESIDE), a.token)
    )


def _read_as(
    sentence: Sentence, group: VerbGroup, reading: Reading, spans: list[range]
) -> Anchor | None:
    trigger = reading.trigger
    if trigger.gives:
        gift = object_noun(sentence, spans, (Kind.FUNDING,))
        if gift is not None:
            return Anchor(Kind.FUNDING, group, reading, *gift)
    if trigger.needs == "amount" or trigger.id == SEND:
        return None
    ends = sentence.tokens[group.verb].form.startswith(_ENDING)
    noun = object_noun(sentence, spans, _object_kinds(trigger), ends=ends)
    kind = _kind(trigger, noun[1].trigger.kind if noun else None)
    if kind is None and trigger.id == RUN and runs_named(sentence, group):
        kind = Kind.PROJECT
    return Anchor(kind, group, reading, *(noun or (-1, None))) if kind is not None else None


def _object_kinds(trigger: Trigger) -> tuple[Kind, ...]:
    """Kinds of noun that the verb may be about; what is launched may be an agreement."""
    if trigger.kind is None or (trigger.kind is Kind.PROJECT and trigger.needs == "date"):
        return EVENT_KINDS
    return (trigger.kind,)


def _kind(trigger: Trigger, noun: Kind | None) -> Kind | None:
    if trigger.kind is None or trigger.needs == "noun":
        return noun
    return noun if noun in (Kind.AGREEMENT, Kind.MEETING) else trigger.kind
