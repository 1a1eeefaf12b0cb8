"""CSV and TSV: one document per row, streamed however many there are."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from extract.errors import DamagedFile
from extract.readers.decode import encoding_of
from extract.readers.rows import TEXT_KEYS, documents, no_text_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.readers.limits import Limits
    from extract.readers.origin import Origin
    from extract.schema import SourceText

HEADER = 1 << 20
"""Characters of the longest header line."""
_CHUNK = 1 << 20
_DELIMITERS = ",;\t|"


def read_csv(origin: Origin) -> Iterator[SourceText]:
    """The documents of a table whose first line names its columns.

    Raises:
        UnsupportedFormat: no column holds text.
        DamagedFile: a row breaks off within quotes.
        LimitExceeded: a field is longer than the limits allow.
    """
    encoding = _encoding(origin)
    with origin.open() as stream:
        text = io.TextIOWrapper(stream, encoding, errors="extract-western", newline="")
        yield from documents(origin, _rows(origin, text), media_type="text/csv")


def delimiter_of(header: str) -> str:
    """What parts the columns, told by the header line: spreadsheets in Spanish write semicolons.

    >>> delimiter_of("id;title;text")
    ';'
    """
    return max(_DELIMITERS, key=header.count)


def _encoding(origin: Origin) -> str:
    """The encoding of the whole table, found without holding it in memory."""
    utf8 = codecs.getincrementaldecoder("utf-8")()
    with origin.open() as stream:
        chunk = stream.read(_CHUNK)
        name = encoding_of(chunk[:-4] if len(chunk) == _CHUNK else chunk)
        if name != "utf-8":
            return name
        while chunk:
            try:
                utf8.decode(chunk)
            except UnicodeDecodeError:
                return encoding_of(chunk)
            chunk = stream.read(_CHUNK)
    return "utf-8"


def parser(lines: Iterable[str], delimiter: str, limits: Limits) -> Iterator[list[str]]:
    """The rows of a table, each taking no more lines than it has.

    Args:
        lines: with their ends, as ``newline=""`` gives them.
        delimiter: what parts the columns.
        limits: how long a row may be.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.row))
    return csv.reader(lines, delimiter=delimiter)


def columns_of(header: str, delimiter: str) -> list[str]:
    """The names in a header line, in small letters.

    Raises:
        UnsupportedFormat: none of them is that of a column of texts.
    """
    names = next(csv.reader([header.removeprefix("\ufeff")], delimiter=delimiter), [])
    columns = [name.strip().casefold() for name in names]
    if not set(columns) & set(TEXT_KEYS):
        raise no_text_column(columns)
    return columns


def _rows(origin: Origin, text: io.TextIOWrapper) -> Iterator[tuple[int, Mapping[str, object]]]:
    header = text.readline(HEADER)
    delimiter = delimiter_of(header)
    columns = columns_of(header, delimiter)
    rows = parser(text, delimiter, origin.limits)
    number = origin.rows_before
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            origin.report(DamagedFile(f"row {number}: {error}", hint="check its quotation marks"))
            continue
        if row is None:
            return
        if any(row):
            yield number, dict(zip(columns, row, strict=False))
