"""The tables of strings: ``[[ ]]`` marks the dates, their values stand beside in text order."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

from extract.resources import parse_table
from extract.schema import Metadata

ANCHOR = dt.date(2024, 5, 15)
"""The publication date of all tables but ``context.tsv``: a Wednesday."""


class Case(NamedTuple):
    """A string, what is known of it, and the dates it holds."""

    language: str
    metadata: Metadata
    text: str
    spans: tuple[str, ...]
    values: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """The rows of a table of this folder."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [_case(row) for row in parse_table(lines, name)]


def _case(row: dict[str, str]) -> Case:
    marked = row["text"].replace("\\n", "\n")
    published = row.get("published", str(ANCHOR))
    metadata = Metadata(
        published=dt.date.fromisoformat(published) if published else None,
        publisher=row.get("publisher") or None,
    )
    return Case(
        row["language"],
        metadata,
        re.sub(r"\[\[|\]\]", "", marked),
        tuple(re.findall(r"\[\[(.*?)\]\]", marked, re.DOTALL)),
        tuple(row["values"].split()),
    )
