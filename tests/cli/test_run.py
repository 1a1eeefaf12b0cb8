"""What ``extract run`` says to a person when something is not as it should be."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.batch import storage, version
from tests.commands import Done, extract

RELEASE = "In May 2024 Japan granted Kenya $5 million.\n"
NOTA = "En mayo de 2024 España donó 3 millones de euros al Perú.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "release.txt").write_text(RELEASE)
    (folder / "nota.txt").write_text(NOTA)
    return folder


def go(raw: Path, *options: str | Path) -> Done:
    return extract("run", raw, "--workers", "1", *options)


def test_an_empty_folder_leaves_the_output_as_it_was(raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert go(raw, "-o", out).returncode == 0
    before = (out / "documents.jsonl").read_bytes()
    for file in raw.iterdir():
        file.unlink()
    done = go(raw, "-o", out)
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: nothing to read in {raw}\nhint: name files, or folders")
    assert (out / "documents.jsonl").read_bytes() == before


def test_a_file_that_cannot_be_read_is_named_and_the_rest_read(raw: Path, tmp_path: Path) -> None:
    (raw / "secret.txt").symlink_to("/proc/self/mem")
    done = go(raw, "-o", tmp_path / "out", "-q")
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "failed: secret.txt: Input/output error",
        "        check the file and its permissions",
    ]
    assert (tmp_path / "out" / "documents.jsonl").read_bytes().count(b"\n") == 2


def test_nothing_new_is_said_to_be_so(raw: Path, tmp_path: Path) -> None:
    go(raw, "-o", tmp_path / "out")
    done = go(raw, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "nothing new: all inputs are as they were; --fresh reads them anew" in done.stderr


def test_other_rules_read_all_anew_and_say_so(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(raw, "-o", tmp_path / "out")
    monkeypatch.setattr("extract.batch.run.rules_version", lambda: "other")
    monkeypatch.setattr("extract.batch.plan.rules_version", lambda: "other")
    changed = "rules or resources have changed since the last run: all was read anew"
    for expected in (True, False):
        assert (changed in go(raw, "-o", tmp_path / "out").stderr) is expected
    assert version.rules_version() != "other"


def test_no_workers_are_one_for_each_processor(raw: Path, tmp_path: Path) -> None:
    assert extract("run", raw, "-o", tmp_path / "out", "--workers", "0", "-q").returncode == 0
    refused = extract("run", raw, "-o", tmp_path / "out", "--workers", "-1")
    assert refused.returncode == 2
    assert "'--workers'" in refused.stderr


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.ENOSPC, "what is done is kept: make room, then run the same command again to go on"),
        (errno.EACCES, "check the folder, or name another one with --output"),
    ],
)
def test_an_output_that_cannot_be_written(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(storage, "write", fail)
        done = go(raw, "-o", out)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first == f"error: cannot write to {out}: {os.strerror(code)}"
    assert hint in second
    assert go(raw, "-o", out).returncode == 0


def test_an_output_folder_that_is_a_file(raw: Path) -> None:
    done = go(raw, "-o", raw / "nota.txt")
    assert done.returncode == 1
    assert "cannot write to" in done.stderr
    assert "--output" in done.stderr


@pytest.mark.parametrize("inside", ["", "results", "results/latest"])
def test_the_output_is_never_taken_for_input(raw: Path, inside: str) -> None:
    out = raw / inside
    assert go(raw, "-o", out).returncode == 0
    first = (out / "documents.jsonl").read_bytes()
    done = go(raw, "-o", out)
    assert "nothing new" in done.stderr
    assert (out / "documents.jsonl").read_bytes() == first


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("foo://bar/press", "check the address"),
        ("memory://nothing/here", "name files or folders"),
        ("s3://bucket/press", "pip install what it names"),
    ],
)
def test_a_url_that_leads_nowhere(tmp_path: Path, url: str, hint: str) -> None:
    pytest.importorskip("fsspec", reason="needs pip install 'press-extract[ray]'")
    done = extract("run", url, "-o", tmp_path / "out")
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert url in first
    assert hint in second
    assert not (tmp_path / "out").exists()


def test_rows_that_fail_alike_are_one_line(raw: Path, tmp_path: Path) -> None:
    (raw / "gold.jsonl").write_text('{"id": "a", "records": []}\n' * 38)
    (raw / "mixed.csv").write_text(f"text,id\n{RELEASE.strip()},1\n,2\n,3\n")
    done = go(raw, "-o", tmp_path / "out", "-q")
    assert done.returncode == 3
    assert done.stderr.splitlines()[::2] == [
        "failed: gold.jsonl: row 1: no text (and 37 more like it)",
        "failed: mixed.csv: row 2: no text (and 1 more like it)",
    ]
    assert (tmp_path / "out" / "errors.jsonl").read_bytes().count(b"\n") == 40


@pytest.mark.parametrize("quiet", [[], ["-q"]])
def test_interrupted_it_says_how_to_go_on(raw: Path, tmp_path: Path, quiet: list[str]) -> None:
    for number in range(2_000):
        (raw / f"{number}.txt").write_text(f"{RELEASE} {number} {NOTA}")
    journal = tmp_path / "out" / ".extract" / "journal"
    command = [
        sys.executable,
        "-m",
        "extract",
        "run",
        str(raw),
        "-o",
        str(tmp_path / "out"),
        *quiet,
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not journal.exists() or not journal.stat().st_size:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does: to the workers, too
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    lines = [line for line in said.splitlines() if "/2002" not in line]
    assert lines == ["stopped; run the same command again to go on from here"]
