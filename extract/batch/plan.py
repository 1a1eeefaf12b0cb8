"""The plan of a run: which inputs need work, which are known already, which repeat another."""

from __future__ import annotations

import builtins
import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from extract.batch.messages import Outcome, Task
from extract.batch.survey import digest, survey
from extract.batch.version import rules_version
from extract.readers.metadata import read_metadata
from extract.schema import ErrorRow, Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extract.batch.inputs import Input
    from extract.batch.journal import Journal
    from extract.batch.messages import Part

_OF_THE_DAY = ("ReadError", "LimitExceeded")
"""Failures that are not the document's alone: an unreadable file, a limit the user may raise."""


@dataclass(slots=True)
class Plan:
    """What a run has to do.

    Attributes:
        keys: name of an input → keys of its results, one for each part, in their order.
        open: name of an input → how many of its parts are still to be worked on.
        outcomes: inputs that need no work, by name.
        tasks: the work.
        unreadable: inputs whose bytes could not be read, by name.
        duplicates: name of an input → name of the earlier one with the same bytes.
    """

    keys: dict[str, list[str]] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    tasks: list[Task] = field(default_factory=list)
    unreadable: dict[str, ErrorRow] = field(default_factory=dict)
    duplicates: dict[str, str] = field(default_factory=dict)


def make_plan(
    inputs: list[Input], journal: Journal, language: str | None, agencies: Path | None = None
) -> Plan:
    """Hash every input and look its results up in the journal.

    Args:
        inputs: in the order of the output.
        journal: results of earlier runs; those of failed inputs are dropped from it.
        language: overrides what files and ``metadata.csv`` say.
        agencies: a table of further institutions.

    Raises:
        ResourceError: a ``metadata.csv`` or the table of institutions is malformed.
    """
    plan = Plan()
    table = _Table.read(agencies)
    folders = {item.folder for item in inputs}
    tables = {folder: read_metadata(folder) if folder else {} for folder in folders}
    stated = Metadata(language=language)
    first: dict[str, str] = {}
    for item in inputs:
        try:
            sha256, parts = survey(item.path)
        except OSError as error:
            plan.unreadable[item.name] = _unreadable(item, error)
            plan.outcomes[item.name] = Outcome.FAILED
            continue
        if sha256 in first:
            plan.duplicates[item.name] = first[sha256]
            plan.outcomes[item.name] = Outcome.DUPLICATE
            continue
        first[sha256] = item.name
        metadata = tables[item.folder].get(item.name, Metadata()).updated(stated)
        task = _task(item, sha256, metadata, table)
        _plan_input(plan, journal, task, parts or [None], table)
    return plan


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the user's: where it is, and what tells it from others."""

    path: str = ""
    sha256: str = ""

    @classmethod
    def read(cls, path: Path | None) -> _Table:
        if path is None:
            return cls()
        from extract.entities.agencies.gazetteer import load_user_table

        load_user_table(path)  # better here than in every worker
        return cls(str(path.resolve()), digest(path))


def _task(item: Input, sha256: str, metadata: Metadata, table: _Table) -> Task:
    """The work on all of an input, its key still to be set."""
    path = str(item.path)
    return Task("", path, item.name, item.id, sha256, metadata, agencies=table.path)


def _plan_input(
    plan: Plan, journal: Journal, task: Task, parts: Sequence[Part | None], table: _Table
) -> None:
    """Plan the parts of an input that are not through."""
    keys = plan.keys[task.name] = []
    failed = False
    for part in parts:
        key = _key(task, part, table)
        keys.append(key)
        known = journal.get(key)
        if known.outcome and not any(_may_pass(failure.error) for failure in known.failures):
            failed |= known.outcome is Outcome.FAILED
            continue
        if known.outcome:
            journal.forget(key)
        skip = journal.get(key).reached
        plan.tasks.append(replace(task, key=key, part=part, skip=skip))
        plan.open[task.name] = plan.open.get(task.name, 0) + 1
    if task.name not in plan.open:
        plan.outcomes[task.name] = Outcome.FAILED if failed else Outcome.UNCHANGED


def _may_pass(error: ErrorRow) -> bool:
    """Whether the same bytes may give something another time: limits and disks change."""
    kind = getattr(builtins, error.error, None)
    of_system = isinstance(kind, type) and issubclass(kind, (OSError, MemoryError))
    return error.stage == "worker" or error.error in _OF_THE_DAY or of_system


def _key(task: Task, part: Part | None, table: _Table) -> str:
    """What a result depends on: bytes, names, options, rules."""
    facts: list[object] = [task.sha256, task.name, task.id, asdict(task.metadata)]
    facts += [table.sha256, rules_version(), asdict(part) if part else None]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()[:32]


def _unreadable(item: Input, error: OSError) -> ErrorRow:
    return ErrorRow(
        path=item.name,
        stage="read",
        error=type(error).__name__,
        message=error.strerror or str(error),
        hint="check the file and its permissions",
    )
