"""Word documents: reading order, layout, what is hidden, hostile archives."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pytest

from extract.errors import DamagedFile, LimitExceeded, NoText, ReadError
from extract.readers import Limits, read_bytes
from extract.schema import BlockKind, SourceText
from tests.readers.files import part_of, with_part, word, word_of

BODY = "word/document.xml"


def read_word(data: bytes, name: str = "release.docx", limits: Limits | None = None) -> SourceText:
    return next(read_bytes(data, name, limits=limits or Limits()))


def blocks(document: SourceText) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_paragraphs_lists_and_tables_in_reading_order() -> None:
    document = docx.Document()
    document.add_heading("Korea lends to Kenya", level=1)
    document.add_paragraph("The loan comes in two parts:")
    document.add_paragraph("a road", style="List Bullet")
    document.add_paragraph("a bridge", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Part", "Amount", "Road", "KRW 5 billion"], strict=True):
        cell.text = text
    document.add_paragraph("Both are due in 2027.")
    read = read_word(word(document))
    assert blocks(read) == [
        (BlockKind.HEADING, "Korea lends to Kenya"),
        (BlockKind.PARAGRAPH, "The loan comes in two parts:"),
        (BlockKind.LIST_ITEM, "a road"),
        (BlockKind.LIST_ITEM, "a bridge"),
        (BlockKind.TABLE_CELL, "Part"),
        (BlockKind.TABLE_CELL, "Amount"),
        (BlockKind.TABLE_CELL, "Road"),
        (BlockKind.TABLE_CELL, "KRW 5 billion"),
        (BlockKind.PARAGRAPH, "Both are due in 2027."),
    ]
    assert "Part\tAmount\nRoad\tKRW 5 billion" in read.text
    assert read.metadata.title == "Korea lends to Kenya"


def test_bold_lines_are_headings_and_breaks_stay() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Embassy of Korea").bold = True
    document.add_paragraph("Nairobi,\t5 March 2024\nThe loan was signed.")
    assert blocks(read_word(word(document))) == [
        (BlockKind.HEADING, "Embassy of Korea"),
        (BlockKind.PARAGRAPH, "Nairobi, 5 March 2024\nThe loan was signed."),
    ]


def test_deleted_words_and_field_codes_are_left_out_and_boxes_read_once() -> None:
    data = word_of("The loan was PLACE signed.")
    xml = part_of(data, BODY).decode()
    hidden = (
        "</w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>duly</w:t></w:r></w:ins>"
        "<w:r><mc:AlternateContent xmlns:mc="
        '"http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent>'
        "<w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t xml:space='preserve'>"
    )
    read = read_word(with_part(data, BODY, xml.replace("PLACE", hidden).encode()))
    assert [text for _, text in blocks(read)] == ["The loan was duly signed.", "Box"]


def test_footnotes_follow_the_text() -> None:
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = word_of("The loan was signed.")
    linked = (
        part_of(data, rels)
        .decode()
        .replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        )
    )
    types = (
        part_of(data, "[Content_Types].xml")
        .decode()
        .replace(
            "</Types>",
            '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.footnotes+xml"/></Types>',
        )
    )
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:footnote><w:p><w:r><w:t>Worth $5 million.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    for name, content in (
        (rels, linked),
        ("[Content_Types].xml", types),
        ("word/footnotes.xml", notes),
    ):
        data = with_part(data, name, content.encode())
    assert [text for _, text in blocks(read_word(data))] == [
        "The loan was signed.",
        "Worth $5 million.",
    ]


def test_properties_are_a_last_resort() -> None:
    document = docx.Document()
    document.add_paragraph("the loan was signed in haste, " * 20)
    document.core_properties.created = dt.datetime(2024, 3, 5, 9, 0)
    document.core_properties.title = "A hasty loan"
    metadata = read_word(word(document)).metadata
    assert (metadata.published, metadata.title) == (dt.date(2024, 3, 5), "A hasty loan")


def test_a_word_file_under_another_name() -> None:
    assert read_word(word_of("The loan was signed."), "release.pdf").text == "The loan was signed."


def test_entities_are_not_resolved() -> None:
    data = word_of("Loan PLACE signed.")
    xml = part_of(data, BODY).decode()
    declared = xml.replace(
        "?>", '?><!DOCTYPE d [<!ENTITY a "BOMB"><!ENTITY f SYSTEM "file:///etc/passwd">]>', 1
    ).replace("PLACE", "&a;&f;")
    try:
        text = read_word(with_part(data, BODY, declared.encode())).text
    except ReadError:
        return
    assert "BOMB" not in text
    assert "root:" not in text


def test_zip_bombs() -> None:
    bomb = with_part(word_of("Loan"), "word/media/image1.bmp", bytes(50_000_000))
    with pytest.raises(LimitExceeded, match="times its size"):
        read_word(bomb)
    with pytest.raises(LimitExceeded, match="unpacks to more than 1 MB"):
        read_word(bomb, limits=Limits(unpacked=1 << 20))
    with pytest.raises(LimitExceeded, match="parts"):
        read_word(bomb, limits=Limits(parts=3))


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.99])
def test_cut_short(kept: float) -> None:
    whole = word_of("The loan was signed.")
    with pytest.raises(DamagedFile):
        read_word(whole[: int(kept * len(whole))])


def test_parts_missing_or_malformed() -> None:
    whole = word_of("The loan was signed.")
    for broken in (b"<w:document", b"", b"<x/>", b"\x00" * 99, b"<a>" * 400):
        with pytest.raises(DamagedFile):
            read_word(with_part(whole, BODY, broken))
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(DamagedFile):
        read_word(empty.getvalue())


def test_no_text() -> None:
    with pytest.raises(NoText):
        read_word(word_of("", " "))
