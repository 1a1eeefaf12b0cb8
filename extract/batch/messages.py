"""What passes between a run and its workers: tasks one way, results the other, all plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from extract.schema import ErrorRow, Metadata  # noqa: TC001 - workers unpickle by these

DEFAULT_SECONDS = 60.0
DEFAULT_MEGABYTES = 2048
DEFAULT_SIZE = 256


class Outcome(StrEnum):
    """What became of an input; every input of a run has exactly one."""

    DONE = "done"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    Attributes:
        seconds: wall-clock time for reading and extracting one document.
        megabytes: memory a worker may take beyond what it needs to start.
        size: size of an input file in megabytes.
    """

    seconds: float = DEFAULT_SECONDS
    megabytes: int = DEFAULT_MEGABYTES
    size: int = DEFAULT_SIZE


@dataclass(frozen=True, slots=True)
class Lines:
    """Some of the rows of a large table of lines: JSON Lines, CSV.

    Attributes:
        offset, size: which bytes of the file.
        rows_before: how many rows come before.
        header: bytes at the start of the file that name its columns.
    """

    offset: int
    size: int
    rows_before: int
    header: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Some of the rows of a large Parquet table, from 0; ``stop`` is the first one not in it."""

    start: int
    stop: int


Part = Lines | Rows


@dataclass(frozen=True, slots=True)
class Task:
    """One input to process: where it is, its names, what is known of it from elsewhere.

    Attributes:
        key: identifies input, options and rules; results under the same key are the same.
        path: the file.
        name: how the output calls it.
        id: id of its document.
        sha256: hash of its bytes.
        metadata: facts that override the file's own.
        agencies: path of a table of further institutions; empty for none.
        part: which part of the file; ``None`` for all of it.
        skip: how many of its documents and failures are known already (tables of documents).
    """

    key: str
    path: str
    name: str
    id: str
    sha256: str
    metadata: Metadata
    agencies: str = ""
    part: Part | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of an input, as the lines to write.

    Attributes:
        number: its place among the documents and failures of the input, from 0.
        document: its line of ``documents.jsonl``.
        rows: its lines of ``records.jsonl``.
        counts: entities by label and records by kind.
    """

    number: int
    document: bytes
    rows: bytes
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or what is at place ``number`` of it, that could not be processed."""

    number: int
    error: ErrorRow


@dataclass(frozen=True, slots=True)
class Reached:
    """A sign of life: place ``number`` of the input has been read. For the engine alone."""

    number: int


@dataclass(frozen=True, slots=True)
class End:
    """The input is through."""


Result = Piece | Failure | End
"""What an engine gives back for a task, in this order: pieces and failures, one ``End``."""
Message = Result | Reached
"""What a worker sends."""
