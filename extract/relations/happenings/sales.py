"""What companies do with money among themselves: they sell goods, and they buy each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.syntax.subjects import subject_of
from extract.relations.words.lexicon import Tag, word_list
from extract.relations.words.triggers import Reading, trigger
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.syntax.sentences import Argument, Sentence

_ACQUIRE = "investment.acquire"
_ACQUISITION = "investment.acquisition"
_PURCHASES = ("purchase", "acquisition", "takeover", "buyout", "compra", "adquisición")
_BUY = "trade.buy"
_SELL = "trade.sell"
_MOVING = ("funding.spend", "funding.put", "funding.arrive", "funding.entrust")
_BUYERS = (_BUY, "investment.build")
_PRICES = ("for", "worth", "at", "por", "de", "valued", "en")
_OBJECT_REACH = 3
_BOUGHT_REACH = 6
_BEFORE_NAME = (Tag.DETERMINER, Tag.PREPOSITION, Tag.REFERENCE)


def settle_sale(sentence: Sentence, candidate: Candidate) -> None:
    """Change the kind of what only companies do: contracts and goods are sold, firms are bought."""
    anchor = candidate.anchor
    if candidate.amount is None or anchor.verb is None or anchor.verb_reading is None:
        return
    if anchor.verb_reading.trigger.id in _BUYERS:
        _buys(sentence, anchor)
    elif anchor.verb_reading.trigger.id == _ACQUIRE:
        _procures(sentence, anchor)
    elif anchor.noun < 0 and _ships(sentence, anchor, candidate.amount):
        anchor.kind = Kind.TRADE
        anchor.verb_reading = replace(anchor.verb_reading, trigger=trigger(_SELL))
    elif anchor.noun < 0 and _sells(sentence, anchor, candidate.amount):
        anchor.kind = Kind.TRADE
        if _supplies(sentence, candidate.amount):
            anchor.verb_reading = replace(anchor.verb_reading, trigger=trigger(_SELL))


def _ships(sentence: Sentence, anchor: Anchor, amount: Argument) -> bool:
    """Is it goods, not money, that go there ("placed products worth $2 million in Korea")?"""
    goods = sentence.tokens[max(0, amount.token - _BOUGHT_REACH) : amount.token]
    priced = _is_price(sentence, amount) and any(t.form in word_list("goods") for t in goods)
    return priced and anchor.trigger.id in _MOVING


def _supplies(sentence: Sentence, amount: Argument) -> bool:
    """Is it to be supplied ("signed a contract worth $2 billion to deliver trains to")?"""
    after = sentence.tokens[amount.token + 1 : amount.token + 1 + _BOUGHT_REACH]
    return any(r.trigger.id == _SELL or r.trigger.deal for t in after for r in t.readings)


def _sells(sentence: Sentence, anchor: Anchor, amount: Argument) -> bool:
    """Do only companies sign for an amount, or hand over goods for a price?"""
    if anchor.verb is None or anchor.verb_reading is None:
        return False
    signed = anchor.verb_reading.trigger.money is not None
    priced = anchor.verb_reading.trigger.deal and _is_price(sentence, amount)
    if not signed and not priced:
        return False
    named = subject_of(sentence, anchor.verb)
    actors = [a for a in named if not a.adjective and not a.aside]
    return bool(actors) and all(a.label is Label.COMPANY for a in actors)


def _is_price(sentence: Sentence, amount: Argument) -> bool:
    """Does the amount say what goods cost ("engines for £700 million", "aircraft worth …")?"""
    before = sentence.tokens[amount.token - 1] if amount.token else None
    return before is not None and (before.form in _PRICES or before.form.endswith(" por"))


def _buys(sentence: Sentence, anchor: Anchor) -> None:
    """A company that buys another invests in it."""
    if anchor.verb is None or anchor.verb_reading is None or anchor.noun >= 0:
        return
    bought = _bought(sentence, anchor.verb.verb)
    buyers = subject_of(sentence, anchor.verb)
    if bought and all(a.label is Label.COMPANY for a in buyers):
        anchor.kind = Kind.INVESTMENT
        anchor.verb_reading = replace(anchor.verb_reading, trigger=trigger(_ACQUIRE))


def _procures(sentence: Sentence, anchor: Anchor) -> None:
    """A state or a body that acquires something buys it."""
    if anchor.verb is None or anchor.verb_reading is None:
        return
    buyers = subject_of(sentence, anchor.verb)
    if buyers and all(a.label is not Label.COMPANY for a in buyers):
        anchor.kind = Kind.TRADE
        anchor.verb_reading = replace(anchor.verb_reading, trigger=trigger(_BUY))


def _bought(sentence: Sentence, verb: int) -> bool:
    """Is the object of the verb a company ("bought Sara Lee", not "bought gas from Shell")?"""
    named = {a.token: a for a in sentence.arguments}
    for n in range(verb + 1, min(len(sentence.tokens), verb + 1 + _BOUGHT_REACH)):
        if n in named and named[n].label is Label.COMPANY:
            goods = _is_word(sentence, n + 1)
            return named[n].relation in ("", "to") and not named[n].genitive and not goods
        dated = n in named and named[n].label is Label.DATE
        if not (dated or _is_word(sentence, n) or sentence.tokens[n].tag in _BEFORE_NAME):
            return False
    return False


def _is_word(sentence: Sentence, n: int) -> bool:
    """Is token ``n`` a common word ("the railway Acme", "Boeing aircraft")?"""
    return (
        n < len(sentence.tokens)
        and sentence.tokens[n].tag is Tag.WORD
        and not sentence.is_capital(n)
    )


def acquisition(sentence: Sentence, noun: int, reading: Reading) -> Reading:
    """``reading`` of a noun; where it names the purchase of a company, that of an acquisition."""
    if sentence.tokens[noun].form not in _PURCHASES:
        return reading
    reach = range(noun + 2, noun + 2 + _OBJECT_REACH)
    companies = {a.token for a in sentence.of_label(Label.COMPANY) if a.relation == "of"}
    if companies.isdisjoint(reach):
        return reading
    return Reading(trigger(_ACQUISITION), reading.language)
