"""What the reader of a document keeps in mind: who stands for whom, what was told last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.schema import Kind, Role

PERSON, CAPITAL = "person", "capital"


class StandIn(NamedTuple):
    """A person or a capital at ``start:end``, of kind ``value``, that stands for a mention."""

    start: int
    end: int
    mention: int
    value: str


class Told(NamedTuple):
    """The last event that the document told.

    Attributes:
        kind: its kind.
        end: last character of its sentence.
        parties: its parties, as mention and role.
    """

    kind: Kind
    end: int
    parties: Sequence[tuple[int, Role]]


class Whole(NamedTuple):
    """What a sentence stated of an amount, for the next one to go on about.

    Attributes:
        start: first character of the sentence.
        kind, trigger: kind of the record and id of its rule.
        leading: role of the party that the sentence is said of.
        parties: mentions and their roles.
    """

    start: int
    kind: Kind
    trigger: str
    leading: Role | None
    parties: Sequence[tuple[int, Role]]
