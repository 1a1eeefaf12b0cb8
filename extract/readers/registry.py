"""Which reader reads what: by content first, by suffix second."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, UnsupportedFormat
from extract.readers.archive import checked_parts
from extract.readers.csv_documents import read_csv
from extract.readers.json_documents import read_json, read_jsonl
from extract.readers.mail import read_eml
from extract.readers.metadata import METADATA_FILE
from extract.readers.parquet_documents import read_parquet
from extract.readers.pdf import read_pdf
from extract.readers.text import read_text
from extract.readers.web import read_html
from extract.readers.word import read_docx

if TYPE_CHECKING:
    from extract.readers.origin import Origin, Reader

_TEXTS: dict[str, Reader] = {
    ".txt": read_text, ".text": read_text, ".md": read_text, ".markdown": read_text,
    ".html": read_html, ".htm": read_html, ".xhtml": read_html,
    ".eml": read_eml, ".mht": read_eml, ".mhtml": read_eml,
    ".json": read_json, ".jsonl": read_jsonl, ".ndjson": read_jsonl,
    ".csv": read_csv, ".tsv": read_csv,
}  # fmt: skip
_BINARIES: dict[str, Reader] = {".pdf": read_pdf, ".docx": read_docx, ".parquet": read_parquet}
SUFFIXES = frozenset(_TEXTS | _BINARIES)
"""Suffixes of the files that are taken for documents when a folder is searched."""

_HEAD = 2048
_PAGE = (b"<!doctype html", b"<html")
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = {
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"%!PS": "a PostScript file",
    b"SQLite format 3": "a database",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONVERT = "save it as .docx, .pdf or .txt"


def can_read(name: str) -> bool:
    """Whether a file of this name is taken for a document when a folder is searched.

    >>> can_read("2024/Release.PDF"), can_read("metadata.csv"), can_read("photo.png")
    (True, False, False)
    """
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and path.name != METADATA_FILE


def reader_for(origin: Origin) -> Reader:
    """The reader of an input.

    Raises:
        UnsupportedFormat: no reader knows the format.
        EncryptedFile: it is an encrypted Office file.
        DamagedFile: the suffix names a binary format, and the content is none.
        EmptyFile: the file is empty.
    """
    head = origin.head(_HEAD)
    if not head.strip():
        raise EmptyFile("the file is empty", hint="leave it out")
    return _by_content(origin, head) or _by_suffix(origin)


def _by_content(origin: Origin, head: bytes) -> Reader | None:
    if b"%PDF-" in head[:1024]:
        return read_pdf
    if head.startswith(b"PAR1"):
        return read_parquet
    if head.startswith(b"PARE"):
        raise EncryptedFile("the table is encrypted", hint="write it without a key")
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(origin)
    if head.startswith(_OLE):
        raise _of_ole(origin)
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise UnsupportedFormat(f"{what}, which no reader knows", hint=_CONVERT)
    is_page = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE)
    return read_html if is_page else None


def _of_archive(origin: Origin) -> Reader:
    parts = checked_parts(origin.read(), origin.limits)
    if "word/document.xml" in parts or origin.suffix == ".docx":
        return read_docx
    kind = next((name for part, name in _ARCHIVES.items() if part in parts), "an archive")
    raise UnsupportedFormat(f"{kind}, which no reader knows", hint=_CONVERT)


_ARCHIVES = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint file",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an EPUB book",
}


def _of_ole(origin: Origin) -> ReadError:
    """What is wrong with a file in the container of Office before 2007."""
    if _ENCRYPTED_OFFICE in origin.read():
        return EncryptedFile("the document is encrypted", hint="save a copy without a password")
    return UnsupportedFormat("an Office file of before 2007 (.doc, .xls, .ppt)", hint=_CONVERT)


def _by_suffix(origin: Origin) -> Reader:
    if origin.suffix in _BINARIES:
        raise DamagedFile(
            f"named {origin.suffix}, but holds no such document",
            hint="give it the suffix of what it is, or fetch it again",
        )
    if origin.suffix in _TEXTS:
        return _TEXTS[origin.suffix]
    raise UnsupportedFormat(
        f"no reader for {origin.suffix or 'files without a suffix'}",
        hint=f"convert it to one of {', '.join(sorted(SUFFIXES))}",
    )
