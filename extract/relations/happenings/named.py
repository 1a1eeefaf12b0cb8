"""Events and programmes that only a name tells: "implement Sembrando Oportunidades"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.happenings.objects import INTRANSITIVE
from extract.relations.syntax.titles import is_plain_name
from extract.relations.words.lexicon import Tag

if TYPE_CHECKING:
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup

TAKE_PLACE = "light.take_place"
_LINKS = (Tag.COMMA, Tag.SUBORDINATOR)
_PLACES = (Tag.DETERMINER, Tag.PREPOSITION, Tag.MENTION, Tag.REFERENCE)


def runs_named(sentence: Sentence, group: VerbGroup) -> bool:
    """Is the object a name that is no body's ("implement Sembrando Oportunidades")?"""
    after = _skip(sentence, group.verb + 1, 1, (Tag.DETERMINER,))
    return not group.passive and is_plain_name(sentence, after)


def holds_named(sentence: Sentence, group: VerbGroup) -> bool:
    """Is what is held a name that is no body's ("Expo 2030 will be held in Riyadh")?"""
    readings = sentence.tokens[group.verb].readings
    intransitive = sentence.tokens[group.verb].form.endswith(INTRANSITIVE)
    if all(r.trigger.id != TAKE_PLACE for r in readings) or not (group.passive or intransitive):
        return False
    before = _skip(sentence, group.first - 1, -1, _LINKS)
    if before > 0 and is_plain_name(sentence, before):
        return True
    return sentence.spanish and is_plain_name(sentence, _skip(sentence, group.verb + 1, 1, _PLACES))


def _skip(sentence: Sentence, n: int, step: int, tags: tuple[Tag, ...]) -> int:
    """The first token from ``n`` on that has none of the tags."""
    while 0 < n < len(sentence.tokens) - 1 and sentence.tokens[n].tag in tags:
        n += step
    return min(n, len(sentence.tokens) - 1)
