"""The same bytes whatever the number of workers, the order of inputs, the hash seed, the engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.batch.messages import Limits, Reached, Result, Task
from extract.batch.run import Options, run
from extract.batch.work import run_task
from tests.batch.killing import contents

SETTINGS = ((1, "0"), (2, "1"), (4, "12345"))
"""Workers and PYTHONHASHSEED of each run."""


def inline(
    tasks: Iterable[Task],
    limits: Limits = Limits(),  # noqa: B008 - it is frozen
) -> Iterator[tuple[Task, Result]]:
    """The simplest engine: one document after another, in this process."""
    for task in tasks:
        for message in run_task(task, limits):
            if not isinstance(message, Reached):
                yield task, message


def start(inputs: list[Path], output: Path, workers: int, seed: str) -> subprocess.Popen[bytes]:
    options = ["--workers", str(workers), "--quiet", "--output", str(output)]
    command = [sys.executable, "-m", "extract", "run", *map(str, inputs), *options]
    return subprocess.Popen(command, env={**os.environ, "PYTHONHASHSEED": seed})


def test_runs_of_all_kinds_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    files = sorted(path for path in (root / "raw").iterdir() if path.name != "metadata.csv")
    orders = (files, files[::-1], files[1::2] + files[::2])
    runs = [
        start(order, tmp_path / f"{workers}", workers, seed)
        for order, (workers, seed) in zip(orders, SETTINGS, strict=True)
    ]
    run(Options([root / "raw"], tmp_path / "inline"), engine=inline)
    expected = contents(tmp_path / "inline")
    assert expected["documents.jsonl"].count(b"\n") > len(files)
    for process, (workers, _) in zip(runs, SETTINGS, strict=True):
        assert process.wait() == 0
        assert contents(tmp_path / f"{workers}") == expected
