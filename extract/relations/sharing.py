"""Several amounts under one trigger: which party belongs to which.

"The World Bank offered $1 billion and the IDB another $500 million": the second payer stands before
the second amount. "Chile with $30 billion and Colombia with $15 billion": each has its own.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag
from extract.relations.roles import Filling
from extract.schema import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.drafts import Draft
    from extract.relations.syntax import Argument

_REACH = 6
_NEXT = ("followed", "seguido", "seguida", "seguidos")
_SEVERAL = 2
_DESTINATIONS = ("to", "for", "from", "in", "by", "agent")
_SUBJECTS = ("subject", "local", "gapped subject")
_LIGHT = (Tag.WORD, Tag.DETERMINER, Tag.BRACKET, Tag.CLOSE, Tag.MENTION, Tag.COMMA)


def share(drafts: Sequence[Draft]) -> None:
    """Give each of several amounts of one trigger the parties that stand with it, in place."""
    by_trigger: dict[tuple[int, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.candidate.amount is not None:
            by_trigger.setdefault(draft.anchor.tokens, []).append(draft)
    for same in by_trigger.values():
        _split(same)
        last = max(_amount_token(draft) for draft in same)
        for one, other in pairwise(same):
            _gap(one, other, last)


def _amount_token(draft: Draft) -> int:
    return draft.candidate.amount.token if draft.candidate.amount is not None else -1


def _split(same: Sequence[Draft]) -> None:
    """To each amount what follows it ("$64 million for Bangladesh and $29 million for Nepal")."""
    starts = [_amount_token(draft) for draft in same]
    ends = [*starts[1:], len(same[0].sentence.tokens)]
    spans = list(zip(starts, ends, strict=True))
    owned = [
        [f for f in draft.filled if low < f.argument.token < high and f.cue in _DESTINATIONS]
        for draft, (low, high) in zip(same, spans, strict=True)
    ]
    if len(same) < _SEVERAL or not all(owned):
        return
    for draft, own in zip(same, owned, strict=True):
        before = [f for f in draft.filled if f.argument.token < starts[0]]
        draft.filled = [*before, *own]


def _gap(one: Draft, other: Draft, last: int) -> None:
    """A party between two amounts, directly before the second, is the second's subject."""
    first, second = one.candidate.amount, other.candidate.amount
    if first is None or second is None:
        return
    own = [a for a in one.sentence.parties() if first.token < a.token < second.token]
    if not own or not _stands_before(one, own[0], second):
        return
    role = next((f.role for f in one.filled if f.cue in _SUBJECTS), Role.SOURCE)
    tokens = {a.token for a in own}
    one.filled = [f for f in one.filled if not first.token < f.argument.token < last]
    rest = [f for f in other.filled if f.argument.token not in tokens and f.role is not role]
    other.filled = [*rest, *(Filling(a, role, "gapped subject") for a in own)]


def _stands_before(draft: Draft, party: Argument, amount: Argument) -> bool:
    tokens = draft.sentence.tokens
    before = tokens[max(0, party.token - 2) : party.token]
    between = tokens[party.token + 1 : amount.token]
    joined = any(t.tag is Tag.CONJUNCTION or t.form in _NEXT for t in before)
    light = all(t.tag in _LIGHT or t.value == "with" for t in between)
    return joined and light and len(between) <= _REACH
