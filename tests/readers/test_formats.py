"""Formats told by content and suffix; what no reader takes; the real files of the corpus."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    LimitExceeded,
    NoText,
    ReadError,
    UnsupportedFormat,
)
from extract.readers import SUFFIXES, Limits, can_read, read, read_bytes
from extract.readers.layout import find_blocks
from extract.readers.title import title_of
from extract.schema import SourceText
from tests.readers.files import column, pdf, with_part, word_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf([column(["The loan was signed in Lima."])]), "application/pdf"),
        (b"<!DOCTYPE html><p>The loan was signed in Lima.</p>", "text/html"),
        (b"\n <html><p>The loan was signed in Lima.</p>", "text/html"),
        (word_of("The loan was signed in Lima."), "application/vnd.openxmlformats-officedocument"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.html", "a.bin", "a", "a.csv"])
def test_content_decides_before_the_name(data: bytes, media_type: str, name: str) -> None:
    (document,) = read_bytes(data, name)
    assert document.text == "The loan was signed in Lima."
    assert document.media_type.startswith(media_type)
    assert document.id == "a"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", "a.pdf", EmptyFile),
        (b" \n", "a.docx", EmptyFile),
        (b"The loan was signed.", "a.pdf", DamagedFile),
        (b"The loan was signed.", "a.docx", DamagedFile),
        (b"The loan was signed.", "a.xyz", UnsupportedFormat),
        (b"The loan was signed.", "a", UnsupportedFormat),
        (b"%PDF-1.7\n%%EOF", "a.pdf", DamagedFile),
        (b"PK\x03\x04 and no more", "a.docx", DamagedFile),
        (OLE + bytes(600), "a.doc", UnsupportedFormat),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", EncryptedFile),
        (b"{\\rtf1 The loan was signed.}", "a.doc", UnsupportedFormat),
        (b"{\\rtf1 The loan was signed.}", "a.txt", UnsupportedFormat),
        (b"\x89PNG\r\n\x1a\n", "a.png", UnsupportedFormat),
        (b"\x1f\x8b\x08\x00", "a.txt", UnsupportedFormat),
        (with_part(word_of("x"), "xl/workbook.xml", b"<x/>"), "a.docx", None),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str, kind: type[ReadError] | None) -> None:
    if kind is None:
        assert [document.text for document in read_bytes(data, name)] == ["x"]
        return
    with pytest.raises(kind) as caught:
        list(read_bytes(data, name))
    assert type(caught.value) is kind
    assert caught.value.hint
    assert "\n" not in caught.value.message + caught.value.hint


def test_files_larger_than_allowed() -> None:
    with pytest.raises(LimitExceeded, match="larger than 1 MB"):
        list(read_bytes(b"loan " * 300_000, "a.txt", limits=Limits(size=1 << 20)))


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError, match="cannot be opened"):
            list(read(path))


@pytest.mark.parametrize("name", ["a b.txt", "a'\"b.md", "a\nb.txt", "año 2024.txt", "a.tar.TXT"])
def test_file_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("The loan was signed.")
    (document,) = read(tmp_path / name)
    assert document.id == Path(name).stem


def test_file_names_that_are_no_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xf1o.txt"))
    path.write_text("The loan was signed.")
    (document,) = read(path)
    assert document.id == "a\ufffdo"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", True), ("b/A.PDF", True), ("metadata.csv", False), ("a.doc", False), ("txt", False)],
)
def test_can_read(name: str, expected: bool) -> None:
    assert can_read(name) is expected


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(sorted(SUFFIXES)),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b'{"text": "', b"text\n", OLE]),
)
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str, magic: bytes) -> None:
    documents: list[SourceText] = []
    with suppress(ReadError):
        documents.extend(read_bytes(magic + data, f"a{suffix}"))
    for document in documents:
        ends = [0, *(at for block in document.blocks for at in (block.start, block.end))]
        assert ends == sorted(ends)
        assert ends[-1] <= len(document.text)
        document.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Japan funds a *port*\n\nThe grant was signed.", "Japan funds a port"),
        ("March 5, 2024\n\nU.S. – Peru Trade\n\nToday …", "U.S. – Peru Trade"),
        ("NEWS RELEASE\n\nContact: Press Office\n\nBank lends to Peru", "Bank lends to Peru"),
        ("Comunicado de prensa\n\nEspaña dona clínicas\n\nMadrid.", "España dona clínicas"),
        (
            "Website: www.bank.example\n\nPRESS RELEASE\n\nBank lends to Peru\n\nIt …",
            "Bank lends to Peru",
        ),
        ("word " * 100, None),
        ("", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert title_of(text, find_blocks(text)) == title


@pytest.fixture(scope="module")
def formats(corpus: Path) -> Path:
    return corpus.parent / "formats"


def real(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if "scan" not in path.name)


@pytest.mark.parametrize("pattern", ["*.pdf", "*.docx", "*.html"])
def test_real_files_are_read_with_date_and_title(formats: Path, pattern: str) -> None:
    for path in real(formats, pattern):
        (document,) = read(path)
        assert len(document.text) > 1000, path.name
        assert document.metadata.title, path.name
        assert document.metadata.published, path.name
        assert len(document.blocks) > 5, path.name
        for furniture in ("cookie", "Skip to main content", "JavaScript", "Twitter", "function("):
            assert furniture not in document.text, path.name


def test_real_scan_and_legacy_document(formats: Path) -> None:
    for pattern, kind in (("*scan*", NoText), ("*.doc", UnsupportedFormat)):
        for path in formats.glob(pattern):
            with pytest.raises(kind):
                list(read(path))
