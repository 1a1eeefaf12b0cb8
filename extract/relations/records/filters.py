"""What looks like a record but is none (guidelines §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.records.heads import other_head
from extract.relations.records.requirements import lacking
from extract.relations.syntax.verbs import comes_later
from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.syntax.sentences import Sentence

_MONEY = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE)
_STATED = (
    "subject",
    "object",
    "agent",
    "genitive",
    "of",
    "from",
    "by",
    "to",
    "for",
    "in",
    "backing",
)
_GERUND_AFTER = (Tag.COMMA, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.STOP)
_FIRM = (Kind.MEETING, Kind.PROJECT)
_CALLED_OFF = (Kind.MEETING, Kind.AGREEMENT)
_SIDES = 2
_PAY = "funding.pay"
_INCLUDE = "funding.include"
_GUESSED = ("same sentence", "issuer")
_LOAN = "funding.loan"
_SUPPORT = "funding.support"
_VAGUE_SUPPORT = ("funding.funds", "funding.scheme")
_VETO_REACH = 8
_PHRASE = 4
_AFTER = ("tras", "después de", "luego de")
_FLOWS = ("trade.exports", "trade.imports")


def objection(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    """Why the candidate is no record; "" where it is one.

    Args:
        sentence: where it stands.
        candidate: the happening with its amount and dates.
        filled: its parties.
    """
    verb = candidate.anchor.verb
    if verb is not None and verb.negated:
        return "negated"
    if verb is not None and verb.passive and any(t.active for t in candidate.anchor.triggers):
        return "in the passive it means something else"
    if (verb is not None and verb.hypothetical) or _is_conditional(sentence, candidate):
        return "hypothetical"
    if not sentence.forms.isdisjoint(word_list("denied")):
        return "denied"
    if not filled:
        return "no party"
    if candidate.amount is not None:
        return _party_objection(sentence, candidate, filled) or _amount_objection(
            sentence, candidate
        )
    stated = [f for f in filled if f.cue != "issuer"]
    return _event_objection(sentence, candidate, stated) if stated else "no party"


def _party_objection(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    """What the parties of an amount show it not to be."""
    rule = candidate.anchor.trigger.id
    if candidate.anchor.kind is Kind.FUNDING and _is_private(filled):
        return "companies among themselves"
    if rule == _INCLUDE and not _holds(sentence, candidate):
        return "what includes it is no budget"
    if rule in _FLOWS and _is_turnover(filled):
        return "what a company sells in all"
    if rule == _PAY and not _names_paid(filled):
        return "who is paid is not said"
    return ""


def _is_private(filled: Sequence[Filling]) -> bool:
    """Do only companies give and take?"""
    roles = {f.role for f in filled}
    private = all(f.argument.label is Label.COMPANY for f in filled)
    return private and {Role.SOURCE, Role.RECIPIENT} <= roles


def _holds(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a bill, a budget or the like that includes the amount?"""
    before = sentence.tokens[: candidate.anchor.noun]
    return any(token.form in word_list("holders") for token in before)


def _is_turnover(filled: Sequence[Filling]) -> bool:
    """Does the sentence name nobody but the company that sells or buys?"""
    named = [f for f in filled if f.argument.token >= 0]
    return len(named) == 1 and named[0].argument.label is Label.COMPANY


def _names_paid(filled: Sequence[Filling]) -> bool:
    """Does the sentence say to whom it is paid, and not what a company owes a state?"""
    paid = [f for f in filled if f.role is Role.RECIPIENT and f.cue not in _GUESSED]
    owing = any(f.role is Role.SOURCE and f.argument.label is Label.COMPANY for f in filled)
    return bool(paid) and not (owing and all(f.argument.label is Label.COUNTRY for f in paid))


def _is_conditional(sentence: Sentence, candidate: Candidate) -> bool:
    """Does "if" open its clause?"""
    return _in_clause(sentence, candidate, "conditions")


def _in_clause(sentence: Sentence, candidate: Candidate, section: str) -> bool:
    """Does a word of the list stand in a clause of the happening?"""
    words = word_list(section)
    if sentence.forms.isdisjoint(words):
        return False
    clauses = {sentence.clauses[n] for n in candidate.anchor.tokens}
    return any(
        token.form in words and sentence.clauses[n] in clauses
        for n, token in enumerate(sentence.tokens)
    )


def _amount_objection(sentence: Sentence, candidate: Candidate) -> str:
    if _is_bare_title(sentence, candidate):
        return "a heading's subtotal"
    if not sentence.forms.isdisjoint(word_list("accused")):
        return "money in a court case"
    head = other_head(sentence, candidate)
    if head:
        return f"an amount of something else: {head}"
    if sentence.forms.isdisjoint(word_list("vetoes")):
        return ""
    amount = candidate.amount
    clauses = {sentence.clauses[n] for n in candidate.anchor.tokens}
    if not sentence.forms.isdisjoint(word_list("courtroom")):
        return "money in a court case"
    for n, token in enumerate(sentence.tokens):
        near = amount is not None and abs(n - amount.token) <= _VETO_REACH
        if near and sentence.clauses[n] in clauses and token.form in word_list("vetoes"):
            return f"not support, investment or trade: {token.form}"
    return ""


def _event_objection(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    anchor, dated = candidate.anchor, bool(candidate.dates)
    verb = anchor.verb
    if anchor.kind in _MONEY:
        return _unpriced_objection(candidate, filled)
    sides = [f for f in filled if f.cue == "between"]
    alone = len(sides) >= _SIDES or _stands_alone(sentence, candidate)
    if verb is not None and not verb.finite and not alone:
        return "not asserted: an infinitive or participle"
    if any(t.active for t in anchor.triggers) and len(filled) < _SIDES and not _met(filled):
        return "nobody is met"
    if anchor.kind in _CALLED_OFF and _in_clause(sentence, candidate, "cancelled"):
        return "it does not take place then"
    if anchor.kind is Kind.MEETING and len(filled) < _SIDES and _is_own(sentence, anchor):
        return "a body's own meeting, where it did something else"
    if anchor.kind in _FIRM and not dated:
        return f"a {anchor.kind} needs a date or an amount"
    if len(filled) < _SIDES and not dated:
        return "one party and neither amount nor date"
    return lacking(sentence, candidate, filled)


def _is_own(sentence: Sentence, anchor: Anchor) -> bool:
    """Is it where a body did what the sentence tells ("at its meeting held on 3 May")?"""
    before = sentence.tokens[max(0, anchor.noun - _PHRASE) : anchor.noun]
    owned = [n for n, t in enumerate(before) if t.form in word_list("possessives")]
    return bool(owned) and owned[-1] > 0 and before[owned[-1] - 1].value in ("in", "since")


def _met(filled: Sequence[Filling]) -> bool:
    """Is there somebody met, not only who meets ("to meet 45 commitments")?"""
    return any(f.cue in ("object", "with") for f in filled)


def _unpriced_objection(candidate: Candidate, filled: Sequence[Filling]) -> str:
    """Support without an amount: who pays and who benefits must both be said, and as a fact."""
    anchor, dated = candidate.anchor, bool(candidate.dates)
    roles = {f.role for f in filled if f.cue in _STATED}
    both = {Role.SOURCE, Role.RECIPIENT} <= roles
    if anchor.verb is None:
        return "" if both else "a contribution without an amount needs payer and beneficiary"
    needs = anchor.verb_reading.trigger.needs if anchor.verb_reading else ""
    planned = anchor.verb.status is Status.PLANNED and anchor.verb.finite
    if anchor.verb_reading is not None and anchor.verb_reading.trigger.gives:
        return _given_objection(anchor, roles, dated=dated)
    done = anchor.trigger.id == _SUPPORT and anchor.verb.finite
    if done and both and dated:
        return ""
    if needs == "object":
        return "" if anchor.verb.status is not None and (both or dated) else "no amount"
    return "" if needs in ("dated", "commitment") and planned and both else "no amount"


def _given_objection(anchor: Anchor, roles: Collection[Role | None], *, dated: bool) -> str:
    """A gift says who gives whom, or who grants the loan and when."""
    finite = anchor.verb is not None and anchor.verb.finite
    lent = dated and Role.SOURCE in roles and anchor.trigger.id == _LOAN
    both = {Role.SOURCE, Role.RECIPIENT} <= set(roles)
    firm = both and (dated or anchor.trigger.id not in _VAGUE_SUPPORT)
    return "" if finite and (lent or firm) else "no amount, and not who gives whom"


def _stands_alone(sentence: Sentence, candidate: Candidate) -> bool:
    """Does a participle ("launched in 2021 by X") or a gerund with a date state a fact?"""
    verb = candidate.anchor.verb
    if verb is None or comes_later(sentence.tokens, verb.first, verb.verb):
        return True
    if verb.status is None:
        before = sentence.tokens[verb.first - 1].tag if verb.first else Tag.STOP
        gerund = sentence.tokens[verb.verb].form.split(" ")[0].endswith(("ing", "ndo"))
        if verb.first and sentence.tokens[verb.first - 1].form in _AFTER:
            return bool(candidate.dates)
        return gerund and bool(candidate.dates) and before in _GERUND_AFTER
    infinitive = any(t.tag is Tag.INFINITIVE for t in sentence.tokens[verb.first : verb.verb])
    return not infinitive or (bool(candidate.dates) and candidate.anchor.kind is Kind.PROJECT)


def _is_bare_title(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a title with an amount in brackets ("Humanitarian relief ($255 million)")?"""
    amount = candidate.amount
    finite = any(group.finite for group in sentence.groups)
    return amount is not None and amount.aside and not finite
