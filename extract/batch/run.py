"""A batch run: inputs in, the three output files out, nothing lost on the way.

``documents.jsonl``, ``records.jsonl`` and ``errors.jsonl`` hold everything the inputs of this run
gave, in the order of the inputs' names, whatever the number of workers and however often the run
was interrupted. The journal beside them (folder ``.extract``) remembers finished work.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.batch import storage
from extract.batch.inputs import find_inputs
from extract.batch.journal import Journal
from extract.batch.messages import End, Limits, Outcome, Result, Task
from extract.batch.output import STATE, Format, require, write
from extract.batch.plan import make_plan
from extract.batch.pool import Pool
from extract.batch.summary import Summary, count_outcomes, errors_of, outcome_of
from extract.batch.version import rules_version

if TYPE_CHECKING:
    from pathlib import Path

    from extract.batch.plan import Plan

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


def run(
    options: Options, progress: Progress | None = None, engine: Engine | None = None
) -> Summary:
    """Process all inputs and write the output files.

    Args:
        options: what to run over and how.
        progress: told of each input that is through.
        engine: where to process; as the options say when ``None``.

    Raises:
        UsageError: an input does not exist, there is none at all, another run is writing to the
            same folder, or something is not installed that the options need.
        ResourceError: a ``metadata.csv`` or the table of institutions is malformed.
        ExtractError: worker processes cannot start.
        OSError: the output cannot be written; run again to go on from there.
    """
    require(options.format)
    inputs = find_inputs(options.inputs)
    state = options.output / STATE
    state.mkdir(parents=True, exist_ok=True)
    with storage.locked(state / "lock"):
        if options.fresh:
            (state / "journal").unlink(missing_ok=True)
            (state / "rules").unlink(missing_ok=True)
        outdated = _note_rules(state / "rules")
        with Journal(state / "journal") as journal:
            plan = make_plan(inputs, journal, options.language, options.agencies)
            process(plan, journal, engine or _engine(options), progress)
            summary = _write(options, [item.name for item in inputs], plan, journal)
    return replace(summary, outdated=outdated)


def _write(options: Options, names: list[str], plan: Plan, journal: Journal) -> Summary:
    """Write the output of a plan that is through."""
    keys = [key for name in names for key in plan.keys.get(name, ())]
    errors = errors_of(names, plan, journal)
    files = write(options.output, journal, keys, errors, options.format)
    journal.compact(keys)
    outcomes = count_outcomes(plan, len(names))
    counts = journal.counts(keys)
    return Summary(len(names), outcomes, counts, errors, plan.duplicates, files)


def _note_rules(path: Path) -> bool:
    """Keep the version of the rules in a file; whether the last run had another one."""
    before = path.read_text("ascii") if path.exists() else ""
    now = rules_version()
    if before != now:
        with storage.atomic(path) as file:
            storage.write(file, now.encode("ascii"))
    return before not in ("", now)


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
                plan.outcomes[task.name] = outcome_of(plan.keys[task.name], journal)
                if progress:
                    progress(task.name, len(plan.outcomes), total)
        else:
            journal.add(task.key, message)
        if time.monotonic() - synced > _SYNC_SECONDS:
            journal.sync()
            synced = time.monotonic()
    journal.sync()


def _end(journal: Journal, key: str) -> None:
    result = journal.get(key)
    if result.failures:
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.DONE if result.pieces else Outcome.EMPTY
    journal.end(key, outcome)
