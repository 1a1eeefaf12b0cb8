"""Reading order of a page: columns one after the other, table rows cell by cell."""

from __future__ import annotations

from dataclasses import replace
from statistics import mean, median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.readers.pdf_lines import Line

    Row = list[Line]

_MIN_ROWS = 4
_COLUMN_LENGTH = 20
"""Characters: shorter lines side by side are the cells of a table."""


def in_reading_order(lines: Iterable[Line]) -> list[Line]:
    """The lines of a page as they are read.

    Lines side by side belong to two columns of running text where a gutter goes down the page
    between them, else to the row of a table, whose cells are numbered.

    Args:
        lines: in the order of the page's content.
    """
    rows = list(_rows(lines))
    gutter = _gutter(rows)
    if gutter is None:
        return [line for row in rows for line in _as_cells(row)]
    return list(_by_columns(rows, gutter))


def _rows(lines: Iterable[Line]) -> Iterator[Row]:
    row: Row = []
    for line in lines:
        if row and not (row[-1].beside(line) and line.left > row[-1].right):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _gutter(rows: list[Row]) -> float | None:
    """Where the space between two columns of text lies, in points from the left."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < _MIN_ROWS:
        return None
    gutter = median((left.right + right.left) / 2 for left, right in pairs)
    apart = [row for row in pairs if row[0].right < gutter < row[1].left]
    if len(apart) < max(_MIN_ROWS, len(pairs) / 2):
        return None
    length = mean(len(line.text) for row in apart for line in row)
    return gutter if length >= _COLUMN_LENGTH else None


def _as_cells(row: Row) -> Row:
    if len(row) == 1:
        return row
    return [replace(line, cell=place) for place, line in enumerate(row)]


def _by_columns(rows: list[Row], gutter: float) -> Iterator[Line]:
    """Left column, then right column, as far down as no line goes across both."""
    left: Row = []
    right: Row = []
    for row in rows:
        if any(line.left < gutter < line.right for line in row):
            yield from (*left, *right, *_as_cells(row))
            left, right = [], []
            continue
        for line in row:
            (left if line.right < gutter else right).append(line)
    yield from (*left, *right)
