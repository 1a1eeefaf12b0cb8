"""The command line: one file per command, thin over the package."""

from __future__ import annotations

import sys

from extract.errors import ExtractError, UsageError

EXIT_FAILED, EXIT_MISUSE, EXIT_SOME_FAILED, EXIT_INTERRUPTED = 1, 2, 3, 130


def main() -> None:
    """Run the command line; errors of the package become one line, a hint and an exit code."""
    from extract.cli.app import app

    try:
        app()
    except ExtractError as error:
        complain(error)
        sys.exit(EXIT_MISUSE if isinstance(error, UsageError) else EXIT_FAILED)
    except OSError as error:
        complain(ExtractError(f"{error.filename or 'input/output'}: {error.strerror}"))
        sys.exit(EXIT_FAILED)


def complain(error: ExtractError) -> None:
    """Say on standard error what is wrong and what to do."""
    from extract.cli.console import err

    err.print(f"error: {error.message}", style="bold red", markup=False, highlight=False)
    if error.hint:
        err.print(f"hint: {error.hint}", markup=False, highlight=False)
