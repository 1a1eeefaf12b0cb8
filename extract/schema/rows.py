"""Flat rows: a record for pandas and spreadsheets, an input that failed."""

from __future__ import annotations

import datetime as dt

from extract.schema.document import Kind, Status
from extract.schema.values import PlainDecimal, Qualifier, Value


class RecordRow(Value):
    """One line of ``records.jsonl``; parties are names, countries ISO codes written ``@XX``."""

    id: str
    document: str
    kind: Kind
    status: Status
    source: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    implementer: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    amount: PlainDecimal | None = None
    amount_max: PlainDecimal | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    evidence: str
    start: int
    end: int
    confidence: float | None = None
    rule: str | None = None
    published: dt.date | None = None
    url: str | None = None
    title: str | None = None


class ErrorRow(Value):
    """One line of ``errors.jsonl``: an input that could not be processed, and what to do."""

    path: str
    sha256: str | None = None
    stage: str
    error: str
    message: str
    hint: str = ""
