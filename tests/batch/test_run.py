"""Runs: what comes out, what is not done twice, and that no failing write loses anything."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extract.batch import storage
from extract.batch.messages import Outcome, Result, Task
from extract.batch.run import Options, run
from extract.batch.summary import Summary
from extract.errors import UsageError
from tests.batch.runs import engine

FILES = ("documents.jsonl", "records.jsonl", "errors.jsonl")


def contents(output: Path) -> dict[str, bytes]:
    return {name: (output / name).read_bytes() for name in FILES}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(6):
        (folder / f"doc-{n}.txt").write_text("".join(f"line {n}.{i}\n" for i in range(n)))
    (folder / "copy.txt").write_text((folder / "doc-5.txt").read_text())
    (folder / "half.txt").write_text("good\nBAD\n")
    return folder


def go(raw: Path, output: Path, engine: object = engine) -> Summary:
    return run(Options([raw], output), engine=engine)  # type: ignore[arg-type]


def test_every_input_has_one_outcome_and_the_files_hold_all(raw: Path, tmp_path: Path) -> None:
    summary = go(raw, tmp_path / "out")
    assert summary.outcomes == {
        Outcome.DONE: 5,
        Outcome.EMPTY: 1,
        Outcome.DUPLICATE: 1,
        Outcome.FAILED: 1,
    }
    assert summary.seen == 8
    assert summary.duplicates == {"doc-5.txt": "copy.txt"}
    assert [error.message for error in summary.errors] == ["bad line"]
    assert summary.counts == {"documents": 16, "DATE": 16}
    documents = contents(tmp_path / "out")["documents.jsonl"].splitlines()
    assert documents[0] == b"copy line 5.0"
    assert documents[-1] == b"half good"


def test_a_second_run_works_only_on_what_is_new_or_changed_or_ran_into_a_limit(
    raw: Path, tmp_path: Path
) -> None:
    (raw / "slow.txt").write_text("good too\nSLOW\n")
    go(raw, tmp_path / "out")
    (raw / "doc-4.txt").write_text("changed\n")
    (raw / "doc-3.txt").unlink()
    (raw / "new.txt").write_text("new\n")
    worked: list[str] = []

    def watching(tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        for task, message in engine(tasks):
            worked.append(task.name)
            yield task, message

    summary = go(raw, tmp_path / "out", watching)
    assert set(worked) == {"doc-4.txt", "new.txt", "slow.txt"}
    assert summary.outcomes[Outcome.FAILED] == 2
    assert summary.outcomes[Outcome.UNCHANGED] == 4
    documents = contents(tmp_path / "out")["documents.jsonl"]
    assert b"line 3." not in documents
    go(raw, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_fresh_forgets(raw: Path, tmp_path: Path) -> None:
    go(raw, tmp_path / "out")
    summary = run(Options([raw], tmp_path / "out", fresh=True), engine=engine)
    assert summary.outcomes[Outcome.UNCHANGED] == 0


def test_a_run_that_fails_at_any_write_can_go_on(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(raw, tmp_path / "whole")
    expected = contents(tmp_path / "whole")
    calls = 0
    fail_at = 0
    for step in ("write", "sync", "rename"):
        original = getattr(storage, step)

        def faulty(*args: object, original: object = original) -> None:
            nonlocal calls
            calls += 1
            if calls == fail_at:
                raise OSError(errno.ENOSPC, "No space left on device")
            original(*args)  # type: ignore[operator]

        monkeypatch.setattr(storage, step, faulty)
    go(raw, tmp_path / "count")
    steps = calls
    assert steps > 30
    for fail_at in range(1, steps + 1):
        calls = 0
        output = tmp_path / f"out-{fail_at}"
        with pytest.raises(OSError, match="No space left"):
            go(raw, output)
        for name in FILES:
            if (output / name).exists():
                assert (output / name).read_bytes() == expected[name]
        calls = -(10**9)
        go(raw, output)
        assert contents(output) == expected, f"failed at step {fail_at}"
        assert sorted(path.name for path in output.iterdir()) == sorted([".extract", *FILES])


def test_torn_writes_are_cut_off(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(raw, tmp_path / "whole")
    write = storage.write

    def torn(file: object, data: bytes) -> None:
        if b"line 4.2" in data:
            write(file, data[: len(data) // 2])  # type: ignore[arg-type]
            raise OSError(errno.EIO, "Input/output error")
        write(file, data)  # type: ignore[arg-type]

    monkeypatch.setattr(storage, "write", torn)
    with pytest.raises(OSError, match="Input/output error"):
        go(raw, tmp_path / "out")
    monkeypatch.undo()
    go(raw, tmp_path / "out")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_two_runs_into_one_folder_exclude_each_other(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / ".extract").mkdir(parents=True)
    with (
        storage.locked(tmp_path / "out" / ".extract" / "lock"),
        pytest.raises(UsageError, match="another run"),
    ):
        go(raw, tmp_path / "out")


def test_the_order_of_inputs_does_not_matter(raw: Path, tmp_path: Path) -> None:
    paths = sorted(raw.iterdir())
    run(Options(paths, tmp_path / "a"), engine=engine)
    run(Options(paths[::-1], tmp_path / "b"), engine=engine)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
