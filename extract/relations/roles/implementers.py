"""Through whom the money goes, where a clause of its own says so ("which the ministry runs")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import Filling
from extract.relations.syntax.subjects import subject_of
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.entities.mentions import Mention
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.syntax.verbs import VerbGroup

_GETTING = ("to", "for", "object")
_CHANNELS = ("intergovernmental", "ngo", "agency")
_RUNNING = ("project.run", "light.manage")


def implementers(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]
) -> list[Filling]:
    """``filled`` with the bodies that carry out what the amount of the candidate pays for.

    Args:
        sentence: where the happening stands.
        candidate: the happening.
        filled: its parties so far.
    """
    amount = candidate.amount
    if amount is None or candidate.anchor.kind is not Kind.FUNDING:
        return list(filled)
    payers = {f.argument.mention for f in filled if f.role is Role.SOURCE}
    doing = {
        a.mention: a
        for group in sentence.groups
        if group.verb > max(candidate.anchor.tokens) and _runs(sentence, group)
        for a in _doers(sentence, group)
        if a.label is Label.AGENCY and a.mention not in payers
    }
    kept = [f for f in filled if f.argument.mention not in doing]
    return [*kept, *(Filling(a, Role.IMPLEMENTER, "carries it out") for a in doing.values())]


def channels(filled: Sequence[Filling], mentions: Sequence[Mention]) -> list[Filling]:
    """``filled`` with bodies as implementers that get money for the people of a country (§2).

    An aid body of the country itself is a beneficiary.
    """
    countries = {
        party_key(mentions[f.argument.mention]) for f in filled if f.role is Role.RECIPIENT
    }
    served = any(key.startswith("@") for key in countries)
    return [
        replace(f, role=Role.IMPLEMENTER)
        if served and f.cue in _GETTING and _passes_on(f, mentions, countries)
        else f
        for f in filled
    ]


def _passes_on(filling: Filling, mentions: Sequence[Mention], countries: Collection[str]) -> bool:
    body = mentions[filling.argument.mention].agency
    if filling.role is not Role.RECIPIENT or body is None:
        return False
    return body.type in _CHANNELS and f"@{body.country}" not in countries


def _runs(sentence: Sentence, group: VerbGroup) -> bool:
    return any(r.trigger.id in _RUNNING for r in sentence.tokens[group.verb].readings)


def _doers(sentence: Sentence, group: VerbGroup) -> Iterator[Argument]:
    """The subject of an active verb, the agent of a passive one."""
    if not group.passive or group.reflexive:
        yield from subject_of(sentence, group)
        return
    clause = sentence.clauses[group.verb]
    for argument in sentence.parties():
        after = argument.token > group.verb and argument.clause == clause
        if after and argument.relation in ("by", "through"):
            yield argument
