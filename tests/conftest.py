"""Shared fixtures: the repository, and the measuring corpus where it is present."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the dev corpus; tests that need it skip where it is absent."""
    path = ROOT.parent / "shared" / "corpus" / "dev"
    if not (path / "gold.jsonl").is_file():
        pytest.skip("needs the dev corpus")
    return path
