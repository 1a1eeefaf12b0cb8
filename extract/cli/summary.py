"""What a run tells at its end: what came of the inputs, what was found, what failed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from extract.batch.messages import Outcome
from extract.cli.console import err, safe
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.batch.summary import Summary
    from extract.schema import ErrorRow

_KNOWN = {Outcome.UNCHANGED, Outcome.DUPLICATE}


def report(summary: Summary, seconds: float) -> None:
    """Print all of it.

    Args:
        summary: what the run did.
        seconds: how long it took.
    """
    err.print(_table(summary))
    if summary.outdated:
        err.print("rules or resources have changed since the last run: all was read anew")
    if summary.outcomes.keys() <= _KNOWN:
        err.print("nothing new: all inputs are as they were; --fresh reads them anew")
    for name, first in sorted(summary.duplicates.items()):
        err.print(f"duplicate: {safe(name)} is the same as {safe(first)}", markup=False)
    report_errors(summary.errors)
    err.print(f"took {seconds:.1f} s, wrote", *map(str, summary.files), markup=False)


def _table(summary: Summary) -> Table:
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
    return table


def report_errors(errors: Iterable[ErrorRow]) -> None:
    """Print what failed: a line and a hint for all rows of a file that failed alike."""
    alike: dict[tuple[str, str, str], list[ErrorRow]] = {}
    for error in errors:
        file = error.path.partition("#")[0]
        alike.setdefault((file, error.error, error.hint), []).append(error)
    for group in alike.values():
        first = group[0]
        more = f" (and {len(group) - 1:,} more like it)" if len(group) > 1 else ""
        said = f"failed: {safe(first.path)}: {safe(first.message)}{more}"
        err.print(said, style="red", markup=False)
        if first.hint:
            err.print(f"        {first.hint}", markup=False)
