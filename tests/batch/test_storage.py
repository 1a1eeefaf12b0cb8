"""A file appears complete or not at all, whichever step fails."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from extract.batch import storage


@pytest.mark.parametrize("step", ["write", "sync", "rename"])
def test_what_stood_there_stays_when_a_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old\n")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storage, step, fail)
    with pytest.raises(OSError, match="No space left"), storage.atomic(path) as file:
        storage.write(file, b"new\n")
    assert path.read_bytes() == b"old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_the_new_content_replaces_the_old(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old and longer\n")
    with storage.atomic(path) as file:
        storage.write(file, b"new\n")
    assert path.read_bytes() == b"new\n"


def test_short_writes_are_completed() -> None:
    class Trickle:
        def __init__(self) -> None:
            self.data = b""

        def write(self, data: memoryview) -> int:
            self.data += bytes(data[:3])
            return min(3, len(data))

    file = Trickle()
    storage.write(file, b"0123456789")  # type: ignore[arg-type]
    assert file.data == b"0123456789"
