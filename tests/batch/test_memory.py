"""Memory stays flat however many documents go through a process."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc

import pytest

from tests.batch.growing import grow, traced

PER_DOCUMENT = 1 / 10_000
"""Megabytes that may stay behind, on average."""


def test_nothing_stays_behind() -> None:
    count = 200
    grow(1000, 0, traced, seed=1)
    tracemalloc.start()
    try:
        assert grow(10, count, traced, seed=2) < count * PER_DOCUMENT
    finally:
        tracemalloc.stop()


@pytest.mark.torture
def test_50_000_documents() -> None:
    count = 50_000
    command = [sys.executable, "-m", "tests.batch.growing", "15000", str(count)]
    grown = float(subprocess.run(command, capture_output=True, check=True).stdout)
    sys.stderr.write(f"\n{grown:.2f} MB over {count:,} documents\n")
    assert grown < count * PER_DOCUMENT
