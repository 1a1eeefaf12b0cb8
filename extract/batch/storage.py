"""Writing so that nothing is ever torn: the only place where a run touches the disk to write.

A file is written beside its final name, flushed to the disk, then renamed over it. All of it goes
through the three functions below, so that a test can make the n-th of them fail.
"""

from __future__ import annotations

import contextlib
import os
from typing import IO, TYPE_CHECKING

from extract.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write(file: IO[bytes], data: bytes) -> None:
    """Write all of ``data``, however little the system takes at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def sync(file: IO[bytes]) -> None:
    """Have the operating system put what was written on the disk."""
    file.flush()
    os.fsync(file.fileno())


def rename(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target`` at once, and make that last."""
    source.replace(target)
    with contextlib.suppress(OSError, AttributeError):  # folders cannot be synced everywhere
        folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A file that appears under ``path`` complete, or not at all.

    What stood there before stays until the new content is on the disk.
    """
    scratch = path.with_name(f".{path.name}.part")
    try:
        with scratch.open("wb") as file:
            yield file
            sync(file)
        rename(scratch, path)
    finally:
        scratch.unlink(missing_ok=True)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that the system lets go when the process ends, however it ends.

    Raises:
        UsageError: another process holds it.
    """
    with path.open("w") as file:
        try:
            import fcntl
        except ImportError:  # not on this platform: two runs at once are the user's to avoid
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"another run is writing to {path.parent.parent}", hint="wait for it to end"
            ) from error
        yield
