"""``extract text``: try the pipeline on a sentence."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated

import typer

from extract.cli.options import AgencyTable, LanguageChoice
from extract.errors import UsageError


def text(
    words: Annotated[
        str | None, typer.Argument(help="The text; standard input when left out.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD), for relative dates.")
    ] = None,
    language: Annotated[
        LanguageChoice, typer.Option(help="Language of the text.")
    ] = LanguageChoice.AUTO,
    publisher: Annotated[str | None, typer.Option(help="Who issued it.")] = None,
    agencies: AgencyTable = None,
    json: Annotated[bool, typer.Option("--json", help="Print the document as JSON.")] = False,
) -> None:
    """Show the entities and records of a text.

    Examples:
      [bold]extract text "Japan granted Kenya 500 million yen in May 2024."[/bold]

      [bold]pdftotext release.pdf - | extract text --json[/bold]
    """
    from extract.cli.render import print_document
    from extract.pipeline import process

    content = words if words is not None else sys.stdin.read()
    if not content.strip():
        raise UsageError("no text", hint="give it as an argument or on standard input")
    document = process(
        content,
        published=parse_date(published),
        language=language.code,
        publisher=publisher,
        agencies=str(agencies or ""),
    )
    if json:
        typer.echo(document.model_dump_json())
    else:
        print_document(document)


def parse_date(value: str | None) -> dt.date | None:
    """An ISO date of an option.

    Raises:
        UsageError: it is none.
    """
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise UsageError(f"not a date: {value}", hint="write it as 2024-03-05") from None
