"""One pass over an input before the run: its hash, and the parts it is worked on in."""

from __future__ import annotations

import errno
import hashlib
import io
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extract.batch.parts import row_parts, text_parts
from extract.batch.remote import is_url, open_remote
from extract.errors import ReadError
from extract.readers import Origin
from extract.readers.parquet_documents import read_parquet, row_groups
from extract.readers.registry import reader_for

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from extract.batch.messages import Part
    from extract.readers.origin import Reader

PART = 8 << 20
"""Bytes of a table that one worker takes at a time."""
_CHUNK = 1 << 20


def survey(path: Path | str, part: int = PART) -> tuple[str, list[Part]]:
    """SHA-256 of a file's bytes, and the parts of about ``part`` bytes it is worked on in.

    Args:
        path: a file, or an fsspec URL.
        part: bytes of a part; of the rows as they are unpacked, for Parquet.

    Returns:
        Hexadecimal digits, and at least two parts, or none for what is read as a whole.

    Raises:
        OSError: it cannot be read, or is a pipe or a device, which may have no end.
    """
    with open_stream(path) as stream:
        hashed = _Hashed(stream)
        file = io.BufferedReader(hashed, _CHUNK)
        head = file.peek(_CHUNK)
        reader = _reader(Path(path).name, head)
        parts: list[Part] = []
        with suppress(ReadError):  # the worker that reads it will say so
            parts += text_parts(reader, head, file, part)
        while file.read(_CHUNK):
            pass
    with suppress(ReadError):
        if reader is read_parquet:
            parts += row_parts(row_groups(Origin("", partial(open_stream, path))), part)
    return hashed.sha256.hexdigest(), parts if len(parts) > 1 else []


def digest(path: Path | str) -> str:
    """SHA-256 of a file's bytes, as hex digits.

    Raises:
        OSError: as :func:`survey`.
    """
    return survey(path)[0]


def open_stream(path: Path | str) -> BinaryIO:
    """The bytes of a file or URL.

    Raises:
        OSError: it cannot be read, or is a pipe or a device.
    """
    if is_url(path):
        return open_remote(str(path))
    path = Path(path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    return path.open("rb")


class _Hashed(io.RawIOBase):
    """A stream that hashes what is read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.sha256 = hashlib.sha256()

    def readable(self) -> bool:
        """Streams are told apart by this."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer, as far as there is something to fill it with."""
        view = memoryview(buffer)
        data = self.stream.read(len(view))
        view[: len(data)] = data
        self.sha256.update(data)
        return len(data)


def _reader(name: str, head: bytes) -> Reader | None:
    try:
        return reader_for(Origin(name, head))
    except ReadError:
        return None
