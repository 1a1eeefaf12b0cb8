"""Normalised values: an amount of money, a stretch of the calendar, an institution."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Qualifier = Literal["exact", "approx", "gt", "lt"]
"""Whether the figure is the amount itself, near it, a lower bound or an upper bound."""


def plain(number: Decimal) -> str:
    """Write a decimal without exponent or trailing zeros.

    >>> plain(Decimal("1.20E+9")), plain(Decimal("0.50")), plain(Decimal("0"))
    ('1200000000', '0.5', '0')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


PlainDecimal = Annotated[Decimal, PlainSerializer(plain, return_type=str)]
"""A decimal that serialises as plain digits, in Python mode as well as in JSON."""


class Value(BaseModel):
    """Base of all parts of the contract: immutable, tolerant of keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Money(Value):
    """An amount of money.

    Attributes:
        amount: the amount in units of the currency, the lower end of a range.
        max: the upper end of a range.
        currency: ISO 4217 code.
        qualifier: exact, approx, gt (more than) or lt (less than).
        basis: what decided the currency (``code``, ``symbol``, ``word``, ``neighbour``,
            ``document``, ``publisher``, ``country``, ``default``); empty in hand-made gold.
    """

    amount: PlainDecimal
    max: PlainDecimal | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    qualifier: Qualifier = "exact"
    basis: str | None = None


class DateInterval(Value):
    """A stretch of the calendar, first and last day inclusive; an open end is ``None``.

    Attributes:
        start: first day.
        end: last day.
        edtf: the same in EDTF (ISO 8601-2), as precise as the words were.
    """

    start: dt.date | None
    end: dt.date | None
    edtf: str | None = None


class Agency(Value):
    """An institution as the gazetteer knows it.

    Attributes:
        name: canonical name, in English where one is official.
        country: ISO 3166-1 alpha-2 code, or ``None`` for international bodies.
        type: government, ministry, agency, regulator, central_bank, development_bank,
            intergovernmental, university, research_institute, ngo, chamber, military, court,
            legislature …; ``None`` where unknown.
        ids: code list → code, for instance ``{"crs": "46012"}``.
    """

    name: str
    country: str | None = None
    type: str | None = None
    ids: dict[str, str] = Field(default_factory=dict)
