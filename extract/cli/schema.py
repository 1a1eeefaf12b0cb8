"""``extract schema``: the JSON Schema of the output files."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from extract.schema import Document, ErrorRow, RecordRow

if TYPE_CHECKING:
    from pydantic import BaseModel


class Which(StrEnum):
    """The output files."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    ERRORS = "errors"


_MODELS: dict[Which, type[BaseModel]] = {
    Which.DOCUMENTS: Document,
    Which.RECORDS: RecordRow,
    Which.ERRORS: ErrorRow,
}


def schema(
    which: Annotated[Which, typer.Argument(help="Which output file.")] = Which.DOCUMENTS,
) -> None:
    """Print the JSON Schema of a line of an output file.

    Example: [bold]extract schema records > records.schema.json[/bold]
    """
    typer.echo(json.dumps(_MODELS[which].model_json_schema(), indent=2, ensure_ascii=False))
