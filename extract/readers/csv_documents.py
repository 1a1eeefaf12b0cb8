"""CSV and TSV: one document per row, streamed however many there are."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, UnsupportedFormat
from extract.readers.decode import encoding_of
from extract.readers.rows import TEXT_KEYS, documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.readers.origin import Origin
    from extract.schema import SourceText

_CHUNK = 1 << 20
_DELIMITERS = ",;\t|"


def read_csv(origin: Origin) -> Iterator[SourceText]:
    """The documents of a table whose first line names its columns.

    Raises:
        UnsupportedFormat: no column holds text.
        DamagedFile: a row breaks off within quotes.
        LimitExceeded: a field is longer than the limits allow.
    """
    csv.field_size_limit(max(csv.field_size_limit(), origin.limits.row))
    with origin.open() as stream:
        encoding = _encoding(origin)
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


def _rows(origin: Origin, text: io.TextIOWrapper) -> Iterator[tuple[int, Mapping[str, object]]]:
    header_line = text.readline(_CHUNK).removeprefix("\ufeff")
    delimiter = delimiter_of(header_line)
    header = [
        name.strip().casefold() for name in next(csv.reader([header_line], delimiter=delimiter), [])
    ]
    if not set(header) & set(TEXT_KEYS):
        raise UnsupportedFormat(
            f"no column holds text; the columns are {', '.join(header[:8]) or 'none'}",
            hint=f"name the column of the texts {', '.join(TEXT_KEYS[:-1])} or {TEXT_KEYS[-1]}",
        )
    rows = csv.reader(text, delimiter=delimiter)
    number = 0
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
            yield number, dict(zip(header, row, strict=False))
