"""Drafts: candidates with their roles, before repetitions are merged and ids given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.schema import Kind, Record, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.roles.assignment import Filling, Rejection
    from extract.relations.syntax.sentences import Argument, Sentence


@dataclass(slots=True)
class Draft:
    """A record in the making.

    Attributes:
        sentence: where it stands.
        candidate: the happening.
        filled, rejected: its parties with their cues, and the others with the reason.
        roles: role → mention indexes.
        amounts: its amount and the same in other currencies, as mention indexes.
        headline: stands in the title or a heading.
        status: to come, under way or past.
        also: further places.
    """

    sentence: Sentence
    candidate: Candidate
    filled: list[Filling]
    rejected: list[Rejection]
    roles: dict[Role, list[int]] = field(default_factory=dict)
    amounts: tuple[int, ...] = ()
    headline: bool = False
    status: Status = Status.DONE
    also: tuple[tuple[int, int], ...] = ()

    @property
    def anchor(self) -> Anchor:
        """What states it."""
        return self.candidate.anchor

    @property
    def kind(self) -> Kind:
        """Kind of the record."""
        return self.anchor.kind

    @property
    def clause(self) -> int:
        """Number of the clause it is stated in."""
        return self.sentence.clauses[self.anchor.tokens[0]]

    @property
    def anchor_start(self) -> int:
        """First character of the trigger."""
        return self.trigger[0]

    @property
    def trigger(self) -> tuple[int, int]:
        """Characters of the trigger: the verb, else the noun, both where they touch."""
        tokens = [self.sentence.tokens[n] for n in self.anchor.tokens]
        return tokens[0].start, tokens[-1].end

    def record(self, id_: str, confidence: float) -> Record:
        """The contract's record."""
        return Record(
            id=id_,
            kind=self.kind,
            status=self.status,
            start=self.sentence.start,
            end=self.sentence.end,
            trigger=self.trigger,
            roles={role: [f"e{n + 1}" for n in found] for role, found in self.roles.items()},
            rule=self.anchor.trigger.id,
            confidence=confidence,
            also=self.also,
        )


def distinct(filled: Sequence[Filling], mentions: Sequence[Mention]) -> list[Filling]:
    """One filling for each body, the one with the surest cue."""
    best: dict[str, Filling] = {}
    for filling in sorted(filled, key=lambda f: _RANK.get(f.cue, 2)):
        best.setdefault(party_key(mentions[filling.argument.mention]), filling)
    return list(best.values())


def role_table(
    filled: Sequence[Filling],
    mentions: Sequence[Mention],
    amount: Argument | None,
    date: Argument | None,
) -> dict[Role, list[int]]:
    """Role → mention indexes, each body once, in the first role its cues give it."""
    roles: dict[Role, list[int]] = {}
    for filling in distinct(filled, mentions):
        roles.setdefault(filling.role, []).append(filling.argument.mention)
    for role, argument in ((Role.AMOUNT, amount), (Role.DATE, date)):
        if argument is not None:
            roles[role] = [argument.mention]
    return {role: sorted(found) for role, found in roles.items()}


_RANK = {"subject": 0, "agent": 0, "object": 1, "genitive": 1, "modifier": 1}
