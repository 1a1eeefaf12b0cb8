"""What looks like a record but is none (guidelines §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag
from extract.schema import Kind, Status

if TYPE_CHECKING:
    from extract.relations.candidates import Candidate
    from extract.relations.syntax import Sentence

_FIRM = (Kind.MEETING, Kind.PROJECT)
_SIDES = 2


def objection(sentence: Sentence, candidate: Candidate, parties: int) -> str:
    """Why the candidate is no record; "" where it is one.

    Args:
        sentence: where it stands.
        candidate: the happening with its amount and dates.
        parties: how many distinct bodies have a role.
    """
    verb = candidate.anchor.verb
    if verb is not None and verb.negated:
        return "negated"
    if verb is not None and verb.hypothetical:
        return "hypothetical"
    if candidate.amount is not None:
        return "a heading's subtotal" if verb is None and _is_bare_title(sentence, candidate) else ""
    return _event_objection(sentence, candidate, parties)


def _event_objection(sentence: Sentence, candidate: Candidate, parties: int) -> str:
    anchor, dated = candidate.anchor, bool(candidate.dates)
    verb = anchor.verb
    if anchor.kind is Kind.FUNDING and verb is None and parties < _SIDES:
        return "a contribution without an amount needs payer and beneficiary"
    if verb is not None and not verb.finite and not _stands_alone(sentence, candidate):
        return "not asserted: an infinitive or participle"
    if not parties:
        return "no party"
    if anchor.kind in _FIRM and not dated:
        return f"a {anchor.kind} needs a date or an amount"
    if parties < 2 and not dated:
        return "one party and neither amount nor date"
    needs = anchor.verb_reading.trigger.needs if anchor.verb_reading else ""
    if needs == "commitment" and not dated and (verb is None or verb.status is not Status.PLANNED):
        return "general background: cooperation without a date"
    if needs == "dated" and not dated:
        return "needs a date"
    if needs in ("parties", "object") and parties < 2 and not (needs == "object" and dated):
        return "needs two parties"
    return ""


def _stands_alone(sentence: Sentence, candidate: Candidate) -> bool:
    """A passive participle ("launched in 2021 by X") or a gerund with its own date states a fact."""
    verb = candidate.anchor.verb
    if verb is None or verb.status is None:
        return bool(candidate.dates)
    infinitive = any(t.tag is Tag.INFINITIVE for t in sentence.tokens[verb.first : verb.verb])
    return not infinitive or bool(candidate.dates)


def _is_bare_title(sentence: Sentence, candidate: Candidate) -> bool:
    """"Humanitarian relief ($255 million)": a title with an amount in brackets."""
    amount = candidate.amount
    return amount is not None and amount.aside and not sentence.groups
