"""The table of marked sentences and the records they state: ``sentences.tsv``."""

from __future__ import annotations

from pathlib import Path

from extract.resources import parse_table

_TABLE = Path(__file__).with_name("sentences.tsv")


def load() -> list[tuple[str, str, list[str]]]:
    """Language, marked sentence, and its records, each on one line."""
    rows = parse_table(_TABLE.read_text(encoding="utf-8").splitlines(), _TABLE.name)
    return [(row["language"], row["sentence"], _records(row["records"])) for row in rows]


def _records(cell: str) -> list[str]:
    return [record for record in cell.split(" | ") if record]


ALL = load()
