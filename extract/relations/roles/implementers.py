"""Through whom the money goes, where a clause of its own says so ("which the ministry runs")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.roles.assignment import Filling
from extract.relations.syntax.subjects import subject_of
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.happenings.candidates import Candidate
    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.syntax.verbs import VerbGroup

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
