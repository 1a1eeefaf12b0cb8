"""Parties that only say what others do: "ECLAC reported that …", "…, informó la cancillería"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag
from extract.schema import Label

if TYPE_CHECKING:
    from extract.relations.happenings.candidates import Anchor
    from extract.relations.syntax.sentences import Argument, Sentence

_BEFORE_SPEAKER = (Tag.DETERMINER, Tag.TRANSPARENT, Tag.BRACKET, Tag.MENTION)
_DASHES = ("–", "—", "-")
_DATELINE = 6


def speaks(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Is it only who says so ("ECLAC reported that …")?"""
    after = argument.token + 1
    if _is_said_by(sentence, anchor, argument) or _is_outlet(sentence, argument):
        return True
    if after >= len(sentence.tokens) or after in anchor.tokens:
        return False
    return sentence.tokens[after].tag is Tag.REPORT


def _is_outlet(sentence: Sentence, argument: Argument) -> bool:
    """Is it the medium in the dateline ("TOKYO, 3 March (Kyodo) --")?"""
    if argument.label is not Label.COMPANY or not 0 <= argument.token <= _DATELINE:
        return False
    after = [t.form for t in sentence.tokens[argument.token + 1 : argument.token + 3]]
    dashed = after[1:] if argument.aside else after[:1]
    before = sentence.tokens[: argument.token]
    return bool(dashed) and dashed[0] in _DASHES and all(t.tag is not Tag.VERB for t in before)


def _is_said_by(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Does a verb of saying end the sentence with its speaker ("…, informó la cancillería")?"""
    n = argument.token - 1
    while n > 0 and sentence.tokens[n].tag in _BEFORE_SPEAKER:
        n -= 1
    if n < 1 or n in anchor.tokens:
        return False
    before, verb = sentence.tokens[n - 1].tag, sentence.tokens[n]
    if any(reading.trigger.report for reading in verb.readings):
        return verb.tag is Tag.VERB and before is Tag.COMMA
    return verb.tag is Tag.REPORT and before in (Tag.COMMA, Tag.QUOTE, Tag.MENTION, Tag.WORD)
