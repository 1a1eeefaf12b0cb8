"""Who benefits where the sentence does not say so by its syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import party_keys
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.syntax.sentences import Argument, Sentence

Addition = tuple[int, Role, str]
"""A mention, the role it takes, and the cue that gives it."""

_CHANNELS = ("intergovernmental", "ngo")
_TOWARDS = ("to", "for", "in")
_AWAY = ("from", "by", "about", "since", "through")


def beneficiaries(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[Addition]:
    """Whom the money of the payers is for.

    Args:
        sentence: where the happening stands.
        candidate: the happening.
        filled: its parties, the payers among them.
        context: the discourse.
    """
    found = headline_country(sentence, candidate, filled, context, _payers(filled))
    if found or any(f.role is Role.RECIPIENT for f in filled):
        return found
    near = list(_nearby(sentence, candidate, filled, context))
    return near or list(_beneficiary(candidate, filled, context))


def site(sentence: Sentence, candidate: Candidate) -> list[Addition]:
    """An investment without investor is in the country, or the company's, that is named first."""
    first = candidate.anchor.tokens[0]
    clause = sentence.clauses[first]
    named = [a for a in sentence.parties() if a.clause == clause and a.label is not Label.AGENCY]
    for a in named[:1]:
        invests = a.label is Label.COMPANY and not a.relation and a.token < first
        return [(a.mention, Role.SOURCE if invests else Role.RECIPIENT, "same clause")]
    return []


def only_channels(filled: Sequence[Filling], context: Context) -> bool:
    """Do only bodies get the money that pass it on to a country's people?"""
    gaining = (f.argument.mention for f in filled if f.role is Role.RECIPIENT)
    bodies = [context.mentions[n].agency for n in gaining]
    return all(body is not None and body.type in _CHANNELS for body in bodies)


def _payers(filled: Sequence[Filling]) -> list[int]:
    return [f.argument.mention for f in filled if f.role is Role.SOURCE]


def headline_country(
    sentence: Sentence,
    candidate: Candidate,
    filled: Sequence[Filling],
    context: Context,
    paying: Sequence[int],
) -> list[Addition]:
    """The country of the headline, which the money is for that no other country is said to get.

    Without one, companies invest where the text is from.
    """
    private = candidate.anchor.kind is Kind.INVESTMENT
    topic = context.home if private and context.topic is None else context.topic
    if topic is None:
        return []
    key = party_key(context.mentions[topic])
    payers = [context.mentions[n] for n in paying]
    home = any(key in (party_key(m), f"@{m.agency and m.agency.country}") for m in payers)
    taken = {f.argument.mention for f in filled}
    others = (
        a
        for a in sentence.parties()
        if a.label is Label.COUNTRY
        and a.mention not in taken
        and party_key(context.mentions[a.mention]) != key
    )
    if home or any(private or a.relation in _TOWARDS for a in others):
        return []
    return [(topic, Role.RECIPIENT, "headline")]


def _nearby(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Money with a payer goes to the other country the sentence names, if it names just one."""
    taken = party_keys(filled, context)
    others = [
        a
        for a in sentence.parties()
        if a.label is Label.COUNTRY and party_key(context.mentions[a.mention]) not in taken
    ]
    open_ = [a for a in others if a.relation not in _AWAY and _may_gain(sentence, candidate, a)]
    keys = {party_key(context.mentions[a.mention]) for a in open_}
    if len({a.group for a in open_}) == 1 or len(keys) == 1:
        yield from ((a.mention, Role.RECIPIENT, "same sentence") for a in open_)


def _may_gain(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    """Is it in the clause of the happening, in a phrase after it, or in a clause without amount?"""
    first = candidate.anchor.tokens[0]
    if argument.clause in {sentence.clauses[n] for n in candidate.anchor.tokens}:
        return True
    if argument.token < first:
        return False
    amounts = {a.clause for a in sentence.of_label(Label.MONEY)}
    return bool(argument.relation) or argument.clause not in amounts


def _beneficiary(
    candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Foreign money in a government's own release goes to its country."""
    payers = [f.argument.mention for f in filled if f.role is Role.SOURCE]
    funded = candidate.anchor.kind is Kind.FUNDING and context.issuer is not None
    if funded and context.issuer is not None and all(context.is_foreign(n) for n in payers):
        yield context.issuer, Role.RECIPIENT, "issuer"
