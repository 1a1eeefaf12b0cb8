"""Documents and records in the terminal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.table import Column, Table
from rich.text import Text

from extract.cli.console import out, safe
from extract.rows import record_rows
from extract.schema import PARTY_ROLES, Label, RecordRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.schema import Document

_STYLES = {
    Label.AGENCY: "bold cyan",
    Label.COMPANY: "bold blue",
    Label.COUNTRY: "green",
    Label.MONEY: "bold yellow",
    Label.DATE: "magenta",
}


def print_document(document: Document) -> None:
    """Title, text with its entities coloured in place, and a table of its records."""
    source = document.source
    published = source.published.isoformat() if source.published else None
    facts = (document.id, source.title, published, source.language)
    out.print(Text(safe(" · ".join(filter(None, facts))), style="bold"))
    text = Text(safe(document.text))
    for entity in document.entities:
        text.stylize(_STYLES[entity.label], entity.start, entity.end)
    out.print(text)
    legend = Text()
    for label, style in _STYLES.items():
        legend.append(f"{label.value} ", style)
    out.print(legend)
    print_rows(record_rows(document), documents=False)


def print_rows(rows: Iterable[RecordRow], *, documents: bool = True) -> None:
    """Records as a table with their evidence; ``documents`` says whether to name the document."""
    rows = list(rows)
    if not rows:
        out.print("no records")
        return
    table = Table(
        Column("record", overflow="fold"),
        "parties",
        "amount, date",
        Column("evidence", ratio=1),
        show_lines=True,
    )
    for row in rows:
        id_ = row.id if documents else row.id.rpartition(":")[2]
        what = Text.assemble((safe(id_), "bold"), f"\n{row.kind.value}, {row.status.value}")
        when = filter(None, (amount_text(row), date_text(row)))
        table.add_row(what, _parties(row), Text("\n".join(when)), Text(safe(row.evidence)))
    out.print(table)


def _parties(row: RecordRow) -> Text:
    names = {role.value: getattr(row, role.value) for role in PARTY_ROLES}
    lines = [f"{role}: {safe(', '.join(found))}" for role, found in names.items() if found]
    return Text("\n".join(lines))


_SIGNS = {"approx": "~", "gt": ">", "lt": "<"}


def amount_text(row: RecordRow) -> str:
    """An amount as people read it: ``>37,000,000,000 USD``."""
    if row.amount is None:
        return ""
    upper = f"–{row.amount_max:,}" if row.amount_max is not None else ""
    return f"{_SIGNS.get(row.qualifier or '', '')}{row.amount:,}{upper} {row.currency}"


def date_text(row: RecordRow) -> str:
    """A stretch of the calendar as short as it can be said.

    ``2021``, ``2021-06``, ``2021-06-07``, ``2021-06-07 … 2021-06-09``, ``2006-01-01 …``
    """
    start, end = row.date_start, row.date_end
    if start is None or end is None:
        return f"{start or ''} … {end or ''}".strip() if start or end else ""
    if start == end:
        return start.isoformat()
    next_day = end + dt.timedelta(days=1)
    if start.day == next_day.day == 1:
        if (start.month, next_day.month, next_day.year) == (1, 1, start.year + 1):
            return f"{start.year:04}"
        if (next_day.year - start.year) * 12 + next_day.month - start.month == 1:
            return f"{start:%Y-%m}"
    return f"{start} … {end}"
