"""Readers: one module per format, all behind one protocol; files in, text and blocks out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.readers.limits import DEFAULT, Limits
from extract.readers.metadata import read_metadata
from extract.readers.origin import Origin
from extract.readers.registry import SUFFIXES, can_read, reader_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.errors import ReadError
    from extract.schema import Metadata, SourceText

__all__ = [
    "DEFAULT",
    "SUFFIXES",
    "Limits",
    "Origin",
    "can_read",
    "read",
    "read_bytes",
    "read_metadata",
    "read_origin",
]


def read(
    path: str | Path,
    *,
    metadata: Metadata | None = None,
    limits: Limits = DEFAULT,
    on_error: Callable[[ReadError], None] | None = None,
) -> Iterator[SourceText]:
    """The documents of a file: one for most formats, one per row or object for tables of them.

    The format is told by the content first and the suffix second, so a mislabelled file is read
    as what it is. Nothing is fetched: no link, image, entity or external reference is followed.

    Args:
        path: a file.
        metadata: facts that override the file's own.
        limits: bounds on size and pages.
        on_error: told of each row or object that cannot be read, which is then passed over;
            without it the first one ends the reading. Has no part in errors of the whole file.

    Returns:
        An iterator; large tables are streamed.

    Raises:
        ReadError: the file cannot be read, see ``extract.errors``. Raised at the first document.
    """
    path = Path(path)
    return read_origin(Origin(path.name, path, limits, on_error), metadata)


def read_bytes(
    data: bytes,
    name: str,
    *,
    metadata: Metadata | None = None,
    limits: Limits = DEFAULT,
    on_error: Callable[[ReadError], None] | None = None,
) -> Iterator[SourceText]:
    """The same for bytes from elsewhere; ``name`` gives the id and helps to tell the format.

    >>> next(read_bytes(b"USAID signed a grant.", "grant.txt")).id
    'grant'
    """
    return read_origin(Origin(name, data, limits, on_error), metadata)


def read_origin(origin: Origin, metadata: Metadata | None = None) -> Iterator[SourceText]:
    """The same for what is described in full, for instance a part of a table.

    Raises:
        ReadError: it cannot be read. Raised at the first document.
    """
    for document in reader_for(origin)(origin):
        if metadata is None:
            yield document
        else:
            yield replace(document, metadata=document.metadata.updated(metadata))
