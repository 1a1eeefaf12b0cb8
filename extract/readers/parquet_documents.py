"""Parquet: one document per row, streamed row group by row group; needs the extra ``parquet``."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, ReadError
from extract.readers.decode import decode
from extract.readers.rows import FIELDS, TEXT_KEYS, documents, no_text_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa
    import pyarrow.parquet as pq

    from extract.readers.origin import Origin
    from extract.schema import SourceText

_BATCH = 64
"""Rows turned into Python objects at a time."""
_BUFFER = 1 << 20


def read_parquet(origin: Origin) -> Iterator[SourceText]:
    """The documents of a table, or of the rows of it that ``origin.rows`` names.

    Columns are those of CSV tables, whatever the case of their names; others are not read. A row
    group that is damaged is reported as one row, and the next one read.

    Raises:
        UnsupportedFormat: no column holds text.
        DamagedFile: it is no Parquet file, or cut short.
        ReadError: pyarrow is not installed.
    """
    with _opened(origin) as file:
        rows = _rows(origin, file, _columns(file))
        yield from documents(origin, rows, media_type="application/vnd.apache.parquet")


def row_groups(origin: Origin) -> list[tuple[int, int]]:
    """Rows and uncompressed bytes of each row group.

    Raises:
        DamagedFile: it is no Parquet file, or cut short.
        ReadError: pyarrow is not installed.
    """
    with _opened(origin) as file:
        groups = map(file.metadata.row_group, range(file.num_row_groups))
        return [(group.num_rows, group.total_byte_size) for group in groups]


@contextmanager
def _opened(origin: Origin) -> Iterator[pq.ParquetFile]:
    """The table, its rows still unread."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ReadError(
            "Parquet needs pyarrow, which is not installed",
            hint="pip install 'press-extract[parquet]'",
        ) from error
    with origin.open() as stream:
        try:
            file = pq.ParquetFile(stream, buffer_size=_BUFFER)
        except (OSError, ValueError) as error:
            raise _damaged("the file", error) from error
        yield file


def _columns(file: pq.ParquetFile) -> dict[str, str]:
    """Name in the file → name of the field, for the columns to read."""
    named = {name: name.strip().casefold() for name in file.schema_arrow.names}
    if not set(named.values()) & set(TEXT_KEYS):
        raise no_text_column(list(named.values()))
    return {name: field for name, field in named.items() if field in FIELDS}


def _rows(
    origin: Origin, file: pq.ParquetFile, columns: dict[str, str]
) -> Iterator[tuple[int, Mapping[str, object]]]:
    wanted = origin.rows or range(file.metadata.num_rows)
    first = 0
    for group in range(file.num_row_groups):
        behind = first + file.metadata.row_group(group).num_rows
        if first < wanted.stop and behind > wanted.start:
            number = first
            try:
                for batch in _batches(file, group, list(columns)):
                    yield from _in_range(batch, number, wanted, columns)
                    number += batch.num_rows
            except (OSError, ValueError) as error:
                origin.report(_damaged(f"row {number + 1} and those behind it", error))
        first = behind


def _batches(file: pq.ParquetFile, group: int, columns: list[str]) -> Iterator[pa.RecordBatch]:
    """The rows of a row group; in one thread, for a worker has one processor."""
    yield from file.iter_batches(_BATCH, row_groups=[group], columns=columns, use_threads=False)


def _in_range(
    batch: pa.RecordBatch, first: int, wanted: range, columns: dict[str, str]
) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Number, from 1, and fields of those rows of a batch that are wanted."""
    skip = max(0, wanted.start - first)
    kept = batch.slice(skip, max(0, wanted.stop - first - skip))
    values = {columns[name]: _values(kept.column(name)) for name in kept.schema.names}
    for place in range(kept.num_rows):
        row = {name: column[place] for name, column in values.items()}
        yield first + skip + place + 1, row


def _values(column: pa.Array) -> list[object]:
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    try:
        values = column.to_pylist()
    except UnicodeDecodeError:  # writers do not check that texts are UTF-8
        values = column.cast(pa.binary()).to_pylist()
    return [_plain(value) for value in values]


def _plain(value: object) -> object:
    """As JSON would have it: dates in ISO 8601, bytes as the text they hold."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return decode(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value


def _damaged(what: str, error: Exception) -> DamagedFile:
    reason = " ".join(str(error).split()).rstrip(".")
    return DamagedFile(f"{what} cannot be read: {reason}", hint="write the table anew")
