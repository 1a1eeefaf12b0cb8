"""Several amounts under one trigger: which party belongs to which.

"The World Bank offered $1 billion and the IDB another $500 million": the second payer stands before
the second amount. "Chile with $30 billion and Colombia with $15 billion": each has its own.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.relations.roles.assignment import Filling
from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Argument
    from extract.relations.words.tokens import Token

_REACH = 6
_SEVERAL = 2
_DESTINATIONS = ("of", "to", "for", "from", "in", "by", "agent", "object")
_PLACES = ("to", "for", "from", "in")
_SUBJECTS = ("subject", "local", "gapped subject")
_BACK = 2
_JOINS = (Tag.CONJUNCTION, Tag.STOP)
_QUALIFIERS = (
    "about", "around", "nearly", "almost", "some", "over", "up", "to", "than", "more", "less",
    "unos", "unas", "casi", "cerca", "de", "más", "menos", "hasta", "alrededor", "aproximadamente",
)  # fmt: skip
_LIGHT = (Tag.WORD, Tag.DETERMINER, Tag.BRACKET, Tag.CLOSE, Tag.MENTION, Tag.COMMA)


def share(drafts: Sequence[Draft]) -> None:
    """Give each of several amounts of one trigger the parties that stand with it, in place."""
    by_trigger: dict[tuple[int, ...], list[Draft]] = {}
    priced = sorted((d for d in drafts if _amount_token(d) >= 0), key=_amount_token)
    for draft in priced:
        by_trigger.setdefault(draft.anchor.tokens, []).append(draft)
    for same in by_trigger.values():
        _split(same)
        _gap(same)
    if len(by_trigger) > 1:
        _split(priced)


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


def _gap(same: Sequence[Draft]) -> None:
    """A party between two amounts, directly before the second, is the second's subject."""
    owners = [[], *(_gapped(one, other) for one, other in pairwise(same))]
    if not any(owners):
        return
    led = next(own[0].relation for own in owners if own)
    same_place = led in _PLACES and any(f.cue == led for f in same[0].filled)
    cues = (led,) if same_place else _SUBJECTS
    role = next((f.role for f in same[0].filled if f.cue in cues), Role.SOURCE)
    lent = [f for f in same[0].filled if f.argument.token < 0]
    starts = [_start(owners, n) for n in range(len(same))]
    listed = {a.token for own in owners for a in own}
    for n, draft in enumerate(same):
        own = next((owners[k] for k in range(n, 0, -1) if owners[k]), [])
        end = next((start for start in starts if start > starts[n]), None)
        kept = [
            f
            for f in draft.filled
            if f.argument.token not in listed and _is_shared(f, same, (starts[n], end))
        ]
        if own:
            kept = [f for f in [*lent, *kept] if f.role is not role]
        draft.filled = [*kept, *(Filling(a, role, "gapped subject") for a in own)]


def _start(owners: Sequence[Sequence[Argument]], n: int) -> int:
    """Where the piece of the ``n``-th amount begins: at the last subject that is its own."""
    return next((owners[k][0].token for k in range(n, 0, -1) if owners[k]), -1)


def _is_shared(filling: Filling, same: Sequence[Draft], piece: tuple[int, int | None]) -> bool:
    """Is it of the piece itself, before the first amount, or (after the last) said of all?"""
    token, (start, end) = filling.argument.token, piece
    if token < _amount_token(same[0]) or (start <= token and (end is None or token < end)):
        return True
    return token > _amount_token(same[-1]) and not _is_elided(same[-1])


def _is_elided(draft: Draft) -> bool:
    """Does a comma stand for the verb ("Finland, $3 million")?"""
    before = draft.sentence.tokens[_amount_token(draft) - 1]
    return before.tag is Tag.COMMA


def _gapped(one: Draft, other: Draft) -> list[Argument]:
    """The parties directly before the second amount that no verb parts from the first."""
    first, second = _amount_token(one), _amount_token(other)
    between = [a for a in one.sentence.parties() if first < a.token < second]
    named = [a for a in between if _stands_before(one, a, second)]
    return [a for a in between if named and a.token >= named[0].token]


def _stands_before(draft: Draft, party: Argument, amount: int) -> bool:
    tokens = draft.sentence.tokens
    before = tokens[max(0, party.token - _BACK) : party.token]
    between = tokens[party.token + 1 : amount]
    joined = any(t.tag in _JOINS or t.form in word_list("followers") for t in before)
    return joined and all(map(_is_light, between)) and len(between) <= _REACH


def _is_light(token: Token) -> bool:
    """Does the word leave amount and party together ("and Norway announced another")?"""
    told = any(reading.trigger.report for reading in token.readings)
    return told or token.tag in _LIGHT or token.value == "with" or token.form in _QUALIFIERS
