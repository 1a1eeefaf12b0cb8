"""The output files of a run, copied out of the journal: JSON Lines, or Parquet in parts."""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from extract.batch import storage
from extract.errors import UsageError
from extract.schema import PARTY_ROLES, RecordRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import pyarrow as pa

    from extract.batch.journal import Journal
    from extract.schema import ErrorRow


class Format(StrEnum):
    """How documents and records are written."""

    JSONL = "jsonl"
    PARQUET = "parquet"


STATE = ".extract"
"""Folder in the output for what a run has to remember."""
WRITTEN = (
    *("documents.jsonl", "records.jsonl", "errors.jsonl"),
    *("documents.parquet", "records.parquet"),
)
"""Files and folders that a run writes."""
PART = 1_000
"""Inputs whose documents go into one Parquet file."""
_FACTS = ("path", "sha256", "language", "title", "published", "publisher", "url")


def require(form: Format) -> None:
    """Make sure before a run that its output can be written after it.

    Raises:
        UsageError: it is Parquet, and pyarrow is not installed.
    """
    if form is Format.PARQUET:
        _schemas()


def write(
    output: Path, journal: Journal, keys: list[str], errors: list[ErrorRow], form: Format
) -> list[Path]:
    """Write all output files, each appearing whole or not at all.

    Args:
        output: the folder.
        journal: where the results are.
        keys: of the inputs, in the order of the output.
        errors: the lines of ``errors.jsonl``.
        form: of documents and records; errors are JSON Lines always.

    Returns:
        What was written: files, and folders of Parquet files.
    """
    if form is Format.PARQUET:
        written = _write_parquet(output, journal, keys)
    else:
        _write_lines(output / "documents.jsonl", journal.documents(keys))
        _write_lines(output / "records.jsonl", journal.rows(keys))
        written = [output / "documents.jsonl", output / "records.jsonl"]
    lines = (error.model_dump_json().encode() + b"\n" for error in errors)
    _write_lines(output / "errors.jsonl", lines)
    return [*written, output / "errors.jsonl"]


def _write_lines(path: Path, lines: Iterable[bytes]) -> None:
    with storage.atomic(path) as file:
        for line in lines:
            storage.write(file, line)


def _write_parquet(output: Path, journal: Journal, keys: list[str]) -> list[Path]:
    schemas = _schemas()
    folders = {name: output / f"{name}.parquet" for name in schemas}
    written: set[Path] = set()
    for number, part in enumerate(_parts(keys)):
        rows = {
            "documents": [_document(line) for line in journal.documents(part)],
            "records": [_record(line) for data in journal.rows(part) for line in data.splitlines()],
        }
        for name, folder in folders.items():
            folder.mkdir(exist_ok=True)
            path = folder / f"part-{number:05}.parquet"
            _write_part(path, rows[name], schemas[name])
            written.add(path)
    for folder in folders.values():
        for path in folder.glob("*"):
            if path not in written:  # of an earlier run with more inputs
                path.unlink()
    return list(folders.values())


def _parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    yield from (keys[start : start + PART] for start in range(0, len(keys), PART))


def _write_part(path: Path, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with storage.atomic(path) as file:
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), file, compression="zstd")


def _schemas() -> dict[str, pa.Schema]:
    """Columns of both tables: dates as dates, amounts as numbers, parties as lists of names."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise UsageError(
            "pyarrow is not installed", hint="pip install 'press-extract[parquet]'"
        ) from error
    kinds = dict.fromkeys(("amount", "amount_max", "confidence"), pa.float64())
    kinds |= dict.fromkeys(("start", "end"), pa.int64())
    kinds |= dict.fromkeys(("date_start", "date_end", "published"), pa.date32())
    kinds |= {role.value: pa.list_(pa.string()) for role in PARTY_ROLES}
    records = [(name, kinds.get(name, pa.string())) for name in RecordRow.model_fields]
    documents = [(name, kinds.get(name, pa.string())) for name in ("id", *_FACTS, "text", "json")]
    return {"documents": pa.schema(documents), "records": pa.schema(records)}


def _document(line: bytes) -> dict[str, Any]:
    document = json.loads(line)
    row = {"id": document["id"], "text": document["text"], "json": line.decode().rstrip("\n")}
    return row | {name: _typed(name, document["source"][name]) for name in _FACTS}


def _record(line: bytes) -> dict[str, Any]:
    return {name: _typed(name, value) for name, value in json.loads(line).items()}


def _typed(name: str, value: Any) -> Any:
    if isinstance(value, str) and name in ("date_start", "date_end", "published"):
        return dt.date.fromisoformat(value)
    return float(value) if isinstance(value, str) and name.startswith("amount") else value
