"""The parts of a large table, so that several workers can share it.

They are cut where the reader of the format has finished a row, so no row is in two of them.
"""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from extract.batch.messages import Lines, Rows
from extract.errors import LimitExceeded
from extract.readers import DEFAULT
from extract.readers.csv_documents import HEADER, columns_of, delimiter_of, parser, read_csv
from extract.readers.json_documents import read_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.readers.origin import Reader

ROWS = 10_000
"""Rows of a part at most: short ones take more time than their bytes tell."""
_CHUNK = 1 << 20
_LONGEST = 4 * DEFAULT.row
_BEFORE_OBJECT = b"\xef\xbb\xbf \t\r\n"


def text_parts(reader: Reader | None, head: bytes, file: BinaryIO, part: int) -> list[Lines]:
    """Parts of what is read line by line; none of anything else.

    Raises:
        ReadError: it cannot be cut, or not be read at all.
    """
    if reader is read_jsonl and head.lstrip(_BEFORE_OBJECT).startswith(b"{"):
        return list(_line_parts(file, part))
    if reader is read_csv and b"\0" not in head:
        return list(_csv_parts(file, part))
    return []


def _line_parts(file: BinaryIO, part: int) -> Iterator[Lines]:
    """Parts of JSON Lines."""
    return _cut(_line_sizes(file), part)


def _line_sizes(file: BinaryIO) -> Iterator[int]:
    size = 0
    while piece := file.readline(_CHUNK):
        size += len(piece)
        if piece.endswith(b"\n"):
            yield size
            size = 0
    if size:
        yield size


def _csv_parts(file: BinaryIO, part: int) -> Iterator[Lines]:
    """Parts of a CSV table, cut by the parser that will read them: a quoted cell has lines."""
    text = io.TextIOWrapper(file, "latin-1", newline="")  # a character for every byte
    try:
        header = text.readline(HEADER)
        delimiter = delimiter_of(header)
        columns_of(header.encode("latin-1").decode("utf-8-sig", "replace"), delimiter)
        yield from _cut(_csv_sizes(text, delimiter), part, len(header))
    finally:
        text.detach()


def _csv_sizes(text: io.TextIOWrapper, delimiter: str) -> Iterator[int]:
    """How many bytes each row takes, lines without one included."""
    start = position = 0

    def lines() -> Iterator[str]:
        nonlocal position
        while line := text.readline(_LONGEST):
            position += len(line)
            if position - start >= _LONGEST:
                raise LimitExceeded("a row is too long to look for its end")
            yield line

    rows = parser(lines(), delimiter, DEFAULT)
    more = True
    while more:
        with suppress(csv.Error):  # the reader passes over the same stretch
            more = next(rows, None) is not None
        if more:
            yield position - start
            start = position


def _cut(sizes: Iterable[int], part: int, header: int = 0) -> Iterator[Lines]:
    """Parts out of the sizes of all rows, which begin behind the header."""
    start, position, before, number = header, header, 0, 0
    for number, size in enumerate(sizes, 1):
        position += size
        if position - start >= part or number - before >= ROWS:
            yield Lines(start, position - start, before, header)
            start, before = position, number
    if position > start:
        yield Lines(start, position - start, before, header)


def row_parts(groups: Iterable[tuple[int, int]], part: int) -> Iterator[Rows]:
    """Parts of a Parquet table: several small row groups, or a share of a large one."""
    start, end, filled = 0, 0, 0.0
    for rows, size in groups:
        parts = max(size / part, rows / ROWS)
        shares = max(1, min(rows, int(parts)))
        for share in range(1, shares + 1):
            filled += parts / shares
            if filled >= 1:
                yield Rows(start, end + rows * share // shares)
                start, filled = end + rows * share // shares, 0.0
        end += rows
    if end > start:
        yield Rows(start, end)
