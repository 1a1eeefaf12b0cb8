"""Plain text and Markdown: the file's own characters, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.readers.assemble import from_text
from extract.readers.decode import decode, require_text
from extract.readers.front_matter import front_matter
from extract.schema import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.readers.origin import Origin
    from extract.schema import SourceText

_MARKDOWN = {".md", ".markdown"}


def read_text(origin: Origin) -> Iterator[SourceText]:
    r"""The one document of a text file; only a byte-order mark and ``\r`` are not kept.

    Raises:
        NoText: the file is empty.
        DamagedFile: it is no text.
    """
    text = require_text(decode(origin.read()))
    if origin.suffix in _MARKDOWN:
        yield from_text(origin, text, front_matter(text), media_type="text/markdown")
    else:
        yield from_text(origin, text, Metadata(), media_type="text/plain")
