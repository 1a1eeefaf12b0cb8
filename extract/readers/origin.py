"""What a reader is given: the bytes of one input, and the name they came under."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from extract.errors import LimitExceeded, ReadError
from extract.readers.limits import DEFAULT, MEGABYTE, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.schema import SourceText

    Reader = Callable[["Origin"], Iterator[SourceText]]
    """Turns one input into documents: one for most formats, many for tables of documents."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One input.

    Attributes:
        name: its file name; stem and suffix tell the id and the format.
        content: the bytes, the path of the file that holds them, or what opens them.
        limits: bounds on what is read.
        on_error: told of every row that cannot be read; without it the first one is raised.
        rows_before: rows of the table that come before this part of it (JSON Lines, CSV).
        rows: which rows of the table to read, from 0 (Parquet); ``None`` for all.
    """

    name: str
    content: bytes | Path | Callable[[], BinaryIO]
    limits: Limits = DEFAULT
    on_error: Callable[[ReadError], None] | None = None
    rows_before: int = 0
    rows: range | None = None

    @property
    def stem(self) -> str:
        """The name without its suffix: the id of a single document.

        Bytes of the name that are no UTF-8 are shown as U+FFFD: an id must be writable.
        """
        stem = PurePath(self.name).stem
        return stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    def open(self) -> BinaryIO:
        """The bytes as a stream.

        Raises:
            ReadError: the file is missing or may not be read.
        """
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            return self.content.open("rb") if isinstance(self.content, Path) else self.content()
        except OSError as error:
            raise _unreadable(error) from error

    def read(self) -> bytes:
        """All bytes.

        Raises:
            LimitExceeded: there are more than ``limits.size``.
            ReadError: the file is missing or may not be read.
        """
        try:
            with self.open() as stream:
                data = stream.read(self.limits.size + 1)
        except OSError as error:
            raise _unreadable(error) from error
        if len(data) > self.limits.size:
            raise LimitExceeded(
                f"larger than {self.limits.size // MEGABYTE} MB", hint="split the file"
            )
        return data

    def head(self, length: int = 4096) -> bytes:
        """The first bytes, enough to tell the format."""
        try:
            with self.open() as stream:
                return stream.read(length)
        except OSError as error:
            raise _unreadable(error) from error

    def report(self, error: ReadError) -> None:
        """Hand a row's error on, or raise it where nobody listens."""
        if self.on_error is None:
            raise error
        self.on_error(error)


def _unreadable(error: OSError) -> ReadError:
    reason = (error.strerror or type(error).__name__).lower()
    return ReadError(f"cannot be opened: {reason}", hint="check the path and its permissions")
