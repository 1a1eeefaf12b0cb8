"""The Ray engine on a cluster of this machine; skipped where Ray is not installed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extract.batch import plan
from extract.batch.messages import Limits, Lines, Outcome, Result, Rows, Task
from extract.batch.run import Options, run
from extract.batch.survey import survey
from extract.schema import Metadata
from tests.batch.killing import contents
from tests.batch.tables import MAKERS
from tests.batch.test_determinism import inline

ray = pytest.importorskip("ray", reason="needs Ray: pip install 'press-extract[ray]'")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Two processors, so two processes that work on shards."""
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(60):
        (folder / f"{n}.txt").write_text(f"In May 20{n:02} Japan lent Kenya ${n + 1} million.")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


def workers() -> list[int]:
    """Processes of the cluster that work on shards."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"ray::work_on" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:  # it has ended
            continue
    return found


@pytest.mark.usefixtures("cluster")
def test_a_worker_killed_in_the_middle_loses_nothing(raw: Path, tmp_path: Path) -> None:
    from extract.batch.cluster import RayEngine

    engine = RayEngine("", Limits(), shard=5)
    killed: list[int] = []

    def watched(tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        for item in engine.run(tasks):
            if not killed and (alive := workers()):
                os.kill(alive[0], signal.SIGKILL)
                killed.append(alive[0])
                time.sleep(0.1)
            yield item

    summary = run(Options([raw], tmp_path / "ray"), engine=watched)
    run(Options([raw], tmp_path / "here"), engine=inline)
    assert killed
    assert summary.outcomes == {Outcome.DONE: 60, Outcome.FAILED: 1}
    assert contents(tmp_path / "ray") == contents(tmp_path / "here")


@pytest.mark.usefixtures("cluster")
def test_urls_give_what_the_files_give(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, make in MAKERS.items():
        make(raw / name)
    monkeypatch.setattr(plan, "survey", lambda path: survey(path, 300))
    run(Options([raw.as_uri()], tmp_path / "ray", cluster=""))
    run(Options([raw], tmp_path / "here"), engine=inline)
    assert contents(tmp_path / "ray") == contents(tmp_path / "here")


@pytest.mark.usefixtures("cluster")
def test_what_is_known_is_not_sent_again(raw: Path, tmp_path: Path) -> None:
    options = Options([raw], tmp_path / "out", cluster="")
    assert run(options).outcomes[Outcome.DONE] == 60
    (raw / "3.txt").write_text("In 2024 Norway gave Peru $3 million.")
    assert run(options).outcomes == {
        Outcome.UNCHANGED: 59,
        Outcome.DONE: 1,
        Outcome.FAILED: 1,
    }


def test_a_part_of_a_table_is_a_shard_of_its_own() -> None:
    from extract.batch.cluster import shards

    parts = [None, None, Lines(0, 9, 0), None, Rows(0, 9), None, None]
    tasks = [Task(f"{n}", "", "", "", "", Metadata(), part=part) for n, part in enumerate(parts)]
    keys = [[task.key for task in shard] for shard in shards(tasks, 2)]
    assert keys == [["0", "1"], ["2"], ["4"], ["3", "5"], ["6"]]
