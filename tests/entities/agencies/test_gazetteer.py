"""The tables: read, searched, extended by the user, linked by the document."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from extract.entities.agencies.gazetteer import (
    COLUMNS,
    Gazetteer,
    gazetteer,
    get,
    load_user_table,
    names_of,
    read_bodies,
)
from extract.entities.agencies.search import search
from extract.errors import ResourceError
from tests.entities.marked import mentions

if TYPE_CHECKING:
    from pathlib import Path

    from extract.entities.mentions import Mention

HEADER = "\t".join(COLUMNS)
ROWS = """\
X-MOE	MoE (Mexico)	Ministry of Examples		Secretaría de Ejemplos	SEJ	MX	ministry
C-MOE	MoE (Chile)	Ministry of Examples		Ministerio de Ejemplos	MINEJ	CL	ministry
W-BEX	BEX	World Bank of Examples	Examples Bank	Banco Mundial de Ejemplos	BEX|ONE?
S-SOL	SOL	SOL		Servicio Solar		ES	agency
"""


def table(rows: str = ROWS) -> str:
    width = len(COLUMNS)
    lines = [line.split("\t") for line in rows.splitlines()]
    return "\n".join([HEADER, *("\t".join((c + [""] * width)[:width]) for c in lines)])


@pytest.fixture
def small() -> Gazetteer:
    made = Gazetteer()
    for body in read_bodies(table(), "x.tsv"):
        made.add(body)
    return made


def found(text: str, known: Gazetteer) -> list[Mention]:
    return [m for m in mentions(text, known=known) if m.label == "AGENCY"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the World Bank of Examples paid", "World Bank of Examples"),
        ("the WORLD BANK OF EXAMPLES PAID", "WORLD BANK OF EXAMPLES"),
        ("the World\nBank of\n Examples paid", "World\nBank of\n Examples"),
        ("the **World Bank** of Examples", "World Bank** of Examples"),
        ("el Banco Mundial de Ejemplos pagó", "Banco Mundial de Ejemplos"),
        ("el BEX pagó", "BEX"),
        ("BEX's loan", "BEX"),
        ("la Secretaria de Ejemplos de México pagó", "Secretaria de Ejemplos"),
    ],
)
def test_names_are_found_however_they_are_written(text: str, wanted: str, small: Gazetteer) -> None:
    first = found(text, small)[0]
    assert text[first.start : first.end] == wanted
    assert first.agency is not None


@pytest.mark.parametrize(
    "text",
    [
        "ABEX paid and BEXAR too", "bex", "a@BEX.org", "https://x.org/BEX/y",
        "ONE of them paid for everything", "the examples bank of the world",
    ],
)  # fmt: skip
def test_parts_of_words_and_plain_words_are_no_names(text: str, small: Gazetteer) -> None:
    assert found(text, small) == []


@pytest.mark.parametrize(
    "text",
    ["BEX and ONE signed.", "The director of ONE spoke.", "The World Bank of Examples (ONE) met."],
)
def test_a_doubtful_acronym_counts_in_context(text: str, small: Gazetteer) -> None:
    names = [text[m.start : m.end] for m in found(text, small)]
    assert "ONE" in names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chile's Ministry of Examples paid.", "CL"),
        ("The Ministry of Examples of Chile paid.", "CL"),
        ("In Mexico, the Ministry of Examples paid. Mexico agreed.", "MX"),
        ("The Ministry of Examples paid.", None),
        ("Mexico and Chile met; the Ministry of Examples paid.", None),
        ("SEJ paid in May; the Ministry of Examples agreed.", "MX"),
    ],
)
def test_an_ambiguous_name_is_linked_by_the_document(
    text: str, country: str | None, small: Gazetteer
) -> None:
    ministry = next(m for m in found(text, small) if "Ministry" in text[m.start : m.end])
    assert (ministry.agency.country if ministry.agency else None) == country


def test_search_ranks_equal_names_first() -> None:
    assert search("world bank")[0].ref == "World Bank"
    assert search("BID")[0].ref == "IDB"
    assert search("banco interamericano desarrollo")[0].ref == "IDB"
    assert search("no such body anywhere") == []
    assert search("  ") == []


def test_get_and_names_of() -> None:
    body = search("USAID")[0]
    assert get(body.key) == body
    assert get("nothing") is None
    assert set(names_of(body.agency)) == set(body.names)


def test_a_user_table_extends_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_text("# mine\n" + table(), encoding="utf-8")
    extended = load_user_table(path)
    assert extended.bodies["W-BEX"].agency.name == "World Bank of Examples"
    assert extended.bodies["W-BEX"].doubtful == ("ONE",)
    assert len(extended.bodies) == len(gazetteer().bodies) + 4
    assert "W-BEX" not in gazetteer().bodies
    assert search("examples bank", extended)[0].key == "W-BEX"
    assert found("BEX paid", extended)[0].ref == "BEX"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{HEADER}\nA\tB\n", r"bad\.tsv:2: 2 cells where the header has 13"),
        ("ref\tname\nA\tB\n", r"bad\.tsv:1: no column 'key'"),
        ("key\tname\n\tB\n", r"bad\.tsv:2: key and name must not be empty"),
        ("# note\n\nkey\tname\nA\t\n", r"bad\.tsv:4: key and name"),
    ],
)
def test_errors_say_file_and_line(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        load_user_table(path)


def test_a_missing_table_is_a_resource_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"none\.tsv"):
        load_user_table(tmp_path / "none.tsv")


def test_the_shipped_tables_are_read_and_built_fast() -> None:
    gazetteer.cache_clear()
    begin = time.process_time()
    shipped = gazetteer()
    list(shipped.find("nothing"))
    assert time.process_time() - begin < 3
    assert len(shipped.bodies) > 1000
