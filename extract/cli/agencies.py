"""``extract agencies``: look institutions up, and add one to a table of your own."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - read by typer
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.console import err, out
from extract.cli.options import AgencyTable  # noqa: TC001 - read by typer
from extract.errors import UsageError

if TYPE_CHECKING:
    from extract.entities.agencies.gazetteer import Body, Gazetteer

agencies_app = typer.Typer(
    help="Look institutions up, see why a name matches, add one of your own.",
    no_args_is_help=True,
)


@agencies_app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words of a name, an acronym or a key.")],
    agencies: AgencyTable = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to list.")] = 20,
) -> None:
    """List the institutions whose names hold all words of the query, best first.

    Example: [bold]extract agencies search "desarrollo social"[/bold]
    """
    from rich.table import Table

    from extract.entities.agencies.search import search as find

    bodies = find(query, _gazetteer(agencies))
    table = Table("key", "ref", "name", "country", "type")
    for body in bodies[:limit]:
        agency = body.agency
        table.add_row(body.key, body.ref, agency.name, agency.country, agency.type)
    out.print(table if bodies else "no such institution")
    if len(bodies) > limit:
        err.print(f"{len(bodies) - limit} more; see --limit")


@agencies_app.command()
def show(
    name: Annotated[str, typer.Argument(help="A key, or a name or acronym as a text has it.")],
    agencies: AgencyTable = None,
) -> None:
    """Show what is known of an institution, and which of its names a spelling matches.

    Example: [bold]extract agencies show BID[/bold]
    """
    gazetteer = _gazetteer(agencies)
    found = _matches(name, gazetteer)
    if not found:
        raise UsageError(
            f"no institution is called {name!r}", hint=f'try `extract agencies search "{name}"`'
        )
    for key, reason in found.items():
        _print_body(gazetteer.bodies[key], reason)


def _matches(name: str, gazetteer: Gazetteer) -> dict[str, str]:
    """Keys of the bodies that a spelling stands for, each with the reason."""
    from extract.entities.names.folding import fold

    found = {name: "key"} if name in gazetteer.bodies else {}
    tables = (
        (gazetteer.acronyms.get(name, ()), "acronym"),
        (gazetteer.doubtful.get(name, ()), "acronym, only in institutional context"),
        (gazetteer.names.get(fold(name), ()), "full name, whatever the case and accents"),
    )
    for keys, reason in tables:
        for key in keys:
            found.setdefault(key, reason)
    return found


def _print_body(body: Body, reason: str) -> None:
    agency = body.agency
    years = f"{body.since}–{body.until}" if body.since or body.until else ""
    facts = {
        "matched as": reason,
        "ref": body.ref,
        "country": agency.country or "international",
        "type": agency.type or "",
        "names": " | ".join(body.names),
        "acronyms": " | ".join((*body.acronyms, *(f"{word}?" for word in body.doubtful))),
        "years": years,
        "successor": body.successor,
        "codes": ", ".join(f"{scheme} {code}" for scheme, code in sorted(agency.ids.items())),
    }
    out.print(f"{body.key}  {agency.name}", style="bold", markup=False)
    for fact, value in facts.items():
        if value:
            out.print(f"  {fact}: {value}", markup=False)


@agencies_app.command()
def add(
    table: Annotated[Path, typer.Argument(help="Your table; made when missing.")],
    key: Annotated[str, typer.Option(help="Unique key, like MX-AMEXCID.")],
    name: Annotated[str, typer.Option(help="Canonical name.")],
    ref: Annotated[str, typer.Option(help="What the output calls it.")] = "",
    en: Annotated[str, typer.Option(help="Further English names, separated by |.")] = "",
    es: Annotated[str, typer.Option(help="Spanish names, separated by |.")] = "",
    acronyms: Annotated[
        str, typer.Option(help="Acronyms, separated by |; a ? after one that is also a word.")
    ] = "",
    country: Annotated[str, typer.Option(help="ISO code; empty for international bodies.")] = "",
    type_: Annotated[str, typer.Option("--type", help="ministry, agency, bank, ngo …")] = "",
) -> None:
    """Add an institution to a table of your own; the package is not touched.

    Example: [bold]extract agencies add my.tsv --key MX-X --name "Instituto X" --country MX[/bold]
    """
    from extract.entities.agencies.gazetteer import COLUMNS, load_user_table, read_bodies

    cells = {"key": key, "ref": ref, "name": name, "en": en, "es": es, "acronyms": acronyms}
    cells |= {"country": country, "type": type_}
    if any(set(cell) & set("\t\r\n") for cell in cells.values()):
        raise UsageError("a cell holds a tab or a line break", hint="leave it out")
    old = table.read_text(encoding="utf-8") if table.exists() else "\t".join(COLUMNS) + "\n"
    if key in {body.key for body in read_bodies(old, str(table))}:
        raise UsageError(
            f"{key} is in {table} already", hint="choose another key, or edit the line"
        )
    header = old.splitlines()[0].split("\t")
    row = "\t".join(cells.get(column, "") for column in header)
    table.write_text(f"{old.rstrip(chr(10))}\n{row}\n", encoding="utf-8")
    load_user_table(table)
    err.print(f"added {key}; use it with `extract run --agencies {table}`", markup=False)


def _gazetteer(table: Path | None) -> Gazetteer:
    from extract.entities.agencies.gazetteer import gazetteer, load_user_table

    return load_user_table(table) if table else gazetteer()
