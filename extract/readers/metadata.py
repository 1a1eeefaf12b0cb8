"""``metadata.csv``: what a folder of files knows of them and they do not say themselves."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from extract.errors import ResourceError
from extract.readers.csv_documents import delimiter_of
from extract.readers.decode import decode
from extract.readers.full_dates import parse_date
from extract.readers.languages import language_code
from extract.schema import Metadata

if TYPE_CHECKING:
    from pathlib import Path

METADATA_FILE = "metadata.csv"
_COLUMNS = ("path", "published", "language", "publisher", "title", "url")


def read_metadata(folder: Path) -> dict[str, Metadata]:
    """The rows of ``folder/metadata.csv``; empty where there is no such file.

    Args:
        folder: a folder of documents.

    Returns:
        Path relative to the folder, with forward slashes, → what the row says of it.

    Raises:
        ResourceError: no ``path`` column, or a date that is none.
    """
    file = folder / METADATA_FILE
    return parse_metadata(decode(file.read_bytes())) if file.is_file() else {}


def parse_metadata(text: str) -> dict[str, Metadata]:
    r"""The rows of a metadata table.

    >>> parse_metadata("path,published\na.txt,2024-03-05\n")["a.txt"].published
    datetime.date(2024, 3, 5)
    """
    lines = io.StringIO(text, newline="")
    rows = csv.DictReader(lines, delimiter=delimiter_of(text.partition("\n")[0]))
    names = {(name or "").strip().casefold(): name for name in rows.fieldnames or ()}
    if "path" not in names:
        raise ResourceError(
            f"{METADATA_FILE}: no column 'path'",
            hint=f"the first line names the columns, a subset of {', '.join(_COLUMNS)}",
        )
    known: dict[str, Metadata] = {}
    for number, row in enumerate(rows, 2):
        cells = {name: (row[names[name]] or "").strip() for name in _COLUMNS if name in names}
        path = cells.pop("path").replace("\\", "/").removeprefix("./")
        known[path] = _metadata(cells, number)
    return known


def _metadata(cells: dict[str, str], number: int) -> Metadata:
    stated = cells.get("published")
    published = parse_date(stated) if stated else None
    if stated and published is None:
        raise ResourceError(
            f"{METADATA_FILE}, row {number}: {stated!r} is no date",
            hint="write dates as YYYY-MM-DD",
        )
    return Metadata(
        published=published,
        language=language_code(cells.get("language")),
        publisher=cells.get("publisher") or None,
        title=cells.get("title") or None,
        url=cells.get("url") or None,
    )
