"""Gazetteers and lexicons: plain data files, read once, never code.

``*.toml`` files are trees, ``*.tsv`` files are tables with a header line; both are UTF-8, and
``#`` starts a comment line in a table.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extract.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def tree(name: str) -> dict[str, Any]:
    """The TOML file ``name`` of this folder.

    Raises:
        ResourceError: it is not valid TOML.
    """
    try:
        return tomllib.loads(_read(name))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"{name}: {error}") from error


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the TSV file ``name`` of this folder, each as column → cell.

    Raises:
        ResourceError: a row has more or fewer cells than the header.
    """
    return tuple(parse_table(_read(name).splitlines(), name))


def parse_table(lines: Iterable[str], name: str) -> Iterable[dict[str, str]]:
    r"""Rows of a tab-separated table with a header line.

    >>> list(parse_table(["a\tb", "# comment", "1\t2"], "x.tsv"))
    [{'a': '1', 'b': '2'}]
    """
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    rows = csv.reader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(rows, [])
    for row in rows:
        if len(row) != len(header):
            raise ResourceError(
                f"{name}: {len(row)} cells where the header has {len(header)}: {row[:3]}",
                hint="cells are separated by one tab each, empty cells included",
            )
        yield dict(zip(header, row, strict=True))


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")
