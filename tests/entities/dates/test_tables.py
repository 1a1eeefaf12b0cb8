"""Over 1,300 strings: which characters are dates, and what stretch of the calendar they mean."""

from __future__ import annotations

import pytest

from extract.entities.dates import find_dates
from tests.entities.dates.cases import Case, cases

TABLES = ("points.tsv", "relative.tsv", "ranges.tsv", "context.tsv", "negatives.tsv")
ALL = [case for table in TABLES for case in cases(table)]


def ids(case: Case) -> str:
    return f"{case.language}: {case.text}"


@pytest.mark.parametrize("case", ALL, ids=ids)
def test_finds_and_reads(case: Case) -> None:
    found = find_dates(case.text, case.language, metadata=case.metadata)
    assert tuple(case.text[m.start : m.end] for m in found) == case.spans
    assert tuple(m.date.edtf if m.date else "-" for m in found) == case.values


@pytest.mark.parametrize("language", ["en", "es"])
def test_tables_hold_enough_of_each_language(language: str) -> None:
    assert sum(case.language == language for case in ALL) > 600


def test_where_a_date_stands_does_not_change_it() -> None:
    text = "The Bank lent again on 13 May 2023, and on May 15, 2023."
    for padding in ("", "x " * 500, "\n\n"):
        found = find_dates(padding + text, "en")
        assert [m.start - len(padding) for m in found] == [23, 43]


def test_searches_only_where_told() -> None:
    text = "In 2019, then in 2020, then in 2021."
    found = find_dates(text, "en", start=9, end=22)
    assert [text[m.start : m.end] for m in found] == ["2020"]
