"""One happening, one record: repetitions go to the place that states it best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.earlier import AGAIN
from extract.schema import PARTY_ROLES, Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention
    from extract.relations.roles.drafts import Draft

_MONEY = (Kind.FUNDING, Kind.INVESTMENT, Kind.TRADE)
_REACH = 100
"""A happening is told again by the head of a long text or near by; looking for it among the first
and the latest so many keeps the work linear."""


def merge_repetitions(drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[Draft]:
    """Drafts in text order, each happening once, with its other places in ``also``.

    Args:
        drafts: in text order.
        mentions: the document's mentions.
    """
    kept: list[Draft] = []
    for draft in drafts:
        near = (*kept[:_REACH], *kept[max(_REACH, len(kept) - _REACH) :])
        twin = next((k for k in near if _same(k, draft, mentions)), None)
        if twin is None:
            kept.append(draft)
        elif _fullness(draft) > _fullness(twin):
            draft.also = (*twin.also, (twin.sentence.start, twin.sentence.end))
            kept[kept.index(twin)] = draft
        else:
            twin.also = (*twin.also, (draft.sentence.start, draft.sentence.end))
    return sorted(kept, key=lambda d: (d.sentence.start, d.anchor_start))


def _fullness(draft: Draft) -> tuple[bool, bool, int]:
    parties = sum(len(draft.roles.get(role, ())) for role in PARTY_ROLES)
    dated = draft.kind not in _MONEY and Role.DATE in draft.roles
    return not draft.headline, dated, parties


def _same(one: Draft, other: Draft, mentions: Sequence[Mention]) -> bool:
    if one.sentence is other.sentence:
        return False
    if one.kind in _MONEY and other.kind in _MONEY and one.amounts and other.amounts:
        return _same_amount(one, other, mentions) and _compatible(one, other, mentions)
    if one.kind is not other.kind or one.amounts or other.amounts:
        return False
    ours, theirs = _parties(one, mentions), _parties(other, mentions)
    dates = _dates(one, mentions), _dates(other, mentions)
    if not (ours and theirs and (ours <= theirs or theirs <= ours)):
        return False
    if one.headline or other.headline:
        return not (all(dates) and dates[0] != dates[1])
    if ours == theirs and not all(dates) and AGAIN in {f.cue for f in (*one.filled, *other.filled)}:
        return True
    if ours == theirs and one.kind is Kind.AGREEMENT and not all(dates):
        return one.anchor.verb is None or other.anchor.verb is None
    return ours == theirs and bool(dates[0]) and dates[0] == dates[1]


def _same_amount(one: Draft, other: Draft, mentions: Sequence[Mention]) -> bool:
    ours = {_value(mentions[n]) for n in one.amounts}
    return any(_value(mentions[n]) in ours for n in other.amounts)


def _value(mention: Mention) -> object:
    if mention.money is None:
        return mention.start
    return mention.money.amount, mention.money.currency


def _compatible(one: Draft, other: Draft, mentions: Sequence[Mention]) -> bool:
    """Do the two share a party, without two different payers or dates?"""
    for role in (Role.SOURCE, Role.RECIPIENT):
        ours = {party_key(mentions[n]) for n in one.roles.get(role, ())}
        theirs = {party_key(mentions[n]) for n in other.roles.get(role, ())}
        if role is Role.SOURCE and ours and theirs and not ours & theirs:
            return False
    return (
        bool(_parties(one, mentions) & _parties(other, mentions)) or one.headline or other.headline
    )


def _parties(draft: Draft, mentions: Sequence[Mention]) -> set[str]:
    return {party_key(mentions[n]) for role in PARTY_ROLES for n in draft.roles.get(role, ())}


def _dates(draft: Draft, mentions: Sequence[Mention]) -> set[object]:
    return {
        (mentions[n].date or mentions[n].start)
        for n in draft.roles.get(Role.DATE, ())
        if mentions[n].label is Label.DATE
    }
