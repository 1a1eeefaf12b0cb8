"""Encodings, newlines and text files."""

from __future__ import annotations

import codecs
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import DamagedFile, NoText
from extract.readers import read_bytes
from extract.readers.decode import decode
from extract.schema import Metadata, SourceText

SPANISH = (
    "La Secretaría de Relaciones Exteriores anunció la donación de 5 millones de euros; «el año"
    " próximo», dijo la señora Núñez, habrá más cooperación técnica con el Perú."
)
ENGLISH = "The ministry’s loan – €5 million – was signed in “São Tomé”, naïvely or not."


def read_text(data: bytes, name: str = "note.txt") -> SourceText:
    return next(read_bytes(data, name))


@pytest.mark.parametrize("text", [SPANISH, ENGLISH, SPANISH * 400])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "mac_roman", "cp850"])
def test_spanish_in_encodings_of_the_past(encoding: str) -> None:
    assert decode(SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_byte_order_marks(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("\ufeffloan".encode(), "loan"),
        ("más ".encode() * 9 + b"a\xf1o", "más " * 9 + "año"),
        (b"\x93loan\x94 \x96 \x8050 million", "“loan” – €50 million"),
        (b"50\xa0million", "50\xa0million"),
        (b"loan\x00of 5", "loan\x00of 5"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("año".encode("latin-1"), "iso-8859-1", "año"),
        (b"\x93loan\x94", "us-ascii", "“loan”"),
        ("año".encode(), "iso-8859-1", "año"),
        ("año".encode("mac_roman"), "macintosh", "año"),
        ("año".encode("latin-1"), "no-such-thing", "año"),
        ("año".encode("latin-1"), "utf-8", "año"),
    ],
)
def test_declared_encodings_are_believed_where_they_can_be_true(
    data: bytes, declared: str, text: str
) -> None:
    assert decode(data, declared) == text


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859-7"])
def test_other_languages_are_left_to_the_detector(encoding: str) -> None:
    texts = {
        "cp1251": "Министерство иностранных дел подписало соглашение о сотрудничестве.",
        "iso8859-7": "Η κυβέρνηση υπέγραψε συμφωνία συνεργασίας με την τράπεζα.",
    }
    assert decode(texts[encoding].encode(encoding) * 5) == texts[encoding] * 5


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    text = decode(data)
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\r\ufeff\x00", exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


def test_markdown_stays_verbatim() -> None:
    markdown = "# Aid to farmers\n\nAbout \\$320 million<sup>1</sup> from **USAID**.\n"
    document = read_text(markdown.encode(), "aid-note.md")
    assert (document.text, document.id) == (markdown, "aid-note")
    assert document.metadata.title == "Aid to farmers"
    assert document.media_type == "text/markdown"


def test_front_matter_of_markdown() -> None:
    head = "---\ntitle: 'Loan to Peru'\nlang: es\ntags: [a, b]\ndate: 2024-03-05 10:00:00\n---\n"
    metadata = read_text(f"{head}\nEl banco prestó 5 millones.".encode(), "a.md").metadata
    assert metadata == Metadata(dt.date(2024, 3, 5), language="es", title="Loan to Peru")


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"-- ... --", b"\x00" * 50])
def test_without_letters_there_is_no_text(data: bytes) -> None:
    with pytest.raises(NoText):
        read_text(data)


def test_binary_data_is_no_text() -> None:
    with pytest.raises(DamagedFile, match="binary"):
        read_text(bytes(range(256)) * 40)


def test_a_line_of_fifty_megabytes() -> None:
    document = read_text(b"The bank lent 5 million dollars to Peru. " * 1_250_000)
    assert len(document.text) > 50_000_000
