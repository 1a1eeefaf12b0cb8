"""PDF by pdfium: lines joined to paragraphs, each with its page; running heads left out."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText
from extract.readers.assemble import from_pieces
from extract.readers.columns import in_reading_order
from extract.readers.paragraphs import to_pieces
from extract.readers.pdf_lines import page_lines
from extract.readers.running_heads import without_running_heads
from extract.readers.streams import check_streams
from extract.schema import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

    from extract.readers.origin import Origin
    from extract.readers.pdf_lines import Line
    from extract.schema import SourceText

_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_PASSWORD = "password"  # noqa: S105 - what pdfium's message says, not a secret
_LETTERS_PER_PAGE = 10


def read_pdf(origin: Origin) -> Iterator[SourceText]:
    """The one document of a PDF file.

    Raises:
        EncryptedFile: it needs a password.
        DamagedFile: pdfium finds no document in it.
        NoText: its pages are pictures.
        LimitExceeded: it has more pages, or unpacks to more, than the limits allow.
    """
    document = _open(origin)
    try:
        pages = _pages(document, origin.limits.pages)
        stated = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    yield from_pieces(
        origin,
        to_pieces(without_running_heads(pages)),
        Metadata(),
        media_type="application/pdf",
        fallback=Metadata(published=_created(stated.get("CreationDate", ""))),
    )


def _open(origin: Origin) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    data = origin.read()
    check_streams(data, origin.limits)
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise EncryptedFile(
                "the PDF is encrypted", hint="save a copy without a password"
            ) from error
        raise DamagedFile("the PDF is damaged or cut short", hint="fetch it again") from error


def _pages(document: PdfDocument, limit: int) -> list[list[Line]]:
    count = len(document)
    if count > limit:
        raise LimitExceeded(f"has {count:,} pages, more than {limit:,}", hint="split the file")
    pages = [_page(document, number) for number in range(1, count + 1)]
    letters = sum(map(str.isalnum, "".join(line.text for lines in pages for line in lines)))
    if letters < _LETTERS_PER_PAGE * min(count, 2):
        raise NoText(
            f"a scan: {count} page{'s' * (count != 1)} without text",
            hint="run optical character recognition on it first, for instance ocrmypdf",
        )
    return pages


def _page(document: PdfDocument, number: int) -> list[Line]:
    from pypdfium2 import PdfiumError

    try:
        page = document[number - 1]
    except PdfiumError as error:
        raise DamagedFile(f"page {number} of the PDF is damaged", hint="fetch it again") from error
    try:
        return in_reading_order(page_lines(page, number))
    finally:
        page.close()


def _created(stamp: str) -> dt.date | None:
    """The date of a PDF time stamp, ``D:YYYYMMDDHHmmSS…`` (ISO 32000-1, 7.9.4)."""
    match = _DATE.match(stamp)
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
