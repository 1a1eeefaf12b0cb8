"""What a worker does with one input: read, extract, and hand on lines of JSON."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.inputs import printable
from extract.batch.messages import End, Failure, Lines, Piece, Reached, Rows
from extract.batch.remote import is_url
from extract.batch.survey import open_stream
from extract.errors import EmptyFile, ExtractError
from extract.pipeline import process_source
from extract.readers import DEFAULT, Origin, read_origin
from extract.rows import record_rows
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from extract.batch.messages import Limits, Message, Part, Task
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
    part = task.part
    origin = Origin(
        Path(task.path).name,
        _content(task.path, part),
        dataclasses.replace(DEFAULT, size=limits.size << 20),
        bad_rows.append,
        rows_before=part.rows_before if isinstance(part, Lines) else 0,
        rows=range(part.start, part.stop) if isinstance(part, Rows) else None,
    )
    for source in read_origin(origin, task.metadata):
        yield _named(source, origin.stem, task.id)


def _content(path: str, part: Part | None) -> bytes | Path | Callable[[], BinaryIO]:
    """Where the reader finds the bytes: those of a part of a file of lines are at hand."""
    if isinstance(part, Lines):
        with open_stream(path) as stream:
            header = stream.read(part.header)
            stream.seek(part.offset)
            return header + stream.read(part.size)
    return partial(open_stream, path) if is_url(path) else Path(path)


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
    name = type(error).__name__
    if isinstance(error, ExtractError):
        message, hint = error.message, error.hint or "open the file to see, or leave it out"
    elif isinstance(error, MemoryError):
        name, message = "MemoryError", "out of memory"  # libraries have classes of their own
        hint = "raise --max-memory, or split the file"
    elif isinstance(error, OSError):
        message, hint = error.strerror or str(error), "check the file and its permissions"
    else:
        message, hint = str(error) or type(error).__name__, "please report this file as a bug"
    return ErrorRow(
        path=task.name,
        sha256=task.sha256,
        stage=stage,
        error=name,
        message=printable(" ".join(message.split())),
        hint=hint,
    )
