"""What a run shows while it works: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.cli.console import err

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.batch.run import Progress


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress | None]:
    """What to tell the progress of a run; nothing if ``quiet``."""
    if quiet:
        yield None
    elif err.is_terminal:
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich import progress as bars

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

        yield show


def _lines(seconds: float = 5.0) -> Progress:
    last = time.monotonic()

    def show(name: str, done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > seconds:
            last = time.monotonic()
            err.print(f"{done}/{total} {name}", markup=False)

    return show
