"""Who lends to whom where a bank and a state act together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.schema import Agency

_SIDES = 2
_BORROWING = ("funding.receive", "funding.loan")


def split_signatories(
    candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[Filling]:
    """Of a bank and a country that sign a loan together, the bank lends to the country."""
    verb = candidate.anchor.verb_reading
    signed = verb is not None and verb.trigger.money is Kind.FUNDING
    if candidate.anchor.kind is Kind.FUNDING and (signed or _borrows(candidate)):
        filled = _lent_by(filled, context)
    if candidate.anchor.kind is Kind.FUNDING and not any(f.role is Role.SOURCE for f in filled):
        return _first_gives(filled)
    if any(f.cue == "subject" and f.role is Role.SOURCE for f in filled):
        filled = [
            replace(f, role=Role.RECIPIENT) if f.cue == "with" and f.role is Role.SOURCE else f
            for f in filled
        ]
    sides = {f.argument.mention: party_key(context.mentions[f.argument.mention]) for f in filled}
    states = {n for n, key in sides.items() if key.startswith("@")}
    payers = {f.argument.mention for f in filled if f.role is Role.SOURCE}
    if not signed or candidate.anchor.kind is not Kind.FUNDING or not payers - states:
        return list(filled)
    return [
        replace(f, role=Role.RECIPIENT)
        if f.role is Role.SOURCE and f.argument.mention in states
        else f
        for f in filled
    ]


def is_lender(body: Agency) -> bool:
    """Is it a development bank or a fund?"""
    return body.type == "development_bank" or "Fund" in body.name


def _borrows(candidate: Candidate) -> bool:
    return any(t.id in _BORROWING for t in candidate.anchor.triggers)


def _lent_by(filled: Sequence[Filling], context: Context) -> list[Filling]:
    """Of a state that signs or negotiates with a bank, the bank lends to the state."""
    bodies = {f.argument.mention: context.mentions[f.argument.mention].agency for f in filled}
    lenders = {n for n, body in bodies.items() if body is not None and is_lender(body)}
    with_lender = any(f.cue == "with" and f.argument.mention in lenders for f in filled)
    if not with_lender:
        return list(filled)
    return [
        replace(f, role=Role.SOURCE)
        if f.argument.mention in lenders and f.cue == "with"
        else replace(f, role=Role.RECIPIENT)
        if f.role is Role.SOURCE and party_key(context.mentions[f.argument.mention])[0] == "@"
        else f
        for f in filled
        if f.role is not Role.RECIPIENT or f.argument.mention not in lenders
    ]


def _first_gives(filled: Sequence[Filling]) -> list[Filling]:
    """Of the two sides of a grant ("between Japan and Zambia") the first named gives."""
    sides = [f for f in filled if f.cue == "between"]
    if not sides or len(filled) < _SIDES:
        return list(filled)
    first = min(sides, key=lambda f: f.argument.token)
    return [replace(f, role=Role.SOURCE) if f is first else f for f in filled]
