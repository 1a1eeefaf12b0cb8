"""A batch run: inputs in, the three output files out, nothing lost on the way.

``documents.jsonl``, ``records.jsonl`` and ``errors.jsonl`` hold everything the inputs of this run
gave, in the order of the inputs' names, whatever the number of workers and however often the run
was interrupted. The journal beside them (folder ``.extract``) remembers finished work.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.batch import storage
from extract.batch.inputs import find_inputs
from extract.batch.journal import Journal
from extract.batch.messages import End, Limits, Outcome, Result, Task
from extract.batch.output import Format, require, write
from extract.batch.plan import make_plan
from extract.batch.pool import Pool

if TYPE_CHECKING:
    from pathlib import Path

    from extract.batch.plan import Plan
    from extract.schema import ErrorRow

_SYNC_SECONDS = 1.0

Progress = Callable[[str, int, int], None]
"""Told the name of each input that is through, how many are, and how many there are."""
Engine = Callable[[Iterable[Task]], Iterator[tuple[Task, Result]]]
"""Runs tasks somewhere; gives their results, each task's in order and ending with ``End``."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to run over and how.

    Attributes:
        inputs: files and folders, or fsspec URLs of them.
        output: folder of the output files, made when missing.
        language: ``en`` or ``es`` for all documents, ``None`` to tell by each text.
        workers: how many processes.
        fresh: forget all earlier results.
        limits: what one document may cost.
        agencies: a table of further institutions, as ``extract agencies add`` makes it.
        cluster: address of a Ray cluster to work on; empty to start one on this machine, ``None``
            to work with ``workers`` processes.
        format: of documents and records.
    """

    inputs: Sequence[Path | str]
    output: Path
    language: str | None = None
    workers: int = 1
    fresh: bool = False
    limits: Limits = field(default_factory=Limits)
    agencies: Path | None = None
    cluster: str | None = None
    format: Format = Format.JSONL


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        seen: how many inputs there were; the sum of ``outcomes``.
        outcomes: inputs by outcome.
        counts: documents, entities by label, records by kind in the output.
        errors: the lines of ``errors.jsonl``.
        duplicates: name of an input → name of the one with the same bytes that was processed.
        files: what was written.
    """

    seen: int
    outcomes: Counter[Outcome]
    counts: dict[str, int]
    errors: list[ErrorRow]
    duplicates: dict[str, str]
    files: list[Path]


def run(
    options: Options, progress: Progress | None = None, engine: Engine | None = None
) -> Summary:
    """Process all inputs and write the output files.

    Args:
        options: what to run over and how.
        progress: told of each input that is through.
        engine: where to process; as the options say when ``None``.

    Raises:
        UsageError: an input does not exist, another run is writing to the same folder, or
            something is not installed that the options need.
        ResourceError: a ``metadata.csv`` or the table of institutions is malformed.
        ExtractError: worker processes cannot start.
        OSError: the output cannot be written; run again to go on from there.
    """
    require(options.format)
    inputs = find_inputs(options.inputs)
    state = options.output / ".extract"
    state.mkdir(parents=True, exist_ok=True)
    with storage.locked(state / "lock"):
        if options.fresh:
            (state / "journal").unlink(missing_ok=True)
        with Journal(state / "journal") as journal:
            plan = make_plan(inputs, journal, options.language, options.agencies)
            names = [item.name for item in inputs]
            process(plan, journal, engine or _engine(options), progress)
            keys = [key for name in names for key in plan.keys.get(name, ())]
            errors = _errors(names, plan, journal)
            files = write(options.output, journal, keys, errors, options.format)
            journal.compact(keys)
            return _summary(plan, len(names), journal.counts(keys), errors, files)


def _engine(options: Options) -> Engine:
    if options.cluster is None:
        return Pool(options.workers, options.limits).run
    from extract.batch.cluster import RayEngine

    return RayEngine(options.cluster, options.limits).run


def process(plan: Plan, journal: Journal, engine: Engine, progress: Progress | None) -> None:
    """Do the work of a plan, writing every finished document to the journal at once."""
    total = len(plan.outcomes) + len(plan.open)
    if progress and plan.outcomes:
        progress("known already", len(plan.outcomes), total)
    synced = time.monotonic()
    for task, message in engine(plan.tasks):
        if isinstance(message, End):
            _end(journal, task.key)
            plan.open[task.name] -= 1
            if not plan.open[task.name]:
                plan.outcomes[task.name] = _outcome(journal, plan.keys[task.name])
                if progress:
                    progress(task.name, len(plan.outcomes), total)
        else:
            journal.add(task.key, message)
        if time.monotonic() - synced > _SYNC_SECONDS:
            journal.sync()
            synced = time.monotonic()
    journal.sync()


def _outcome(journal: Journal, keys: list[str]) -> Outcome:
    """Of an input, from those of its parts."""
    found = {journal.get(key).outcome for key in keys}
    return next((o for o in (Outcome.FAILED, Outcome.DONE) if o in found), Outcome.EMPTY)


def _end(journal: Journal, key: str) -> None:
    result = journal.get(key)
    if result.failures:
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.DONE if result.pieces else Outcome.EMPTY
    journal.end(key, outcome)


def _errors(names: list[str], plan: Plan, journal: Journal) -> list[ErrorRow]:
    errors = []
    for name in names:
        if name in plan.unreadable:
            errors.append(plan.unreadable[name])
        for key in plan.keys.get(name, ()):
            errors += [failure.error for failure in journal.get(key).failures]
    return errors


def _summary(
    plan: Plan, seen: int, counts: dict[str, int], errors: list[ErrorRow], files: list[Path]
) -> Summary:
    outcomes = Counter(plan.outcomes.values())
    if outcomes.total() != seen:
        raise AssertionError(f"{seen} inputs, but outcomes {outcomes}")
    return Summary(seen, outcomes, counts, errors, plan.duplicates, files)


def default_workers() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this platform
        return os.cpu_count() or 1
