"""A batch run: inputs in, the three output files out, nothing lost on the way.

``documents.jsonl``, ``records.jsonl`` and ``errors.jsonl`` hold everything the inputs of this run
gave, in the order of the inputs' names, whatever the number of workers and however often the run
was interrupted. The journal beside them (folder ``.extract``) remembers finished work.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from extract.batch import storage
from extract.batch.inputs import Input, digest, find_inputs
from extract.batch.journal import Journal
from extract.batch.messages import End, Limits, Outcome, Task
from extract.batch.pool import Pool
from extract.batch.version import rules_version
from extract.errors import UsageError
from extract.readers.metadata import read_metadata
from extract.schema import ErrorRow, Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_SYNC_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Options:
    """What to run over and how.

    Attributes:
        inputs: files and folders.
        output: folder of the output files, made when missing.
        language: ``en`` or ``es`` for all documents, ``None`` to tell by each text.
        workers: how many processes.
        fresh: forget all earlier results.
        limits: what one document may cost.
    """

    inputs: list[Path]
    output: Path
    language: str | None = None
    workers: int = 1
    fresh: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        outcomes: inputs by outcome; their sum is the number of inputs seen.
        counts: documents, entities by label, records by kind in the output.
        errors: the lines of ``errors.jsonl``.
        duplicates: name of an input → name of the one with the same bytes that was processed.
        files: what was written.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    counts: dict[str, int] = field(default_factory=dict)
    errors: list[ErrorRow] = field(default_factory=list)
    duplicates: dict[str, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    seen: int = 0


def run(options: Options, progress: Callable[[str, int, int], None] | None = None) -> Summary:
    """Process all inputs and write the output files.

    Args:
        options: what to run over and how.
        progress: called with the name of each input that is through, how many are, and how many
            there are.

    Raises:
        UsageError: an input does not exist, or another run is writing to the same folder.
        ResourceError: ``metadata.csv`` is malformed.
        OSError: the output cannot be written; run again to go on from there.
    """
    inputs = find_inputs(options.inputs)
    options.output.mkdir(parents=True, exist_ok=True)
    state = options.output / ".extract"
    state.mkdir(exist_ok=True)
    with _locked(state / "lock"):
        if options.fresh:
            (state / "journal").unlink(missing_ok=True)
        with Journal(state / "journal") as journal:
            return _Run(options, inputs, journal, progress or _silent).summary()


def _silent(name: str, done: int, total: int) -> None:
    """No progress shown."""


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that the system lets go when the process ends, however it ends."""
    with path.open("w") as file:
        try:
            import fcntl
        except ImportError:  # not on this platform: two runs at once are the user's to avoid
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"another run is writing to {path.parent.parent}", hint="wait for it to end"
            ) from error
        yield


class _Run:
    """The state of one run."""

    def __init__(
        self,
        options: Options,
        inputs: list[Input],
        journal: Journal,
        progress: Callable[[str, int, int], None],
    ) -> None:
        self.options, self.inputs, self.journal = options, inputs, journal
        self.progress = progress
        self.outcome: dict[str, Outcome] = {}
        self.keys: dict[str, str] = {}
        self.unreadable: dict[str, ErrorRow] = {}
        self.duplicates: dict[str, str] = {}

    def summary(self) -> Summary:
        """Do the run and say what was done."""
        self._process(self._plan())
        files = self._write()
        keys = self._ordered_keys()
        self.journal.compact(keys)
        outcomes = Counter(self.outcome.values())
        if outcomes.total() != len(self.inputs):
            raise AssertionError(f"{len(self.inputs)} inputs, but outcomes {outcomes}")
        counts = self.journal.counts(keys)
        errors = list(self._errors())
        return Summary(outcomes, counts, errors, self.duplicates, files, len(self.inputs))

    def _plan(self) -> list[Task]:
        """Hash every input; the tasks for those whose results are not in the journal."""
        tables = {folder: read_metadata(folder) for folder in {item.folder for item in self.inputs}}
        first: dict[str, str] = {}
        tasks = []
        for item in self.inputs:
            try:
                sha256 = digest(item.path)
            except OSError as error:
                self._unreadable(item, error)
                continue
            if sha256 in first:
                self.duplicates[item.name] = first[sha256]
                self._through(item.name, Outcome.DUPLICATE)
                continue
            first[sha256] = item.name
            metadata = tables[item.folder].get(item.name, Metadata())
            task = self._task(item, sha256, metadata)
            if task:
                tasks.append(task)
        return tasks

    def _task(self, item: Input, sha256: str, metadata: Metadata) -> Task | None:
        metadata = metadata.updated(Metadata(language=self.options.language))
        key = _key(item, sha256, metadata)
        self.keys[item.name] = key
        known = self.journal.get(key)
        if known.outcome in (Outcome.DONE, Outcome.EMPTY):
            self._through(item.name, Outcome.UNCHANGED)
            return None
        if known.outcome:
            self.journal.forget(key)
        skip = self.journal.get(key).reached
        return Task(key, str(item.path), item.name, item.id, sha256, metadata, skip)

    def _process(self, tasks: list[Task]) -> None:
        pool = Pool(self.options.workers, self.options.limits)
        synced = time.monotonic()
        for task, message in pool.run(tasks):
            if isinstance(message, End):
                self._end(task)
            else:
                self.journal.add(task.key, message)
            if time.monotonic() - synced > _SYNC_SECONDS:
                self.journal.sync()
                synced = time.monotonic()
        self.journal.sync()

    def _end(self, task: Task) -> None:
        result = self.journal.get(task.key)
        if result.failures:
            outcome = Outcome.FAILED
        else:
            outcome = Outcome.DONE if result.pieces else Outcome.EMPTY
        self.journal.end(task.key, outcome)
        self._through(task.name, outcome)

    def _unreadable(self, item: Input, error: OSError) -> None:
        self.unreadable[item.name] = ErrorRow(
            path=item.name,
            stage="read",
            error=type(error).__name__,
            message=error.strerror or str(error),
            hint="check the file and its permissions",
        )
        self._through(item.name, Outcome.FAILED)

    def _through(self, name: str, outcome: Outcome) -> None:
        self.outcome[name] = outcome
        self.progress(name, len(self.outcome), len(self.inputs))

    def _ordered_keys(self) -> list[str]:
        return [self.keys[item.name] for item in self.inputs if item.name in self.keys]

    def _errors(self) -> Iterator[ErrorRow]:
        for item in self.inputs:
            if item.name in self.unreadable:
                yield self.unreadable[item.name]
            elif item.name in self.keys:
                for failure in self.journal.get(self.keys[item.name]).failures:
                    yield failure.error

    def _write(self) -> list[Path]:
        keys = self._ordered_keys()
        errors = (error.model_dump_json().encode() + b"\n" for error in self._errors())
        contents: dict[str, Iterable[bytes]] = {
            "documents.jsonl": self.journal.documents(keys),
            "records.jsonl": self.journal.rows(keys),
            "errors.jsonl": errors,
        }
        files = []
        for name, lines in contents.items():
            path = self.options.output / name
            with storage.atomic(path) as file:
                for line in lines:
                    storage.write(file, line)
            files.append(path)
        return files


def _key(item: Input, sha256: str, metadata: Metadata) -> str:
    """What a result depends on: bytes, names, options, rules."""
    facts = [sha256, item.name, item.id, asdict(metadata), rules_version()]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()[:32]


def default_workers() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this platform
        return os.cpu_count() or 1
