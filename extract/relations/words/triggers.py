"""Triggers: the words that state a record, and what they imply (``resources/triggers/``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from extract.errors import ResourceError
from extract.relations.words.inflection import Form, plural, verb_forms
from extract.resources import tree
from extract.schema import Kind, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

Pos = Literal["verb", "noun", "phrase"]
Needs = Literal[
    "amount", "noun", "verb", "parties", "commitment", "object", "date", "dated", "nothing"
]
RoleMap = dict[str, Role | None]

_FILES = tuple(f"triggers/{name}.toml" for name in (*Kind, "light"))
_LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """One entry of ``resources/triggers/``; see the README there for the fields.

    Attributes:
        id: rule id.
        kind: kind of the record, ``None`` for light verbs.
        pos: verb, noun or phrase.
        needs: what must stand with it.
        roles: cues that give another role than the kind's table says.
        with_from: the same where the sentence also names whom it came from.
        deal: the same where what is given or won is a contract.
        money: the kind when it governs an amount.
        public: the kind when a public body is the subject.
        private: the kind when only companies are.
        status: status it implies whatever the tense.
        solo: states the happening without a verb.
        weak: only with an amount directly beside it.
        report: also announces; a date beside it is the statement's.
        active: not in the passive ("the needs were met").
        gives: its object may be support whose amount is not said ("sent vaccines").
    """

    id: str
    kind: Kind | None
    pos: Pos
    needs: Needs
    roles: RoleMap = field(default_factory=dict)
    with_from: RoleMap = field(default_factory=dict)
    deal: RoleMap = field(default_factory=dict)
    money: Kind | None = None
    public: Kind | None = None
    private: Kind | None = None
    status: Status | None = None
    solo: bool = False
    weak: bool = False
    report: bool = False
    active: bool = False
    gives: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: as an inflected form of a trigger."""

    trigger: Trigger
    language: str
    forms: frozenset[Form] = frozenset()


@cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers, in file order.

    Raises:
        ResourceError: an entry has an unknown kind, role or status.
    """
    return tuple(trigger for trigger, _ in _entries())


@cache
def trigger(id_: str) -> Trigger:
    """The trigger with an id.

    Raises:
        KeyError: there is none.
    """
    return {trigger.id: trigger for trigger in triggers()}[id_]


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Lower-case surface form → its readings, of both languages."""
    table: dict[str, list[Reading]] = {}
    for trigger, entry in _entries():
        for language in _LANGUAGES:
            for lemma in entry.get(language, ()):
                for surface, forms in _surfaces(lemma, trigger.pos, language):
                    table.setdefault(surface.lower(), []).append(Reading(trigger, language, forms))
    return {surface: tuple(found) for surface, found in table.items()}


def _surfaces(lemma: str, pos: Pos, language: str) -> Iterator[tuple[str, frozenset[Form]]]:
    if pos == "verb":
        for surface, forms in verb_forms(lemma, language).items():
            yield surface, frozenset(forms)
        return
    yield lemma, frozenset()
    if pos == "noun" and plural(lemma, language) != lemma:
        yield plural(lemma, language), frozenset()


@cache
def _entries() -> tuple[tuple[Trigger, dict[str, list[str]]], ...]:
    return tuple(
        (_trigger(entry, file), entry) for file in _FILES for entry in tree(file)["trigger"]
    )


def _trigger(entry: dict[str, object], file: str) -> Trigger:
    known = {name: entry[name] for name in Trigger.__slots__ if name in entry}
    try:
        for name in ("kind", "money", "public", "private"):
            known[name] = Kind(str(known[name])) if name in known else None
        if "status" in known:
            known["status"] = Status(str(known["status"]))
        for name in ("roles", "with_from", "deal"):
            if name in known:
                known[name] = role_map(known[name])
        return Trigger(**known)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise ResourceError(f"{file}: {entry.get('id', entry)}: {error}") from error


def role_map(table: object) -> RoleMap:
    """Cue → role, an empty string meaning none."""
    if not isinstance(table, dict):
        raise TypeError(f"not a table: {table!r}")
    return {cue: Role(role) if role else None for cue, role in table.items()}


@cache
def kind_roles() -> dict[Kind, RoleMap]:
    """The role table of each kind (``roles.toml``)."""
    return {Kind(kind): role_map(table) for kind, table in tree("roles.toml").items()}
