"""A run killed at any moment goes on where it stopped, and ends as if nothing had happened."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from bench.texts import generate
from extract.batch.messages import Outcome
from extract.batch.run import Options, run
from tests.batch.killing import (
    FILES,
    contents,
    kill_light_run,
    kill_real_run,
    real_command,
    size,
)
from tests.batch.runs import engine
from tests.batch.test_determinism import inline

KILLS = 100
DOCUMENTS = 200


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(DOCUMENTS):
        lines = [f"line {n}.{i}" for i in range(n % 4)] + ["BAD"] * (n % 7 == 0)
        (folder / f"doc-{n:03}.txt").write_text("\n".join(lines))
    return folder


def test_killed_at_100_random_moments_of_200_documents(raw: Path, tmp_path: Path) -> None:
    start = time.perf_counter()
    run(Options([raw], tmp_path / "whole"), engine=engine)
    longest = 1.5 * (time.perf_counter() - start)
    expected = contents(tmp_path / "whole")
    moments = random.Random(7)  # noqa: S311 - no secret
    killed = trials = 0
    while killed < KILLS:
        trials += 1
        output = tmp_path / f"out-{trials}"
        for _ in range(moments.randint(1, 5)):
            killed += kill_light_run(raw, output, moments.random() * longest)
            whole = [name for name in FILES if (output / name).exists()]
            assert all((output / name).read_bytes() == expected[name] for name in whole)
        summary = run(Options([raw], output), engine=engine)
        assert contents(output) == expected
        assert summary.seen == sum(summary.outcomes.values()) == DOCUMENTS
        assert sorted(path.name for path in output.iterdir()) == [".extract", *sorted(FILES)]
        shutil.rmtree(output)


def test_the_real_run_killed_in_the_middle(root: Path, tmp_path: Path) -> None:
    raw, output = root / "raw", tmp_path / "out"
    run(Options([raw], tmp_path / "whole"), engine=inline)
    grown = size(tmp_path / "whole" / ".extract" / "journal")
    assert kill_real_run(raw, output, grown // 3)
    subprocess.run(real_command(raw, output), check=True)
    assert contents(output) == contents(tmp_path / "whole")
    again = run(Options([raw], output), engine=engine)
    assert again.outcomes.keys() <= {Outcome.UNCHANGED, Outcome.DUPLICATE}


@pytest.mark.torture
def test_500_kills_of_a_long_run(root: Path, tmp_path: Path) -> None:
    torture(root / "raw", tmp_path, documents=2_000, kills=500)


def torture(source: Path, folder: Path, documents: int, kills: int) -> None:
    """Kill a real run again and again, each time after a few more documents or before the first."""
    raw, output = folder / "raw", folder / "out"
    raw.mkdir()
    for number, text in enumerate(generate(source, documents)):
        (raw / f"{number:05}.txt").write_text(text, encoding="utf-8")
    subprocess.run(real_command(raw, folder / "whole"), check=True)
    grown = size(folder / "whole" / ".extract" / "journal")
    moments = random.Random(11)  # noqa: S311 - no secret
    met = sum(
        kill_real_run(raw, output, int(moments.uniform(-0.5, 1.5) * grown / kills))
        for _ in range(kills)
    )
    subprocess.run(real_command(raw, output), check=True)
    assert contents(output) == contents(folder / "whole")
    assert met > kills // 2
