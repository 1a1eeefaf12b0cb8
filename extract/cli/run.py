"""``extract run``: press releases in, records out."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.batch.messages import DEFAULT_MEGABYTES, DEFAULT_SECONDS, DEFAULT_SIZE, Limits
from extract.batch.output import Format
from extract.cli import EXIT_INTERRUPTED, EXIT_SOME_FAILED
from extract.cli.options import AgencyTable, LanguageChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.batch.run import Options, Summary


class EngineChoice(StrEnum):
    """Where documents are worked on."""

    LOCAL = "local"
    RAY = "ray"


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders to read, or URLs (s3://…). [default: raw]"),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder of the output files.")
    ] = Path("output"),
    language: Annotated[
        LanguageChoice, typer.Option(help="Language of all documents.")
    ] = LanguageChoice.AUTO,
    agencies: AgencyTable = None,
    workers: Annotated[
        int, typer.Option(min=0, help="Worker processes; 0 for one per processor.")
    ] = 0,
    engine: Annotated[
        EngineChoice, typer.Option(help="Where to work: this machine, or a Ray cluster.")
    ] = EngineChoice.LOCAL,
    address: Annotated[
        str, typer.Option(help="Address of the Ray cluster; empty to start one here.")
    ] = "",
    form: Annotated[
        Format, typer.Option("--format", help="JSON Lines, or Parquet files of 1,000 inputs each.")
    ] = Format.JSONL,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget earlier results.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    max_seconds: Annotated[
        float, typer.Option(min=0.1, help="Time limit for one document.")
    ] = DEFAULT_SECONDS,
    max_memory: Annotated[
        int, typer.Option(min=64, help="Memory limit for one document, in MB.")
    ] = DEFAULT_MEGABYTES,
    max_size: Annotated[
        int, typer.Option(min=1, help="Size limit of an input file, in MB.")
    ] = DEFAULT_SIZE,
) -> None:
    """Read documents and write documents.jsonl, records.jsonl and errors.jsonl.

    Finished documents are remembered: an interrupted run goes on where it stopped, a later run
    processes only what is new or changed. Exit code 0 when all was read, 3 when some inputs
    failed, 2 for misuse.

    Examples:
      [bold]extract run[/bold]                          everything in raw/, into output/

      [bold]extract run news/ fact-sheet.pdf -o out[/bold]

      [bold]extract run --language es --workers 2[/bold]

      [bold]extract run /shared/news --engine ray --address ray://head:10001[/bold]
    """
    from extract.batch.run import Options, default_workers

    options = Options(
        inputs=inputs or ["raw"],
        output=output,
        language=language.code,
        workers=workers or default_workers(),
        fresh=fresh,
        limits=Limits(max_seconds, max_memory, max_size),
        agencies=agencies,
        format=form,
        cluster=address if engine is EngineChoice.RAY else None,
    )
    started = time.monotonic()
    summary = _run(options, quiet)
    if quiet:
        _report_errors(summary)
    else:
        _report(summary, time.monotonic() - started)
    if summary.errors:
        raise typer.Exit(EXIT_SOME_FAILED)


def _run(options: Options, quiet: bool) -> Summary:
    from extract.batch.run import run as run_batch
    from extract.cli.console import err

    try:
        if quiet:
            return run_batch(options)
        if err.is_terminal:
            return _with_bar(options)
        return run_batch(options, _plain_lines())
    except KeyboardInterrupt:
        err.print("stopped; run the same command again to go on from here")
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _with_bar(options: Options) -> Summary:
    from rich import progress as bars

    from extract.batch.run import run as run_batch
    from extract.cli.console import err

    columns = (
        bars.TextColumn("reading"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[name]}", markup=False),
    )
    started = time.monotonic()
    with bars.Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None, name="", rate="")

        def show(name: str, done: int, total: int) -> None:
            rate = f"{done / max(time.monotonic() - started, 1e-3):.1f}/s"
            bar.update(task, total=total, completed=done, name=name, rate=rate)

        return run_batch(options, show)


def _plain_lines(seconds: float = 5.0) -> Callable[[str, int, int], None]:
    """A line now and then, for logs."""
    from extract.cli.console import err

    last = time.monotonic()

    def show(name: str, done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > seconds:
            last = time.monotonic()
            err.print(f"{done}/{total} {name}", markup=False)

    return show


def _report(summary: Summary, seconds: float) -> None:
    from rich.table import Table

    from extract.cli.console import err, safe
    from extract.schema import Kind, Label

    table = Table("", "count", title="Summary", title_justify="left")
    table.columns[1].justify = "right"
    table.add_row("inputs seen", str(summary.seen))
    for outcome, count in sorted(summary.outcomes.items()):
        table.add_row(f"  {outcome.value}", str(count))
    table.add_section()
    table.add_row("documents", str(summary.counts.get("documents", 0)))
    groups = {"entities": [label.value for label in Label], "records": [k.value for k in Kind]}
    for title, names in groups.items():
        table.add_section()
        table.add_row(title, str(sum(summary.counts.get(name, 0) for name in names)))
        for name in names:
            table.add_row(f"  {name}", str(summary.counts.get(name, 0)))
    table.add_section()
    table.add_row("errors", str(len(summary.errors)), style="red" if summary.errors else "")
    err.print(table)
    for name, first in sorted(summary.duplicates.items()):
        err.print(f"duplicate: {safe(name)} is the same as {safe(first)}", markup=False)
    _report_errors(summary)
    err.print(f"took {seconds:.1f} s, wrote", *map(str, summary.files), markup=False)


def _report_errors(summary: Summary) -> None:
    from extract.cli.console import err, safe

    for error in summary.errors:
        err.print(f"failed: {safe(error.path)}: {safe(error.message)}", style="red", markup=False)
        if error.hint:
            err.print(f"        {error.hint}", markup=False)
