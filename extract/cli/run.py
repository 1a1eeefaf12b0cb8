"""``extract run``: press releases in, records out."""

from __future__ import annotations

import errno
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.batch.messages import DEFAULT_MEGABYTES, DEFAULT_SECONDS, DEFAULT_SIZE, Limits
from extract.batch.output import Format
from extract.cli import EXIT_INTERRUPTED, EXIT_SOME_FAILED
from extract.cli.options import AgencyTable, LanguageChoice
from extract.errors import ExtractError

if TYPE_CHECKING:
    from extract.batch.run import Options
    from extract.batch.summary import Summary

_GO_ON = "run the same command again to go on from here"
_FULL = (errno.ENOSPC, errno.EDQUOT)


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
    failed, 2 for misuse, 1 when the output cannot be written, 130 when interrupted.

    Examples:
      [bold]extract run[/bold]                          everything in raw/, into output/

      [bold]extract run news/ fact-sheet.pdf -o out[/bold]

      [bold]extract run --language es --workers 2[/bold]

      [bold]extract run /shared/news --engine ray --address ray://head:10001[/bold]
    """
    from extract.batch.pool import default_workers
    from extract.batch.run import Options
    from extract.cli.summary import report, report_errors

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
        report_errors(summary.errors)
    else:
        report(summary, time.monotonic() - started)
    if summary.errors:
        raise typer.Exit(EXIT_SOME_FAILED)


def _run(options: Options, quiet: bool) -> Summary:
    from extract.batch.run import run as run_batch
    from extract.cli.console import err
    from extract.cli.progress import progress

    try:
        with progress(quiet=quiet) as show:
            return run_batch(options, show)
    except KeyboardInterrupt:
        err.print(f"stopped; {_GO_ON}")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except OSError as error:
        if not _is_about(error, options.output):
            raise
        message = f"cannot write to {options.output}: {error.strerror or error}"
        raise ExtractError(message, hint=_hint(error)) from error


def _is_about(error: OSError, output: Path) -> bool:
    """Whether an error is about the output; writing to an open file, it names none."""
    path = Path(error.filename or output)
    return output in (path, *path.parents)


def _hint(error: OSError) -> str:
    """What to do about an output that cannot be written."""
    if error.errno in _FULL:
        return f"what is done is kept: make room, then {_GO_ON}"
    return "check the folder, or name another one with --output"
