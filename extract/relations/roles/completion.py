"""What a sentence leaves unsaid and its context says: the missing side, the issuer, "its".

Each rule adds fillings with a cue of its own, so that a record shows where its party came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import Filling, lent, party_keys
from extract.relations.roles.cues import is_capital
from extract.relations.roles.earlier import from_before
from extract.relations.roles.other_sides import other_sides, trade_sides
from extract.relations.roles.unnamed_payers import money_parties
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.beneficiaries import Addition
    from extract.relations.syntax.sentences import Sentence

_WEAK_CUES = ("in", "purpose", "same sentence")
_RULES = {
    Kind.TRADE: trade_sides,
    Kind.FUNDING: money_parties,
    Kind.INVESTMENT: money_parties,
    Kind.AGREEMENT: other_sides,
    Kind.MEETING: other_sides,
}


def complete(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[Filling]:
    """``filled`` with the parties that the context adds.

    Args:
        sentence: where the happening stands.
        candidate: the happening.
        filled: the parties that the sentence itself gives a role.
        context: the discourse of the document.
    """
    kept = [
        f for f in filled
        if not _is_own_country(f, filled, context) and not _is_venue(sentence, f, filled, context)
    ]  # fmt: skip
    for rule in (from_before, _RULES.get(candidate.anchor.kind)):
        if rule is not None:
            added = _added(rule(sentence, candidate, kept, context), kept, context)
            kept += [f for f in added if not _is_own_country(f, kept, context)]
    return kept


def _added(
    additions: Iterable[Addition], filled: Sequence[Filling], context: Context
) -> list[Filling]:
    """The additions that are no parties yet."""
    taken = party_keys(filled, context)
    return [
        Filling(lent(mention, context), role, cue)
        for mention, role, cue in additions
        if party_key(context.mentions[mention]) not in taken
    ]


def _is_own_country(filling: Filling, filled: Sequence[Filling], context: Context) -> bool:
    """Is it only where the payer is at home ("USAID … in the United States")?"""
    if filling.role is not Role.RECIPIENT or filling.cue not in _WEAK_CUES:
        return False
    payers = [context.mentions[f.argument.mention] for f in filled if f.role is Role.SOURCE]
    homes = {m.agency.country for m in payers if m.label is Label.AGENCY and m.agency is not None}
    return context.mentions[filling.argument.mention].country in homes - {None}


def _is_venue(
    sentence: Sentence, filling: Filling, filled: Sequence[Filling], context: Context
) -> bool:
    """Is it only the capital where a body of that country takes part?"""
    if not is_capital(sentence, filling.argument):
        return False
    country = context.mentions[filling.argument.mention].country
    bodies = (context.mentions[f.argument.mention].agency for f in filled)
    return any(body is not None and body.country == country for body in bodies)
