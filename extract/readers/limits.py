"""How large, deep and long an input may be before it is refused rather than read."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one hostile file from taking the machine.

    Nested elements need none: libxml2 builds no tree deeper than 256 levels, and pages that go
    deeper are read without one.

    Attributes:
        size: bytes of a file that is read whole; tables of documents are streamed and exempt.
        row: characters of one row of a table of documents.
        unpacked: bytes that a compressed file may unpack to, all its parts together.
        ratio: unpacked bytes per packed byte of a part larger than a megabyte.
        parts: files inside one archive, and parts of one e-mail.
        pages: pages of one PDF.
    """

    size: int = 256 * MEGABYTE
    row: int = 64 * MEGABYTE
    unpacked: int = 512 * MEGABYTE
    ratio: int = 200
    parts: int = 10_000
    pages: int = 5_000


DEFAULT = Limits()
