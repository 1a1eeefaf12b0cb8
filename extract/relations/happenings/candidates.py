"""Candidate happenings of a sentence: which words state one, and which amount belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.relations.syntax.sentences import Argument
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.triggers import Reading, Trigger
    from extract.schema import Kind


@dataclass(slots=True)
class Anchor:
    """What states a happening: a verb, a noun, or a verb with its noun.

    Attributes:
        kind: kind of record it would be.
        verb: the verb group, if any, and as which trigger it is read; a copula has no reading.
        noun: token of the noun, or -1, and as which trigger it is read.
    """

    kind: Kind
    verb: VerbGroup | None = None
    verb_reading: Reading | None = None
    noun: int = -1
    noun_reading: Reading | None = None

    @property
    def triggers(self) -> list[Trigger]:
        """The triggers of its verb and its noun."""
        readings = (self.verb_reading, self.noun_reading)
        return [reading.trigger for reading in readings if reading is not None]

    @property
    def trigger(self) -> Trigger:
        """The trigger that names the rule: the noun's where it has a kind, else the verb's."""
        by_rank = self.triggers[::-1]
        return next((trigger for trigger in by_rank if trigger.kind is not None), by_rank[0])

    @property
    def needs(self) -> str:
        """What the verb's trigger needs beside it, "" without one."""
        return self.verb_reading.trigger.needs if self.verb_reading is not None else ""

    @property
    def tokens(self) -> tuple[int, ...]:
        """Token indexes of its verb and noun, in text order."""
        found = [] if self.verb is None else [self.verb.verb]
        return tuple(sorted(found + ([self.noun] if self.noun >= 0 else [])))


@dataclass(slots=True)
class Candidate:
    """A happening with the amount and the dates that belong to it, before roles are told."""

    anchor: Anchor
    amount: Argument | None = None
    dates: list[Argument] = field(default_factory=list)
