"""From segments to sentences under the light syntax: those that may state a record."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.relations.happenings.events import GIVEN
from extract.relations.happenings.named import TAKE_PLACE
from extract.relations.happenings.nearness import MONEY_KINDS
from extract.relations.happenings.prospects import may_state_event
from extract.relations.syntax.attachment import attach
from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import Cue, Hit, Tag, lowered, scan
from extract.relations.words.marks import AGENTS
from extract.relations.words.tokens import tokenise
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from extract.entities.mentions import Mention, Segment, State
    from extract.relations.context.antecedents import Context
    from extract.relations.context.memory import StandIn
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.words.triggers import Trigger

_SIDES = 2
_OPENING = 12
_UNTRIGGERED = "an amount without a trigger"
_UNPRICED = (Kind.FUNDING, Kind.INVESTMENT)


def read(
    text: str, state: State, context: Context
) -> Iterator[tuple[Segment, Sentence | None, str]]:
    """Each segment with its syntax, or ``None`` and what it lacks to state a record.

    Args:
        text: the document.
        state: its segments and mentions.
        context: its discourse, which "both countries" and the like are resolved against.
    """
    lower = lowered(text)
    paired = bool(context.clear_pair())
    hits = _with_stand_ins(scan(lower), context.stand_ins)
    starts = [hit.start for hit in hits]
    for segment in state.segments:
        inside = hits[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        first = bisect_left(context.starts, segment.start)
        last = bisect_left(context.starts, segment.end)
        mentions = state.mentions[first:last]
        told = bool(context.told_before(segment.start) or context.last_subject(segment.start))
        missing = _missing(segment, lower, inside, mentions, paired=paired, told=told)
        if missing == _UNTRIGGERED and context.whole is not None:
            missing = ""
        if missing:
            yield segment, None, missing
            continue
        tokens = tokenise(lower, segment, list(enumerate(mentions, first)), inside)
        yield segment, attach(text, segment, tokens, state.mentions, context.resolve), ""


def _with_stand_ins(known: list[Hit], standing: Sequence[StandIn]) -> list[Hit]:
    """The words and the persons and capitals, in text order; a name is no word of the lists."""
    if not standing:
        return known
    ends = [name.end for name in standing]
    free = [
        hit
        for hit in known
        if (n := bisect_left(ends, hit.start + 1)) == len(ends) or standing[n].start >= hit.end
    ]
    names = [Hit(s.start, s.end, (), Cue(Tag.REFERENCE, s.value)) for s in standing]
    return sorted((*free, *names), key=lambda hit: hit.start)


def _missing(
    segment: Segment,
    lower: str,
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    *,
    paired: bool,
    told: bool,
) -> str:
    """What keeps the segment from stating a record, told without reading it; "" if nothing does."""
    found = [
        reading.trigger
        for hit in hits
        for reading in hit.readings
        if reading.language == segment.language
    ]
    labels = [mention.label for mention in mentions]
    if Label.MONEY in labels:
        priced = any(trigger.kind in MONEY_KINDS or trigger.money for trigger in found)
        first = next(m for m in mentions if m.label is Label.MONEY)
        opens = first.start - segment.start <= _OPENING
        listed = opens or ":" in lower[segment.start : segment.end]
        return "" if priced or listed else _UNTRIGGERED
    if lower[segment.end - 1] == ":" and any(trigger.kind in _UNPRICED for trigger in found):
        return ""
    kinds = {_kind(trigger) for trigger in found if _needs_no_amount(trigger)}
    if not kinds:
        return "no trigger that goes without an amount" if found else "no trigger"
    if not (_has_agent(lower, hits) or may_state_event(found, dated=Label.DATE in labels)):
        return "no verb, and no noun that goes without one"
    return _missing_event(kinds, hits, labels, paired=paired, told=told)


def _has_agent(lower: str, hits: Sequence[Hit]) -> bool:
    """Is there an "implemented by", which is a verb after an auxiliary?"""
    return any(lower.endswith(AGENTS, hit.start, hit.end) for hit in hits)


def _kind(trigger: Trigger) -> Kind | None:
    return Kind.MEETING if trigger.id == TAKE_PLACE else trigger.kind


def _needs_no_amount(trigger: Trigger) -> bool:
    return _kind(trigger) is not None and (
        trigger.needs != "amount" or trigger.gives or trigger.id == GIVEN
    )


def _missing_event(
    kinds: Set[Kind | None],
    hits: Sequence[Hit],
    labels: Sequence[Label],
    *,
    paired: bool,
    told: bool,
) -> str:
    """What an event without an amount lacks: parties, or a date."""
    parties = sum(label in PARTY for label in labels)
    parties += _SIDES * any(hit.cue is not None and hit.cue.tag is Tag.REFERENCE for hit in hits)
    agreed = Kind.AGREEMENT in kinds
    between = agreed or told or (paired and Kind.MEETING in kinds)
    if not parties and not (between and Label.DATE in labels):
        return "no party"
    if Label.DATE in labels or agreed or (parties >= _SIDES and not kinds.isdisjoint(_UNPRICED)):
        return ""
    return "neither amount nor date"
