"""``extract explain``: why a sentence states a record, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from extract.cli.console import out, safe
from extract.errors import UsageError

if TYPE_CHECKING:
    from extract.relations.explain import Explanation, Verdict
    from extract.schema import Document


def explain(
    document: Annotated[str, typer.Argument(help="Id of a document of the run, or a file.")],
    place: Annotated[
        str | None, typer.Argument(help="Id of a record (r3), or a character offset.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder of the run.")] = Path(
        "output"
    ),
) -> None:
    """Say which rule made a record, what filled its roles and by which cue, what was refused.

    Without a place, every sentence is explained; one without a record says what it lacks.

    Examples:
      [bold]extract explain sri-lanka-usaid-grant r1[/bold]

      [bold]extract explain raw/release.html 1250[/bold]
    """
    from extract.cli.documents import find_document
    from extract.pipeline import analyse
    from extract.relations.explain import explain as explain_text

    found = find_document(document, output)
    state = analyse(found)
    offset = _offset(place, found)
    explanations = explain_text(found.text, state, offset)
    if not explanations:
        raise UsageError(
            f"no sentence at {place}", hint=f"the text has {len(found.text)} characters"
        )
    for explanation in explanations:
        _print(explanation, found.text)


def _offset(place: str | None, document: Document) -> int | None:
    if place is None:
        return None
    if place.isdecimal():
        return int(place)
    for record in document.records:
        if record.id == place:
            return record.trigger[0] if record.trigger else record.start
    known = ", ".join(record.id for record in document.records) or "none"
    raise UsageError(f"no record {place} in {document.id}", hint=f"its records: {known}")


def _print(explanation: Explanation, text: str) -> None:
    sentence = " ".join(text[explanation.start : explanation.end].split())
    out.print(Text(f"{explanation.start}–{explanation.end}  {safe(sentence)}", style="bold"))
    if explanation.missing:
        out.print(f"  no record: {explanation.missing}", markup=False)
    for verdict in explanation.verdicts:
        _print_verdict(verdict, text)


def _print_verdict(verdict: Verdict, text: str) -> None:
    became = ", ".join(verdict.records) or f"no record: {verdict.objection}"
    trigger = safe(text[slice(*verdict.trigger)])
    lines = [f"  {became}", f"    {verdict.kind.value} by rule {verdict.rule}, trigger “{trigger}”"]
    lines += [f"    {part.role.value}: {safe(part.text)} ({part.cue})" for part in verdict.parts]
    lines += [
        f"    refused: {safe(refused.text)} ({refused.reason})" for refused in verdict.refused
    ]
    for line in lines:
        out.print(line, markup=False)
