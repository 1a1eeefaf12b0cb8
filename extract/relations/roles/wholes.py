"""Parts of a sum named before: "of that amount, $5 million", "another $2 million will be paid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.memory import Whole
from extract.relations.roles.drafts import distinct
from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import Mention
    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Sentence

_OPENING = 4
_ACTING = ("subject", "agent", "next of the list")
_PAYMENTS = ("funding.provide", "funding.grant", "funding.pay", "funding.repay", "funding.go")
_KINDS = (Kind.FUNDING, Kind.INVESTMENT)


def whole_of(drafts: Sequence[Draft], mentions: Sequence[Mention]) -> Whole | None:
    """The first amount of a sentence, for the next sentence to go on about."""
    for draft in drafts:
        amount = draft.candidate.amount
        if amount is not None:
            filled = distinct(draft.filled, mentions)
            parties = [(f.argument.mention, f.role) for f in filled]
            leading = _leading(filled, amount.token)
            rule = draft.anchor.trigger.id
            return Whole(draft.sentence.start, draft.kind, rule, leading, parties)
    return None


def lead_of(sentence: Sentence) -> Whole | None:
    """What a line that announces a list is about ("The largest pledges:"): who pays follows."""
    if not sentence.tokens or sentence.tokens[-1].form != ":":
        return None
    for token in sentence.tokens:
        for reading in token.readings:
            kind = reading.trigger.kind
            if kind in _KINDS and token.tag is Tag.NOUN and reading.trigger.needs == "amount":
                return Whole(sentence.start, kind, reading.trigger.id, Role.SOURCE, ())
    return None


def _leading(filled: Sequence[Filling], amount: int) -> Role | None:
    """The role of the subject, else of the party that stands nearest before the amount."""
    acting = [f for f in filled if f.cue in _ACTING]
    before = [f for f in filled if 0 <= f.argument.token < amount]
    nearest = max(before, key=lambda f: f.argument.token, default=None)
    return acting[0].role if acting else nearest.role if nearest is not None else None


def is_part(sentence: Sentence) -> bool:
    """Does the sentence open with "of that amount" or the like?"""
    opening = " ".join(t.form for t in sentence.tokens[:_OPENING])
    return any(opening.startswith(words) for words in word_list("parts"))


def of_whole(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[tuple[int, Role, str]]:
    """The parties of the whole in the roles that nobody has in the part.

    A sentence that names nobody goes on about the sum of the sentence before, too, if it says
    what is paid ("A further $2 million will be paid in May").
    """
    whole = context.whole
    if whole is None or whole.kind not in _KINDS:
        return
    if is_part(sentence) or _goes_on(sentence, candidate, filled):
        roles = {f.role for f in filled}
        yield from ((n, role, "the whole") for n, role in whole.parties if role not in roles)


def _goes_on(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> bool:
    """Does a sentence that names nobody say in the passive that something is paid?"""
    verb, reading = candidate.anchor.verb, candidate.anchor.verb_reading
    if filled or sentence.parties() or verb is None or reading is None:
        return False
    passive = verb.passive or reading.trigger.id == _PAYMENTS[-1]
    return passive and verb.finite and reading.trigger.id in _PAYMENTS
