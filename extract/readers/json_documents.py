"""JSON and JSON Lines: one document per object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, LimitExceeded, ReadError
from extract.readers.decode import decode
from extract.readers.limits import MEGABYTE
from extract.readers.rows import documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.readers.origin import Origin
    from extract.schema import SourceText

    Rows = Iterator[tuple[int, Mapping[str, object]]]


def read_json(origin: Origin) -> Iterator[SourceText]:
    """The documents of a JSON file: one object, or a list of them.

    A file that holds one object after another is read as JSON Lines.

    Raises:
        DamagedFile: it is no JSON, or neither objects nor a list of them.
        LimitExceeded: it is nested too deep.
    """
    try:
        value = _parsed(decode(origin.read()))
    except DamagedFile:
        if not _is_lines(origin):
            raise
        yield from read_jsonl(origin)
        return
    if isinstance(value, dict) and not isinstance(value.get("documents"), list):
        rows: list[object] = [value]
    else:
        rows = value["documents"] if isinstance(value, dict) else value  # type: ignore[assignment]
    if not isinstance(rows, list):
        raise DamagedFile("neither an object nor a list of objects")
    yield from documents(origin, _objects(origin, rows), media_type="application/json")


def _is_lines(origin: Origin) -> bool:
    """Whether the first line is an object by itself."""
    with origin.open() as stream:
        first = stream.readline(origin.limits.row)
    try:
        return isinstance(_parsed(decode(first)), dict)
    except ReadError:
        return False


def _objects(origin: Origin, values: list[object]) -> Rows:
    for number, value in enumerate(values, 1):
        if isinstance(value, dict):
            yield number, value
        else:
            origin.report(DamagedFile(f"row {number}: not an object"))


def read_jsonl(origin: Origin) -> Iterator[SourceText]:
    """The documents of a JSON Lines file, read line by line.

    Raises:
        DamagedFile: a line is no JSON object.
        LimitExceeded: a line is longer, or nested deeper, than the limits allow.
    """
    yield from documents(origin, _lines(origin), media_type="application/jsonl")


def _lines(origin: Origin) -> Rows:
    longest = 4 * origin.limits.row
    with origin.open() as stream:
        number = origin.rows_before
        while line := stream.readline(longest + 1):
            number += 1
            if len(line) > longest:
                raise LimitExceeded(f"row {number}: longer than {longest // MEGABYTE} MB")
            if not line.strip():
                continue
            try:
                value = _parsed(decode(line))
            except ReadError as error:
                origin.report(type(error)(f"row {number}: {error.message}", hint=error.hint))
                continue
            if isinstance(value, dict):
                yield number, value
            else:
                origin.report(DamagedFile(f"row {number}: not an object"))


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise LimitExceeded("JSON nested too deep") from error
    except ValueError as error:
        reason = getattr(error, "msg", "a number is too long")
        raise DamagedFile(f"not valid JSON: {reason}", hint="check how it was written") from error
    return value
