"""How records read in the terminal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from extract.cli.console import safe
from extract.cli.render import amount_text, date_text
from extract.schema import Kind, RecordRow, Status


def row(**facts: Any) -> RecordRow:
    base = {"id": "a:r1", "document": "a", "kind": Kind.TRADE, "status": Status.DONE}
    return RecordRow.model_validate(base | {"evidence": "", "start": 0, "end": 0} | facts)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, ""),
        ("2021-06-07", "2021-06-07", "2021-06-07"),
        ("2021-06-01", "2021-06-30", "2021-06"),
        ("2021-12-01", "2021-12-31", "2021-12"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-01-01", "2022-12-31", "2021-01-01 … 2022-12-31"),
        ("2021-06-07", "2021-06-09", "2021-06-07 … 2021-06-09"),
        ("2006-01-01", None, "2006-01-01 …"),
        (None, "2006-01-01", "… 2006-01-01"),
    ],
)
def test_dates_are_as_short_as_they_can_be(start: str | None, end: str | None, shown: str) -> None:
    days = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    assert date_text(row(**dict(zip(("date_start", "date_end"), days, strict=True)))) == shown


@pytest.mark.parametrize(
    ("amount", "upper", "qualifier", "shown"),
    [
        ("37000000000", None, "gt", ">37,000,000,000 USD"),
        ("5000000", "7000000", "exact", "5,000,000–7,000,000 USD"),
        ("0.5", None, "approx", "~0.5 USD"),
    ],
)
def test_amounts(amount: str, upper: str | None, qualifier: str, shown: str) -> None:
    found = row(
        amount=Decimal(amount),
        amount_max=Decimal(upper) if upper else None,
        qualifier=qualifier,
        currency="USD",
    )
    assert amount_text(found) == shown


@pytest.mark.parametrize("bad", ["\x1b[31m", "\x07", "\r", "\x00", "\u202e", "\x9b"])
def test_what_a_terminal_would_obey_is_taken_out_and_offsets_hold(bad: str) -> None:
    shown = safe(f"a{bad}b\n\t")
    assert len(shown) == len(f"a{bad}b\n\t")
    assert not set(bad) & set(shown) - set("[31m")
