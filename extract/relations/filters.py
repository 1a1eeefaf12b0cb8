"""What looks like a record but is none (guidelines §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag, word_list
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.candidates import Candidate
    from extract.relations.roles import Filling
    from extract.relations.syntax import Sentence
    from extract.relations.verbs import VerbGroup

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
_SIDES = 2
_PAY = "funding.pay"
_VAGUE_SUPPORT = ("funding.funds", "funding.scheme")
_VETO_REACH = 8
_OBJECT_REACH = 9
_BEFORE = 3


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
    if not filled:
        return "no party"
    if candidate.amount is not None:
        if candidate.anchor.trigger.id == _PAY and all(
            f.role is not Role.RECIPIENT for f in filled
        ):
            return "who is paid is not said"
        return _amount_objection(sentence, candidate)
    stated = [f for f in filled if f.cue != "issuer"]
    return _event_objection(sentence, candidate, stated) if stated else "no party"


def _is_conditional(sentence: Sentence, candidate: Candidate) -> bool:
    """Does "if" open its clause?"""
    if sentence.forms.isdisjoint(word_list("conditions")):
        return False
    clauses = {sentence.clauses[n] for n in candidate.anchor.tokens}
    return any(
        token.form in word_list("conditions") and sentence.clauses[n] in clauses
        for n, token in enumerate(sentence.tokens)
    )


def _amount_objection(sentence: Sentence, candidate: Candidate) -> str:
    if _is_bare_title(sentence, candidate):
        return "a heading's subtotal"
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
    if anchor.kind is Kind.MEETING and not sentence.forms.isdisjoint(word_list("cancelled")):
        return "it does not take place then"
    if anchor.kind in _FIRM and not dated:
        return f"a {anchor.kind} needs a date or an amount"
    if len(filled) < _SIDES and not dated:
        return "one party and neither amount nor date"
    return _needs_objection(sentence, candidate, filled)


def _joins_body(filled: Sequence[Filling]) -> bool:
    return any(f.cue in ("object", "with") and f.argument.label is Label.AGENCY for f in filled)


def _met(filled: Sequence[Filling]) -> bool:
    """Is there somebody met, not only who meets ("to meet 45 commitments")?"""
    return any(f.cue in ("object", "with") for f in filled)


def _needs_objection(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    reading, verb, dated = (
        candidate.anchor.verb_reading,
        candidate.anchor.verb,
        bool(candidate.dates),
    )
    needs = reading.trigger.needs if reading else ""
    if candidate.anchor.trigger.id == "agreement.sign" and len(filled) < _SIDES:
        return "who signed with whom is not said"
    if len(filled) < _SIDES and _is_order(sentence, candidate):
        return "a memorandum of one side is an order"
    if verb is not None and _signs_other(sentence, candidate, verb):
        return "what is signed is no agreement"
    if candidate.anchor.trigger.id == "meeting.received" and not _receives_person(sentence, verb):
        return "no person is received"
    if candidate.anchor.trigger.id == "agreement.force" and not _treaty_holds(sentence, candidate):
        return "what is in force is no agreement"
    if needs == "dated" and not (dated and _is_open(sentence, candidate)):
        return "together, but since when is not said"
    if candidate.anchor.trigger.id == "project.operate" and not _is_open(sentence, candidate):
        return "at work, but since when is not said"
    if needs == "commitment" and not dated and (verb is None or verb.status is not Status.PLANNED):
        return "general background: cooperation without a date"
    if candidate.anchor.trigger.id == "agreement.join" and not _joins_body(filled):
        return "what is joined is no body"
    if needs == "parties" and len(filled) < _SIDES:
        return "needs two parties"
    if needs == "parties" and not dated and verb is not None and _is_vague(sentence, verb):
        return "a wish without commitment"
    return ""


def _is_open(sentence: Sentence, candidate: Candidate) -> bool:
    """Does a date say since when?"""
    return any(
        token.form in word_list("since")
        for date in candidate.dates
        for token in sentence.tokens[max(0, date.token - _BEFORE) : date.token]
    )


def _is_order(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a bare memorandum ("signed a presidential memorandum")?"""
    noun = candidate.anchor.noun
    return noun >= 0 and sentence.tokens[noun].form in ("memorandum", "memoranda", "memorándum")


def _receives_person(sentence: Sentence, verb: VerbGroup | None) -> bool:
    """Is it a title that follows, or one before a passive ("recibió el lunes al canciller")?"""
    if verb is None:
        return False
    tokens = sentence.tokens
    where = tokens[: verb.first] if verb.passive else tokens[verb.verb + 1 :][:_OBJECT_REACH]
    stops = (n for n, t in enumerate(where) if t.tag is Tag.STOP)
    titled = [t for t in where[: next(stops, len(where))] if t.tag is Tag.TRANSPARENT]
    return any(token.form in word_list("visitors") for token in titled)


def _treaty_holds(sentence: Sentence, candidate: Candidate) -> bool:
    """Does the clause name an agreement before what says that it is in force?"""
    at = candidate.anchor.tokens[0]
    return any(
        reading.trigger.kind is Kind.AGREEMENT
        for n, token in enumerate(sentence.tokens[:at])
        for reading in token.readings
        if sentence.clauses[n] == sentence.clauses[at]
    )


def _signs_other(sentence: Sentence, candidate: Candidate, verb: VerbGroup) -> bool:
    """Is what was signed an executive order, a law …?"""
    if candidate.anchor.verb_reading is None or candidate.anchor.noun >= 0:
        return False
    following = sentence.tokens[verb.verb + 1 : verb.verb + 5]
    signs = candidate.anchor.verb_reading.trigger.id == "agreement.sign"
    return signs and any(token.form in word_list("not_agreements") for token in following)


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
        firm = anchor.verb.finite and (dated or anchor.trigger.id not in _VAGUE_SUPPORT)
        return "" if both and firm else "no amount, and not who gives whom"
    if needs == "dated" and both and dated and anchor.verb.finite:
        return ""
    if needs == "object":
        return "" if anchor.verb.status is not None and (both or dated) else "no amount"
    return "" if needs in ("dated", "commitment") and planned and both else "no amount"


def _is_vague(sentence: Sentence, verb: VerbGroup) -> bool:
    """Is it no more than "agreed to strengthen", "is committed to", "acordaron fortalecer"?"""
    following = sentence.tokens[verb.verb + 1 : verb.verb + 4]
    before = sentence.tokens[verb.first - 1].form if verb.first else ""
    if (verb.status is Status.ONGOING and verb.passive) or before.startswith(("remain", "sigue")):
        return True
    return any(token.form in word_list("vague") for token in following)


def _stands_alone(sentence: Sentence, candidate: Candidate) -> bool:
    """Does a participle ("launched in 2021 by X") or a gerund with a date state a fact?"""
    verb = candidate.anchor.verb
    if verb is None:
        return True
    if verb.status is None:
        before = sentence.tokens[verb.first - 1].tag if verb.first else Tag.STOP
        gerund = sentence.tokens[verb.verb].form.split(" ")[0].endswith(("ing", "ndo"))
        return gerund and bool(candidate.dates) and before in _GERUND_AFTER
    infinitive = any(t.tag is Tag.INFINITIVE for t in sentence.tokens[verb.first : verb.verb])
    return not infinitive or (bool(candidate.dates) and candidate.anchor.kind is Kind.PROJECT)


def _is_bare_title(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a title with an amount in brackets ("Humanitarian relief ($255 million)")?"""
    amount = candidate.amount
    finite = any(group.finite for group in sentence.groups)
    return amount is not None and amount.aside and not finite
