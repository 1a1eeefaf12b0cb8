"""What a worker does with one input: read, extract, and hand on lines of JSON."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure, Piece
from extract.errors import EmptyFile, ExtractError, LimitExceeded
from extract.pipeline import process_source
from extract.readers import read
from extract.rows import record_rows
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.batch.messages import Limits, Message, Task
    from extract.errors import ReadError
    from extract.schema import Document, SourceText


def run_task(task: Task, limits: Limits) -> Iterator[Message]:
    """Process one input; every way it can fail becomes a message, none an exception."""
    number = 0
    bad_rows: list[ReadError] = []
    try:
        for source in _sources(task, limits, bad_rows):
            if number >= task.skip:
                yield from _failures(task, number, bad_rows)
                if source.text.strip():
                    yield _extract(task, source, number)
            bad_rows.clear()
            number += 1
    except EmptyFile:
        pass
    except Exception as error:
        yield Failure(number, error_row(task, error, "read"))
    yield from _failures(task, number, bad_rows)
    yield End()


def _sources(task: Task, limits: Limits, bad_rows: list[ReadError]) -> Iterator[SourceText]:
    path = Path(task.path)
    if path.stat().st_size > limits.size << 20:
        raise LimitExceeded(
            f"larger than {limits.size} MB", hint="split the file, or raise --max-size"
        )
    for source in read(path, metadata=task.metadata, on_error=bad_rows.append):
        yield _named(source, path.stem, task.id)


def _named(source: SourceText, stem: str, id_: str) -> SourceText:
    """The document under the run's id for the file, unless its row gives it one of its own."""
    name, hash_, number = source.id.partition("#")
    return dataclasses.replace(source, id=f"{id_}{hash_}{number}") if name == stem else source


def _failures(task: Task, number: int, errors: list[ReadError]) -> Iterator[Failure]:
    for error in errors:
        yield Failure(number, error_row(task, error, "read"))


def _extract(task: Task, source: SourceText, number: int) -> Message:
    try:
        document = process_source(source, path=task.name, sha256=task.sha256)
    except Exception as error:
        row = error_row(task, error, "extract")
        return Failure(number, row.model_copy(update={"path": f"{task.name}#{number + 1}"}))
    return Piece(number, _line(document), _row_lines(document), dict(_counts(document)))


def _line(document: Document) -> bytes:
    return document.model_dump_json().encode("utf-8") + b"\n"


def _row_lines(document: Document) -> bytes:
    return b"".join(row.model_dump_json().encode() + b"\n" for row in record_rows(document))


def _counts(document: Document) -> Counter[str]:
    counts = Counter(entity.label.value for entity in document.entities)
    counts.update(record.kind.value for record in document.records)
    return counts


def error_row(task: Task, error: BaseException, stage: str) -> ErrorRow:
    """The line of ``errors.jsonl`` for an exception."""
    if isinstance(error, ExtractError):
        message, hint = error.message, error.hint
    elif isinstance(error, MemoryError):
        message, hint = "out of memory", "raise --max-memory, or split the file"
    elif isinstance(error, OSError):
        message, hint = error.strerror or str(error), "check the file and its permissions"
    else:
        message, hint = str(error) or type(error).__name__, "please report this file as a bug"
    return ErrorRow(
        path=task.name,
        sha256=task.sha256,
        stage=stage,
        error=type(error).__name__,
        message=" ".join(message.split()),
        hint=hint,
    )
