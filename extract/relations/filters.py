"""What looks like a record but is none (guidelines §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.candidates import Candidate
    from extract.relations.roles import Filling
    from extract.relations.syntax import Sentence

_MONEY = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE)
_FIRM = (Kind.MEETING, Kind.PROJECT)


def objection(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], parties: int) -> str:
    """Why the candidate is no record; "" where it is one.

    Args:
        sentence: where it stands.
        candidate: the happening with its amount and dates.
        filled: its parties.
        parties: number of distinct bodies among them.
    """
    verb = candidate.anchor.verb
    if verb is not None and verb.negated:
        return "negated"
    if verb is not None and verb.hypothetical:
        return "hypothetical"
    if not parties:
        return "no party"
    if candidate.amount is not None:
        return ""
    return _event_objection(sentence, candidate, filled, parties)


def _event_objection(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], parties: int
) -> str:
    anchor, dated = candidate.anchor, bool(candidate.dates)
    verb = anchor.verb
    if verb is not None and not verb.finite and not _stands_alone(sentence, candidate):
        return "not asserted: an infinitive or participle"
    if anchor.kind in _FIRM and not dated:
        return f"a {anchor.kind} needs a date or an amount"
    if parties < 2 and not dated:
        return "one party and neither amount nor date"
    needs = anchor.verb_reading.trigger.needs if anchor.verb_reading else ""
    if needs in ("parties", "object") and parties < 2 and not (needs == "object" and dated):
        return "needs two parties"
    return ""


def _stands_alone(sentence: Sentence, candidate: Candidate) -> bool:
    """A passive participle ("launched in 2021 by X") or a gerund with its own date states a fact."""
    verb = candidate.anchor.verb
    if verb is None or verb.status is None:
        return bool(candidate.dates)
    infinitive = any(t.tag is Tag.INFINITIVE for t in sentence.tokens[verb.first : verb.verb])
    return not infinitive


def has_label(filled: Sequence[Filling], label: Label) -> bool:
    """Is any of the parties of this label?"""
    return any(f.argument.label is label for f in filled)
