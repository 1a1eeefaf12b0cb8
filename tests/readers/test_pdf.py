"""PDF: paragraphs, broken words, running heads, pages."""

from __future__ import annotations

import datetime as dt
import zlib

import pytest

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText
from extract.readers import Limits, read_bytes
from extract.readers.paragraphs import mend
from extract.schema import BlockKind, SourceText
from tests.readers.files import column, deflated_pdf, pdf


def read_pdf(data: bytes, limits: Limits | None = None) -> SourceText:
    return next(read_bytes(data, "release.pdf", limits=limits or Limits()))


def pieces(document: SourceText) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


STORY = [
    "The Inter-American Development Bank approved a loan of $45 million to",
    "Paraguay for rural roads, the bank said. The money goes to the Ministry of",
    "Public Works and Communications.",
    "",
    "A second loan, for water, was signed in 2021 with the same ministry, and is to be",
    "repaid in twenty years.",
]


def test_lines_join_to_paragraphs() -> None:
    document = read_pdf(pdf([column(STORY)]))
    assert pieces(document) == [" ".join(STORY[:3]), " ".join(STORY[4:])]
    assert {block.page for block in document.blocks} == {1}


def test_a_short_line_ends_a_paragraph_without_a_gap() -> None:
    document = read_pdf(pdf([column([*STORY[:3], *STORY[4:]])]))
    assert pieces(document) == [" ".join(STORY[:3]), " ".join(STORY[4:])]


def test_words_broken_at_line_ends_are_made_whole() -> None:
    lines = [
        "The programme of technical coop-",
        "eration runs from 2010-",
        "2013 and follows a high-",
        "level meeting; the level was high.",
    ]
    assert pieces(read_pdf(pdf([column(lines)]))) == [
        "The programme of technical cooperation runs from 2010-2013 and follows a high-level"
        " meeting; the level was high."
    ]


@pytest.mark.parametrize(
    ("lines", "words", "whole"),
    [
        (["financia-", "miento"], set(), "financiamiento"),
        (["U.S.-", "Mexico trade"], set(), "U.S.-Mexico trade"),
        (["long-", "term loan"], {"long-term"}, "long-term loan"),
        (["socio-", "económico"], {"socioeconómico"}, "socioeconómico"),
        (["2014 -", "2017"], set(), "2014 - 2017"),
        (["94-11-", "2484693"], set(), "94-11-2484693"),
    ],
)
def test_mend(lines: list[str], words: set[str], whole: str) -> None:
    assert mend(lines, words) == whole


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_run_over_pages() -> None:
    first = [
        (72, 760, 9, "Ministry of Trade - Press Office"),
        *column(STORY[:2]),
        (300, 30, 9, "1"),
    ]
    second = [
        (72, 760, 9, "Ministry of Trade - Press Office"),
        *column(STORY[2:]),
        (300, 30, 9, "2"),
    ]
    document = read_pdf(pdf([first, second]))
    assert pieces(document) == [" ".join(STORY[:3]), " ".join(STORY[4:])]
    assert [block.page for block in document.blocks] == [1, 2]


@pytest.mark.parametrize("number", ["Page 1 of 3", "Página 1 de 3", "- 1 -", "1/3", "1 | 3"])
def test_page_numbers(number: str) -> None:
    page = [*column(STORY), (280, 30, 9, number)]
    assert number not in read_pdf(pdf([page])).text


def test_larger_letters_make_a_heading_and_bullets_list_items() -> None:
    page = [
        (72, 740, 18, "Spain funds clinics in Honduras"),
        *column(
            [
                "The programme pays for:",
                "• four rural clinics in the west of the country,",
                "• two ambulances.",
            ]
        ),
    ]
    document = read_pdf(pdf([page]))
    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert document.metadata.title == "Spain funds clinics in Honduras"
    assert pieces(document)[3] == "two ambulances."


def test_columns_are_read_one_after_the_other() -> None:
    left = column(
        ["Norway gave NOK 40 million to", "the fund in 2022, the ministry", "said."], left=60
    )
    right = column(
        ["Iceland joined the fund with", "a grant of its own a year after", "that."], left=320
    )
    assert pieces(read_pdf(pdf([[*left, *right]]))) == [
        "Norway gave NOK 40 million to the fund in 2022, the ministry said.",
        "Iceland joined the fund with a grant of its own a year after that.",
    ]


LEFT = [
    "Norway gave 40 million kroner to the",
    "fund in 2022, the ministry said. The",
    "money pays for schools in Malawi and",
    "for the training of teachers.",
]
RIGHT = [
    "Iceland joined the fund with a grant",
    "of its own a year after that, worth",
    "some 200 million kronur. It pays for",
    "wells and pumps.",
]


def test_columns_set_row_by_row_are_put_in_order() -> None:
    title = (60, 740, 18, "Two countries, one fund for the schools and wells of Malawi")
    rows = zip(column(LEFT, left=60), column(RIGHT, left=320), strict=True)
    page = [title, *(line for row in rows for line in row)]
    assert pieces(read_pdf(pdf([page])))[1:] == [" ".join(LEFT), " ".join(RIGHT)]


def test_table_rows_keep_their_cells() -> None:
    rows = [("Country", "Amount"), ("Peru", "USD 5 million"), ("Bolivia", "USD 7 million")]
    cells = [
        (x, 650 - 16 * row, 11.0, words)
        for row, pair in enumerate(rows)
        for x, words in zip((72, 300), pair, strict=True)
    ]
    document = read_pdf(pdf([[*column(STORY[:3]), *cells]]))
    assert document.text.endswith("Country\tAmount\nPeru\tUSD 5 million\nBolivia\tUSD 7 million")
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.TABLE_CELL] * 6


def test_list_markers_stay_with_their_items() -> None:
    page = [*column(["It pays for:"]), (72, 680, 11, "1."), (100, 680, 11, "four rural clinics;")]
    document = read_pdf(pdf([page]))
    assert pieces(document) == ["It pays for:", "1. four rural clinics;"]
    assert document.blocks[1].kind is BlockKind.LIST_ITEM


def test_dates_the_document_before_the_file() -> None:
    dated = pdf([column(["Asunción, 5 March 2024", "", *STORY])], created="D:20240611120000Z")
    assert read_pdf(dated).metadata.published == dt.date(2024, 3, 5)
    undated = pdf([column(STORY)], created="D:20240611120000+05'30'")
    assert read_pdf(undated).metadata.published == dt.date(2024, 6, 11)
    assert read_pdf(pdf([column(STORY)], created="soon")).metadata.published is None


def test_scan_without_text_says_so() -> None:
    with pytest.raises(NoText, match="a scan: 3 pages without text") as caught:
        read_pdf(pdf([[], [], []]))
    assert "optical character recognition" in caught.value.hint


def test_encrypted() -> None:
    with pytest.raises(EncryptedFile):
        read_pdf(pdf([column(STORY)], encrypt=True))


def test_more_pages_than_allowed() -> None:
    with pytest.raises(LimitExceeded, match="3 pages"):
        read_pdf(pdf([column(STORY)] * 3), Limits(pages=2))


def test_a_stream_that_unpacks_to_more_than_allowed() -> None:
    packed = zlib.compress(b"BT /F1 11 Tf 72 700 Td (The loan was signed.) Tj ET" + bytes(3 << 20))
    data = deflated_pdf(packed)
    assert read_pdf(data, Limits(unpacked=4 << 20)).text == "The loan was signed."
    with pytest.raises(LimitExceeded, match="unpacks to more than 2 MB"):
        read_pdf(data, Limits(unpacked=2 << 20))


@pytest.mark.parametrize("kept", [0.02, 0.1, 0.3])
def test_cut_short(kept: float) -> None:
    whole = pdf([column(STORY)])
    with pytest.raises((DamagedFile, NoText)):
        read_pdf(whole[: int(kept * len(whole))])


def test_ligatures_are_spelt_out() -> None:
    data = pdf([column(["The bank will \xaenance the road to the port of Acajutla."])])
    standard = data.replace(b"/WinAnsiEncoding", b"/StandardEncoding")
    assert "will finance the road" in read_pdf(standard).text
