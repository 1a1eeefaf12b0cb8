"""Amounts that hang together: conversions, lists, comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag
from extract.schema import Label

if TYPE_CHECKING:
    from extract.relations.syntax.sentences import Argument, Sentence

_AGAIN = ("another", "otro", "otros", "otra", "otras")
_WHICH = ("which", "cuales")
_COMPARED = (
    "than", "compared", "versus", "vs", "up", "down",
    "frente", "contra", "respecto", "comparado", "comparados", "menos", "más", "superior",
    "inferior",
)  # fmt: skip
_SERIES = (Tag.COMMA, Tag.CONJUNCTION, Tag.BRACKET, Tag.CLOSE, Tag.MENTION)
_EQUIVALENCE = ("or", "equivalent", "equivalente", "equivalentes", "es")
_CONVERSION_REACH = 4
_SERIES_REACH = 6


def conversions(sentence: Sentence, amount: Argument | None) -> tuple[int, ...]:
    """Mentions of an amount and of the same in another currency beside it."""
    if amount is None:
        return ()
    money = sentence.of_label(Label.MONEY)
    following = [a for a in money if a.token > amount.token and _converts(sentence, amount, a)]
    return (amount.mention, *(a.mention for a in following[:1]))


def originals(sentence: Sentence) -> list[Argument]:
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


def _has_own_verb(sentence: Sentence, before: int, amount: int) -> bool:
    """Does a finite trigger part the two ("gave $2 million and A will lend another …")?"""
    verbs = (g.verb for g in sentence.groups if g.finite and before < g.verb < amount)
    return any(not r.trigger.report for verb in verbs for r in sentence.tokens[verb].readings)


def continues(sentence: Sentence, before: Argument, amount: Argument) -> bool:
    """Same trigger again: "…, with another $1 billion", "USD 25 billion (2015), USD 24 billion"."""
    between = sentence.tokens[before.token + 1 : amount.token]
    if not between:
        return False
    if any(t.form in _WHICH for t in between[-2:]) and any(t.value == "of" for t in between[-4:]):
        return True
    if between[-1].form in _AGAIN:
        return not _has_own_verb(sentence, before.token, amount.token)
    if [t.value for t in between] == ["to"]:
        return True
    if any(before.token < a.token < amount.token for a in sentence.parties()):
        return len(between) <= _SERIES_REACH and not any(t.readings for t in between)
    if any(t.form in _COMPARED for t in between) and all(t.tag is not Tag.VERB for t in between):
        return True
    return all(token.tag in _SERIES for token in between)
