"""``extract show``: look at a document, or at the records of a run."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.options import AgencyTable  # noqa: TC001 - read by typer
from extract.cli.text import parse_date
from extract.errors import UsageError
from extract.schema import PARTY_ROLES, Kind, RecordRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


def show(
    what: Annotated[
        str | None, typer.Argument(help="Id of a document of the run, or a file to read now.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder of the run.")] = Path(
        "output"
    ),
    records: Annotated[
        bool, typer.Option("--records", help="The records of the whole run.")
    ] = False,
    kind: Annotated[Kind | None, typer.Option(help="Only records of this kind.")] = None,
    agency: Annotated[
        str | None, typer.Option(help="Only records with a party whose name contains this.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Only records with this country (ISO code).")
    ] = None,
    currency: Annotated[str | None, typer.Option(help="Only amounts in this currency.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Only what ends on this day or later.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="Only what starts on this day or earlier.")
    ] = None,
    min_amount: Annotated[
        float | None, typer.Option(help="Only amounts of at least this many units.")
    ] = None,
    agencies: AgencyTable = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, for pipes.")] = False,
) -> None:
    """Show one document with its entities and records, or all records of a run.

    Examples:
      [bold]extract show japan-kenya-2024[/bold]       a document of output/

      [bold]extract show raw/release.html[/bold]       a file, processed now

      [bold]extract show --records --kind funding --country MX --min-amount 1e6[/bold]

      [bold]extract show --records --json | jq .amount[/bold]
    """
    filters = Filters(
        kind, agency, country, currency, parse_date(from_), parse_date(to), min_amount
    )
    if records or (what is None and filters != Filters()):
        _show_records(output, filters, json)
    elif what is None:
        raise UsageError("nothing to show", hint="name a document, or add --records")
    else:
        _show_document(what, output, agencies, json)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which records to show; ``None`` lets all pass."""

    kind: Kind | None = None
    agency: str | None = None
    country: str | None = None
    currency: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    min_amount: float | None = None

    def match(self, row: RecordRow) -> bool:
        """Whether a record passes all filters."""
        parties = [name for role in PARTY_ROLES for name in getattr(row, role.value)]
        return (
            self.kind in (None, row.kind)
            and (self.currency is None or row.currency == self.currency.upper())
            and (self.country is None or f"@{self.country.upper().lstrip('@')}" in parties)
            and (self.agency is None or any(_contains(name, self.agency) for name in parties))
            and self._in_time(row)
            and (self.min_amount is None or _at_least(row.amount, self.min_amount))
        )

    def _in_time(self, row: RecordRow) -> bool:
        if self.start is None and self.end is None:
            return True
        if row.date_start is None and row.date_end is None:
            return False
        starts, ends = row.date_start or dt.date.min, row.date_end or dt.date.max
        return ends >= (self.start or dt.date.min) and starts <= (self.end or dt.date.max)


def _contains(name: str, part: str) -> bool:
    return part.casefold() in name.casefold()


def _at_least(amount: Decimal | None, least: float) -> bool:
    return amount is not None and float(amount) >= least


def _show_records(output: Path, filters: Filters, json: bool) -> None:
    rows = filter(filters.match, _load_rows(output))
    if json:
        for row in rows:
            typer.echo(row.model_dump_json())
        return
    from extract.cli.render import print_rows

    print_rows(rows)


def _load_rows(output: Path) -> Iterator[RecordRow]:
    file = output / "records.jsonl" if output.is_dir() else output
    if not file.is_file():
        raise UsageError(f"no records at {file}", hint="run `extract run` first")
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield RecordRow.model_validate_json(line)


def _show_document(what: str, output: Path, agencies: Path | None, json: bool) -> None:
    from extract.cli.documents import find_documents

    for document in find_documents(what, output, agencies):
        if json:
            typer.echo(document.model_dump_json())
            continue
        from extract.cli.render import print_document

        print_document(document)
