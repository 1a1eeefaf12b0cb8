"""Which reader reads what: by content first, by suffix second."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from extract.errors import UnsupportedFormat
from extract.readers.metadata import METADATA_FILE
from extract.readers.text import read_text

if TYPE_CHECKING:
    from extract.readers.origin import Origin, Reader

_BY_SUFFIX: dict[str, Reader] = {".txt": read_text, ".md": read_text}
SUFFIXES = frozenset(_BY_SUFFIX)


def can_read(name: str) -> bool:
    """Whether a file of this name is taken for a document when a folder is searched."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and path.name != METADATA_FILE


def reader_for(origin: Origin) -> Reader:
    """The reader of an input.

    Raises:
        UnsupportedFormat: no reader knows it.
    """
    try:
        return _BY_SUFFIX[origin.suffix]
    except KeyError:
        raise UnsupportedFormat(
            f"no reader for {origin.suffix or 'files without a suffix'}",
            hint=f"convert it to one of {', '.join(sorted(SUFFIXES))}",
        ) from None
