"""Runs in processes of their own that are killed (SIGKILL) in the middle and taken up again."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.run import Options, run
from tests.batch.runs import engine

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

FILES = ("documents.jsonl", "records.jsonl", "errors.jsonl")


def contents(output: Path) -> dict[str, bytes]:
    """The output files of a run."""
    return {name: (output / name).read_bytes() for name in FILES}


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def light_run(raw: Path, output: Path, started: Connection) -> None:
    """A run whose documents cost nothing, in this process."""
    started.send(None)
    run(Options([raw], output), engine=engine)


def kill_light_run(raw: Path, output: Path, moment: float) -> bool:
    """Kill a light run ``moment`` seconds after its start; whether that met it alive."""
    started, theirs = _context().Pipe()
    process = _context().Process(target=light_run, args=(raw, output, theirs))
    process.start()
    theirs.close()
    started.recv()
    time.sleep(moment)
    process.kill()
    process.join()
    started.close()
    met = process.exitcode != 0
    process.close()
    return met


def real_command(raw: Path, output: Path) -> list[str]:
    """The command line of a run with two workers."""
    options = ["--output", str(output), "--workers", "2", "--quiet"]
    return [sys.executable, "-m", "extract", "run", str(raw), *options]


def kill_real_run(raw: Path, output: Path, further: int) -> bool:
    """Kill a real run once its journal has grown by so many bytes; whether that met it alive."""
    journal = output / ".extract" / "journal"
    goal = size(journal) + further
    process = subprocess.Popen(real_command(raw, output))
    while process.poll() is None and size(journal) < goal:
        time.sleep(0.001)
    met = process.poll() is None
    process.kill()
    process.wait()
    return met


def size(path: Path) -> int:
    """Bytes of a file, 0 where there is none."""
    return path.stat().st_size if path.exists() else 0
