"""What words can state a happening at all, told before their sentence is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.happenings.events import GIVEN, RUN, SEND
from extract.relations.happenings.named import TAKE_PLACE
from extract.schema import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.relations.words.triggers import Trigger

_DATED = (Kind.AGREEMENT, Kind.MEETING)


def may_state_event(triggers: Iterable[Trigger], *, dated: bool) -> bool:
    """Whether words that may be read as ``triggers`` can state a happening without an amount.

    Never false where :func:`extract.relations.happenings.events.event_anchors` finds one.

    Args:
        triggers: of the words of a sentence.
        dated: it holds a date.
    """
    light = noun = False
    for trigger in triggers:
        if trigger.pos == "verb":
            if _is_full_verb(trigger):
                return True
            light = light or trigger.needs != "amount" or trigger.gives
        else:
            if _stands_alone(trigger, dated=dated):
                return True
            noun = noun or trigger.needs == "verb" or trigger.kind is Kind.FUNDING
    return light and noun


def _is_full_verb(trigger: Trigger) -> bool:
    """Does the verb state a happening without a noun of the lists?"""
    if trigger.needs == "amount" or trigger.id == SEND:
        return False
    return trigger.id in (RUN, TAKE_PLACE) or (trigger.kind is not None and trigger.needs != "noun")


def _stands_alone(trigger: Trigger, *, dated: bool) -> bool:
    """Does the noun state a happening without a verb?"""
    return trigger.solo or trigger.id == GIVEN or (dated and trigger.kind in _DATED)
