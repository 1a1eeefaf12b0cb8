"""EDTF and TIMEX3 strings, and the granularity of a date."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.entities.dates import find_dates, granularity, parse, timex3
from extract.entities.mentions import Mention
from extract.schema import DateInterval, Label, Metadata

KNOWN = Metadata(published=dt.date(2024, 5, 15), publisher="The White House")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-12-05", "2021-12-05", "2021-12-05"),
        ("2021/2023", "2021-01-01", "2023-12-31"),
        ("1993/2023-12", "1993-01-01", "2023-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023-33", "2023-01-01", "2023-03-31"),
        ("2023-36", "2023-10-01", "2023-12-31"),
        ("2023-38", "2023-05-01", "2023-08-31"),
        ("2023-41", "2023-07-01", "2023-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
    ],
)
def test_parses_what_it_writes(edtf: str, start: str, end: str) -> None:
    assert parse(edtf) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_open_ends() -> None:
    assert parse("1956/..") == (dt.date(1956, 1, 1), None)
    assert parse("../2020") == (None, dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    "edtf", ["", "2021-13", "2021-45", "21", "2021-02-30", "May 2021", "2021-"]
)
def test_refuses_what_is_no_edtf(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse(edtf)


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("on 5 December 2021", "2021-12-05", "day"),
        ("in December 2021", "2021-12", "month"),
        ("in 2021", "2021", "year"),
        ("in the first quarter of 2023", "2023-Q1", "quarter"),
        ("in the second half of 2023", "2023-H2", "half"),
        ("in the autumn of 2023", "2023-FA", "season"),
        ("in the 1990s", "199", "decade"),
        ("in the 19th century", "18", "century"),
        ("last week", "2024-W19", "week"),
        ("last weekend", "2024-W19-WE", "weekend"),
        ("in fiscal year 2023", "FY2023", "fiscal year"),
        ("from 2016 to 2018", "2016/2018", "range"),
        ("from 13 to 17 May 2024", "2024-05-13/2024-05-17", "range"),
        ("since 2006", "2006/..", "open"),
    ],
)
def test_timex3_and_granularity(text: str, value: str, grain: str) -> None:
    (mention,) = find_dates(text, "en", metadata=KNOWN)
    assert timex3(mention) == value
    assert granularity(mention) == grain


def test_third_of_a_year() -> None:
    (mention,) = find_dates("el primer cuatrimestre de 2022", "es")
    assert (timex3(mention), granularity(mention)) == ("2022-T1", "third")


def test_without_a_value_both_are_empty() -> None:
    mention = Mention(Label.DATE, 0, 5)
    assert (timex3(mention), granularity(mention)) == ("", "")


def test_without_edtf_the_days_are_named() -> None:
    date = DateInterval(start=dt.date(2024, 1, 5), end=dt.date(2024, 2, 9))
    assert timex3(date) == "2024-01-05/2024-02-09"
    assert granularity(date) == "range"
