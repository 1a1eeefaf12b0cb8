"""``extract annotations``: gold drafts, checks, and other tools' formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.console import err, out, safe
from extract.evaluation.formats import FormatName  # noqa: TC001 - typer reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterable

annotations_app = typer.Typer(
    name="annotations",
    help="Label documents by hand: drafts, checks, and the formats of other tools.",
    no_args_is_help=True,
)

Annotations = Annotated[Path, typer.Argument(help="Folder or .jsonl of labelled documents.")]


@annotations_app.command()
def new(
    documents: Annotated[list[Path], typer.Argument(help="Files to label.", exists=True)],
    folder: Annotated[Path, typer.Option("--output", "-o", help="Folder of annotations.")] = Path(
        "annotations"
    ),
) -> None:
    """Write gold drafts from the pipeline's output, marked as unreviewed.

    Correct the draft, then drop its [bold]"reviewed": false[/bold]; evaluation refuses it before.

    Example: [bold]extract annotations new raw/loan.html[/bold]
    """
    from extract.evaluation.drafts import draft, write

    for path in documents:
        for written in write(draft(path), folder):
            out.print(str(written), markup=False)


@annotations_app.command()
def check(
    annotations: Annotations = Path("annotations"),
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
) -> None:
    """Check gold against its text, the schema and the guidelines; exit 1 on errors.

    Example: [bold]extract annotations check annotations --strict[/bold]
    """
    from extract.evaluation.check import check as check_document
    from extract.evaluation.loading import read_lines

    documents = [raw for _, raw in read_lines(annotations)]
    problems = [problem for raw in documents for problem in check_document(raw)]
    for problem in problems:
        out.print(safe(str(problem)), markup=False)
    errors = sum(problem.error for problem in problems)
    err.print(f"{len(documents)} documents, {errors} errors, {len(problems) - errors} warnings")
    if errors or (strict and problems):
        raise typer.Exit(1)


@annotations_app.command("export")
def export_(
    format_: Annotated[FormatName, typer.Option("--format", "-f", help="Whose format.")],
    destination: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")],
    annotations: Annotations = Path("annotations"),
) -> None:
    """Write documents in another tool's format; what it cannot carry is named.

    Example: [bold]extract annotations export output --format brat --output to-label[/bold]
    """
    from extract.evaluation.formats import get_format
    from extract.evaluation.loading import load_gold

    documents = list(load_gold(annotations, {}, unreviewed=True).values())
    files, losses = get_format(format_).export(documents)
    destination.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (destination / name).write_bytes(content)
    _say(len(documents), losses)


@annotations_app.command("import")
def import_(
    format_: Annotated[FormatName, typer.Option("--format", "-f", help="Whose format.")],
    source: Annotated[Path, typer.Argument(help="The tool's file or folder.", exists=True)],
    folder: Annotated[Path, typer.Option("--output", "-o", help="Folder of annotations.")] = Path(
        "annotations"
    ),
) -> None:
    """Read another tool's annotations; offsets are verified, documents there are kept.

    Example: [bold]extract annotations import --format label-studio export.json[/bold]
    """
    from extract.evaluation.drafts import write
    from extract.evaluation.formats import get_format

    paths = [p for p in sorted(source.iterdir()) if p.is_file()] if source.is_dir() else [source]
    documents, losses = get_format(format_).read({p.name: p.read_bytes() for p in paths})
    for written in write(documents, folder):
        out.print(str(written), markup=False)
    _say(len(documents), losses)


def _say(documents: int, losses: Iterable[str]) -> None:
    err.print(f"{documents} documents", highlight=False)
    for loss in losses:
        err.print(f"not carried: {safe(loss)}", markup=False)
