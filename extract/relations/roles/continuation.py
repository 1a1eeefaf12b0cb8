"""Amounts that go on from the sentence before: the next of a list, or the same at another time."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.happenings.candidates import Anchor, Candidate
from extract.relations.roles.assignment import Filling, lent
from extract.relations.syntax.series import originals
from extract.relations.words.lexicon import Tag, word_list
from extract.relations.words.triggers import Reading, trigger
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.relations.context.antecedents import Context
    from extract.relations.context.memory import Whole
    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.words.tokens import Token

_OPENING = 4
_REACH = 7
_GAP = 12
_BULLETS = " \t\r\n\xa0-–—*•·▪◦"
_TOTAL = "light.total"
_PAUSES = (Tag.COMMA, Tag.BRACKET, Tag.STOP, Tag.QUOTE)
_LIGHT = (*_PAUSES, Tag.DETERMINER, Tag.CLOSE, Tag.MENTION)


def going_on(
    sentence: Sentence, known: Collection[int], context: Context
) -> Iterator[tuple[Candidate, list[Filling]]]:
    """Amounts that only the sentence before explains, with their parties.

    Args:
        sentence: where they stand.
        known: tokens of the amounts that the sentence explains itself.
        context: the discourse, with what the sentence before stated.
    """
    whole = context.whole
    if whole is None or not _follows(sentence, whole, context):
        return
    last = -1
    for amount in originals(sentence):
        if amount.token in known:
            return
        party = _own_party(sentence, amount, last)
        if party is not None and whole.leading is not None:
            last = amount.token
            yield _candidate(whole, party.token, amount), _listed(whole, party, context)
        elif last < 0 and (verb := _same_again(sentence, amount)) >= 0:
            yield _candidate(whole, verb, amount), _lent(whole, context)
            return


def _follows(sentence: Sentence, whole: Whole, context: Context) -> bool:
    """Is it the sentence after the one that stated the whole, or after what announces a list?"""
    here, there = (bisect_left(context.segments, at) for at in (sentence.start, whole.start))
    leads = context.segments[there + 2 : here + 1]
    return here > there and all(_announces(sentence.text, at) for at in leads)


def _announces(text: str, at: int) -> bool:
    """Does the line before ``at`` end with a colon?"""
    return text[max(0, at - _GAP) : at].rstrip(_BULLETS).endswith(":")


def _candidate(whole: Whole, token: int, amount: Argument) -> Candidate:
    reading = Reading(trigger(whole.trigger), "")
    return Candidate(Anchor(whole.kind, noun=token, noun_reading=reading), amount)


def _listed(whole: Whole, party: Argument, context: Context) -> list[Filling]:
    """The party in the role that leads the list, with those in other roles."""
    if whole.leading is None:
        return []
    key = party_key(context.mentions[party.mention])
    kept = [
        f
        for f in _lent(whole, context)
        if f.role is not whole.leading and party_key(context.mentions[f.argument.mention]) != key
    ]
    return [Filling(party, whole.leading, "next of the list"), *kept]


def _lent(whole: Whole, context: Context) -> list[Filling]:
    return [Filling(lent(n, context), role, "the whole") for n, role in whole.parties]


def _own_party(sentence: Sentence, amount: Argument, last: int) -> Argument | None:
    """The party at the head of the list's item ("Spain, $3 million", "Spain followed with …")."""
    named = [a for a in sentence.parties() if last < a.token < amount.token and not a.genitive]
    if not named or (last < 0 and named[0].token > _OPENING):
        return None
    party = named[-1]
    between = sentence.tokens[party.token + 1 : amount.token]
    parted = any(t.tag in _PAUSES or _totals(t) or t.value == "with" for t in between)
    light = all(_is_light(t) for t in between)
    return party if parted and light and len(between) <= _REACH else None


def _is_light(token: Token) -> bool:
    words = word_list("approximations") | word_list("followers")
    return token.tag in _LIGHT or token.value == "with" or _totals(token) or token.form in words


def _totals(token: Token) -> bool:
    return any(reading.trigger.id == _TOTAL for reading in token.readings)


def _same_again(sentence: Sentence, amount: Argument) -> int:
    """The verb that says how much it was at another time ("In 2000 it stood at $12 million")."""
    if sentence.parties() or not sentence.of_label(Label.DATE):
        return -1
    for group in sentence.groups:
        verb = sentence.tokens[group.verb]
        near = 0 < amount.token - group.verb <= _REACH
        if near and (_totals(verb) or verb.value in ("is", "was")):
            return group.verb if _is_pronominal(sentence, group.first) else -1
    return -1


def _is_pronominal(sentence: Sentence, verb: int) -> bool:
    """Is the subject a pronoun, "the figure", or in Spanish left out?"""
    before = sentence.tokens[max(0, verb - 2) : verb]
    if any(" ".join(t.form for t in before).endswith(w) for w in word_list("figures")):
        return True
    plain = (Tag.WORD, Tag.NOUN)
    unsaid = not before or before[-1].tag in (Tag.MENTION, Tag.COMMA)
    return sentence.spanish and unsaid and all(t.tag not in plain for t in sentence.tokens[:2])
