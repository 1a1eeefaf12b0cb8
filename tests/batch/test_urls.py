"""Inputs under fsspec URLs give what the same files give; skipped where fsspec is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.batch import plan
from extract.batch.messages import Limits, Outcome
from extract.batch.run import Options, run
from extract.batch.survey import survey
from tests.batch.killing import contents
from tests.batch.tables import MAKERS
from tests.batch.test_determinism import inline

fsspec = pytest.importorskip("fsspec", reason="needs pip install 'press-extract[ray]'")
pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "grant.txt").write_text("In May 2024 Japan granted Kenya $5 million.")
    (folder / "donación.txt").write_text("En mayo de 2024 España donó 3 millones de euros al Perú.")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    for name, make in MAKERS.items():
        make(folder / name)
    return folder


@pytest.mark.parametrize("part", [300, 10**6])
def test_urls_give_what_the_files_give(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(plan, "survey", lambda path: survey(path, part))
    here = run(Options([raw], tmp_path / "here"), engine=inline)
    memory = fsspec.filesystem("memory")
    memory.put(str(raw), f"/press-{part}", recursive=True)
    for place, url in (("memory", f"memory://press-{part}"), ("file", raw.as_uri())):
        there = run(Options([url], tmp_path / place), engine=inline)
        assert contents(tmp_path / place) == contents(tmp_path / "here")
        assert there.outcomes == here.outcomes == {Outcome.DONE: 2, Outcome.FAILED: 4}


def test_a_file_over_the_size_limit_is_refused_and_a_table_streamed(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/large/text.txt", b"x" * 1_100_000)
    memory.pipe("/large/table.csv", b"text\n" + (b"x" * 9_999 + b"\n") * 110)
    options = Options(["memory://large"], tmp_path / "out")
    summary = run(options, engine=lambda tasks: inline(tasks, Limits(size=1)))
    assert summary.counts["documents"] == 110
    assert [(error.path, error.error) for error in summary.errors] == [
        ("text.txt", "LimitExceeded")
    ]
