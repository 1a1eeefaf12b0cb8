"""Who stands for whom: a board for its body, a legislature or a cabinet for its state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import Filling
from extract.relations.words.lexicon import word_list
from extract.schema import Label, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention
    from extract.relations.context.antecedents import Context

_VOTED = "its legislature"


def states_pay(filled: Sequence[Filling], context: Context, text: str) -> list[Filling]:
    """``filled`` with legislatures that pay and cabinets that sign as their country (§2).

    A cabinet of no country the text names pays nothing.
    Who asks the legislature for money is no beneficiary ("the President asked Congress for").
    """
    states = [s for filling in filled if (s := _state(filling, context, text)) is not None]
    if not any(f.cue == _VOTED for f in states):
        return states
    return [f for f in states if not (f.cue == "subject" and f.role is Role.RECIPIENT)]


def _state(filling: Filling, context: Context, text: str) -> Filling | None:
    mention = context.mentions[filling.argument.mention]
    if filling.role not in (Role.SOURCE, Role.PARTNER) or mention.label is not Label.AGENCY:
        return filling
    pays = filling.role is Role.SOURCE
    body = _governed(filling.argument.mention, context, text) if pays else None
    if body is not None:
        return replace(filling, argument=replace(filling.argument, mention=body))
    if not _stands_for_state(mention, text, filling.role):
        return filling
    country = mention.agency.country if mention.agency is not None else None
    index = context.country(country) if country else context.home
    if index is None:
        cabinet = filling.role is Role.SOURCE and _stands_for_state(mention, text, Role.PARTNER)
        return None if cabinet else filling
    return Filling(
        replace(filling.argument, mention=index, label=Label.COUNTRY),
        filling.role,
        _VOTED if filling.role is Role.SOURCE else filling.cue,
    )


def _governed(index: int, context: Context, text: str) -> int | None:
    """The body whose board it is, which pays what its board approves."""
    mention = context.mentions[index]
    words = text[mention.start : mention.end].lower()
    if mention.agency is not None or not any(name in words for name in word_list("boards")):
        return None
    own = party_key(mention)
    owner = context.mentions[index - 1] if index else None
    if owner is not None and text[owner.end : mention.start].strip(" ’'") == "s":
        return index - 1
    for n, other in enumerate(context.mentions):
        if other.label is Label.AGENCY and party_key(other) != own:
            name = text[other.start : other.end].lower()
            if name in words or own.startswith(f"{party_key(other)} "):
                return n
    return context.issuing_body


def _stands_for_state(mention: Mention, text: str, role: Role) -> bool:
    """Is it a legislature, which pays for its state, or a cabinet, which signs for it?"""
    words = text[mention.start : mention.end].lower()
    if role is Role.PARTNER:
        return any(name in words for name in word_list("cabinets"))
    listed = mention.agency is not None and mention.agency.type == "legislature"
    return listed or any(words.endswith(name) for name in word_list("legislatures"))
