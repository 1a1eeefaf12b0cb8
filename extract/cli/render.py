"""Documents and records in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
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
    """Records as a table, their evidence under each."""
    rows = list(rows)
    if not rows:
        out.print("no records")
        return
    columns = ["record", "kind", "status", *(role.value for role in PARTY_ROLES), "amount", "date"]
    table = Table(*columns, show_lines=True)
    for row in rows:
        id_ = row.id if documents else row.id.rpartition(":")[2]
        parties = (", ".join(getattr(row, role.value)) for role in PARTY_ROLES)
        table.add_row(
            *(Text(safe(cell)) for cell in (id_, row.kind.value, row.status.value, *parties)),
            amount_text(row),
            date_text(row),
        )
    out.print(table)
    for row in rows:
        id_ = row.id if documents else row.id.rpartition(":")[2]
        out.print(Text.assemble((f"{safe(id_)} ", "bold"), safe(row.evidence)))


_SIGNS = {"approx": "~", "gt": ">", "lt": "<"}


def amount_text(row: RecordRow) -> str:
    """An amount as people read it: ``>37,000,000,000 USD``."""
    if row.amount is None:
        return ""
    upper = f"–{row.amount_max:,}" if row.amount_max is not None else ""
    return f"{_SIGNS.get(row.qualifier or '', '')}{row.amount:,}{upper} {row.currency}"


def date_text(row: RecordRow) -> str:
    """A stretch of the calendar: ``2021-01-01 … 2021-12-31``, one day alone once."""
    if row.date_start is None and row.date_end is None:
        return ""
    if row.date_start == row.date_end:
        return str(row.date_start)
    return f"{row.date_start or ''} … {row.date_end or ''}"
