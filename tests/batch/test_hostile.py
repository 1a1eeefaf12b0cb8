"""A run over files made to hurt: each costs no more than its limits, and the rest is read."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extract.batch.inputs import printable
from extract.batch.messages import Limits, Result, Task
from extract.batch.pool import Pool
from extract.batch.run import Engine, Options, run
from extract.batch.summary import Summary
from tests.batch.hostile import READ, Hostile, hostile_files


def write(folder: Path, files: list[Hostile]) -> None:
    """The files, links that lead nowhere or in circles, a pipe, a file that cannot be read."""
    folder.mkdir()
    for file in files:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + file.name)).write_bytes(file.content)
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "nowhere.txt").symlink_to(folder / "nothing")
    (folder / "unreadable.txt").symlink_to("/proc/self/mem")
    os.mkfifo(folder / "pipe.txt")


def attack(
    tmp_path: Path, scale: int, limits: Limits, engine: Engine | None = None
) -> tuple[list[Hostile], Summary]:
    files = list(hostile_files(scale))
    write(tmp_path / "raw", files)
    options = Options([tmp_path / "raw"], tmp_path / "out", workers=2, limits=limits)
    return files, run(options, engine=engine)


class Timed:
    """One worker, and the seconds it takes for each file."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.seconds: dict[str, float] = defaultdict(float)

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        before = time.perf_counter()
        for task, message in Pool(1, self.limits).run(tasks):
            now = time.perf_counter()
            self.seconds[task.name] += now - before
            before = now
            yield task, message


def check(tmp_path: Path, files: list[Hostile], summary: Summary) -> None:
    errors = {error.path: error.error for error in summary.errors}
    lines = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    read = {document["source"]["path"] for document in documents}
    for file in files:
        name = printable(os.fsdecode(file.name))
        if file.errors and (name in errors or name not in read):
            assert errors.pop(name, None) in file.errors | {"TimeLimit"}, name
        else:
            assert name not in errors, (name, errors[name])
    assert set(errors) == {"itself.txt", "nowhere.txt", "unreadable.txt", "pipe.txt"}
    assert all(error.message and error.hint for error in summary.errors)
    assert "root:" not in "".join(lines)
    for document in documents:
        for entity in document["entities"]:
            assert document["text"][entity["start"] : entity["end"]] == entity["text"]


def test_each_costs_only_itself(tmp_path: Path) -> None:
    limits = Limits(seconds=6, megabytes=800)
    start = time.perf_counter()
    files, summary = attack(tmp_path, 1, limits)
    assert len(files) >= 24
    assert sum(file.errors == READ for file in files) < len(files)
    check(tmp_path, files, summary)
    assert time.perf_counter() - start < len(files) * limits.seconds


@pytest.mark.torture
def test_at_full_size(tmp_path: Path) -> None:
    timed = Timed(Limits(seconds=60))
    files, summary = attack(tmp_path, 50, timed.limits, timed.run)
    check(tmp_path, files, summary)
    ends = {error.path: error.error for error in summary.errors}
    for name, seconds in sorted(timed.seconds.items(), key=lambda item: -item[1]):
        sys.stderr.write(f"\n{seconds:8.2f} s  {ends.get(name, 'read'):18} {name!r}")
