"""What a worker does with one input: read, extract, and hand on lines of JSON."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.inputs import printable
from extract.batch.messages import End, Failure, Piece, Reached
from extract.batch.remote import is_url, open_remote
from extract.errors import EmptyFile, ExtractError, LimitExceeded
from extract.pipeline import process_source
from extract.readers import DEFAULT, Origin, read, read_bytes
from extract.rows import record_rows
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.batch.messages import Limits, Message, Task
    from extract.errors import ReadError
    from extract.schema import Document, SourceText


_HEARTBEAT = 100
"""Documents passed over between two signs of life, when a table is taken up again."""


def run_task(task: Task, limits: Limits) -> Iterator[Message]:
    """Process one input; every way it can fail becomes a message, none an exception."""
    for number, event in enumerate(_events(task, limits)):
        if number >= task.skip:
            yield Reached(number)
            yield _answer(task, event, number)
        elif number % _HEARTBEAT == 0:
            yield Reached(number)
    yield End()


def _events(task: Task, limits: Limits) -> Iterator[SourceText | Exception]:
    """What reading an input gives, in an order that is the same every time."""
    bad_rows: list[ReadError] = []
    try:
        for source in _sources(task, limits, bad_rows):
            yield from bad_rows
            bad_rows.clear()
            if source.text.strip():
                yield source
    except EmptyFile:
        pass
    except Exception as error:
        yield from bad_rows
        bad_rows.clear()
        yield error
    yield from bad_rows


def _sources(task: Task, limits: Limits, bad_rows: list[ReadError]) -> Iterator[SourceText]:
    path = Path(task.path)
    stem = Origin(path.name, path).stem
    bounds = dataclasses.replace(DEFAULT, size=limits.size << 20)
    if task.part or is_url(task.path):
        documents = read_bytes(
            _fetched(task, bounds.size),
            path.name,
            metadata=task.metadata,
            limits=bounds,
            on_error=bad_rows.append,
            rows_before=task.part.rows_before if task.part else 0,
        )
    else:
        documents = read(path, metadata=task.metadata, limits=bounds, on_error=bad_rows.append)
    for source in documents:
        yield _named(source, stem, task.id)


def _fetched(task: Task, size: int) -> bytes:
    """The bytes of a URL, or of a part of a file."""
    with open_remote(task.path) if is_url(task.path) else Path(task.path).open("rb") as stream:
        if task.part:
            stream.seek(task.part.offset)
            return stream.read(task.part.size)
        data = stream.read(size + 1)
    if len(data) > size:
        raise LimitExceeded("larger than the limit", hint="split the file, or raise --max-size")
    return data


def _named(source: SourceText, stem: str, id_: str) -> SourceText:
    """The document under the run's id for the file, unless its row gives it one of its own."""
    name, hash_, number = source.id.partition("#")
    return dataclasses.replace(source, id=f"{id_}{hash_}{number}") if name == stem else source


def _answer(task: Task, event: SourceText | Exception, number: int) -> Message:
    if isinstance(event, Exception):
        return Failure(number, error_row(task, event, "read"))
    try:
        document = process_source(event, path=task.name, sha256=task.sha256, agencies=task.agencies)
        return Piece(number, _line(document), _row_lines(document), dict(_counts(document)))
    except Exception as error:
        row = error_row(task, error, "extract")
        _, hash_, place = event.id.partition("#")
        return Failure(number, row.model_copy(update={"path": f"{task.name}{hash_}{place}"}))


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
        message, hint = error.message, error.hint or "open the file to see, or leave it out"
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
        message=printable(" ".join(message.split())),
        hint=hint,
    )
