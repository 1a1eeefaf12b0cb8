"""What an amount is an amount of: profits, taxes, debts are no support, investment or trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind

if TYPE_CHECKING:
    from extract.entities.mentions import Mention
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.words.tokens import Token

_THOUSAND = 1000
_REACH = 3
_SUBJECT_REACH = 8
_TOTAL = "light.total"
_SETTLING = ("funding.repay", "funding.forgive", "funding.pay", "funding.cover")


def is_trifle(mention: Mention) -> bool:
    """Is it less than a thousand: a price, a fee, what one person gets?"""
    return mention.money is not None and (mention.money.max or mention.money.amount) < _THOUSAND


def other_head(sentence: Sentence, candidate: Candidate) -> str:
    """The word that makes the amount one of something else, "" without one.

    Debts that are paid or forgiven are told of as that.

    Args:
        sentence: where it stands.
        candidate: a happening with an amount.
    """
    amount, anchor = candidate.amount, candidate.anchor
    if amount is None or any(t.id in _SETTLING for t in anchor.triggers):
        return ""
    others = word_list("other_money")
    if anchor.kind is Kind.TRADE:
        others -= word_list("prices")
    return _before(sentence, amount.token, others) or _after(sentence, amount.token, others)


def _before(sentence: Sentence, amount: int, others: frozenset[str]) -> str:
    """The noun or verb that the amount completes ("profits of about", "costs", "deuda por")."""
    n = amount - 1
    light = word_list("approximations")
    while n >= 0 and (sentence.tokens[n].form in light or sentence.tokens[n].value == "of"):
        n -= 1
    words = sentence.tokens[max(0, n + 1 - _REACH) : n + 1]
    for token in reversed(words):
        if token.form in others:
            return token.form
        if token.tag not in (Tag.WORD, Tag.MENTION):
            break
    return _subject(sentence, n, others)


def _subject(sentence: Sentence, verb: int, others: frozenset[str]) -> str:
    """The subject of a verb that says how much there is ("remittances, averaging $7 billion")."""
    if verb < 0 or not _says_how_much(sentence.tokens[verb]):
        return ""
    for token in reversed(sentence.tokens[max(0, verb - _SUBJECT_REACH) : verb]):
        if token.form in others:
            return token.form
        if token.tag in (Tag.NOUN, Tag.VERB, Tag.STOP):
            return ""
    return ""


def _says_how_much(token: Token) -> bool:
    total = any(reading.trigger.id == _TOTAL for reading in token.readings)
    return total or token.value in ("is", "was") or token.form in word_list("averages")


def _after(sentence: Sentence, amount: int, others: frozenset[str]) -> str:
    """The noun that the amount measures ("$3 million in unpaid taxes", "a $5 million fine")."""
    words = sentence.tokens[amount + 1 : amount + 2 + _REACH]
    if words and words[0].form in ("in", "of", "de", "en"):
        words = words[1:]
    for token in words:
        if token.form in others:
            return token.form
        if token.tag is not Tag.WORD:
            return ""
    return ""
