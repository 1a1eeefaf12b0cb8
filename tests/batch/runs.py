"""A light engine for tests of runs: each document becomes a line, in this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure, Piece
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.batch.messages import Result, Task


def engine(tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
    """One piece per line of the file; ``BAD`` and ``SLOW`` lines fail."""
    for task in tasks:
        lines = Path(task.path).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if number < task.skip:
                continue
            if line in ("BAD", "SLOW"):
                stage = "read" if line == "BAD" else "worker"
                error = ErrorRow(path=task.name, stage=stage, error="X", message="bad line")
                yield task, Failure(number, error)
            else:
                data = f"{task.id} {line}\n".encode()
                yield task, Piece(number, data, data, {"DATE": 1})
        yield task, End()
