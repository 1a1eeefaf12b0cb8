"""Tables of amounts under heads that say who pays or benefits."""

from __future__ import annotations

import pytest

from extract.relations.linking import find_records
from extract.schema import Block, BlockKind
from tests.relations.markup import line_of, parse

TABLES = [
    pytest.param(
        "en",
        "Donor\tAmount\tYear\n[Norway]@NO\t[$5 million]M\t[2021]D\n[UNDP]A\t[$2 million]M\t[2022]D",
        [
            "funding done source=@NO; amount=$5 million; date=2021",
            "funding done source=UNDP; amount=$2 million; date=2022",
        ],
        id="donors",
    ),
    pytest.param(
        "es",
        "País\tInversión extranjera\n[Chile]@CL\t[15 mil millones de dólares]M",
        ["investment done recipient=@CL; amount=15 mil millones de dólares"],
        id="país",
    ),
    pytest.param(
        "es",
        "Prestamista\tPrestatario\tMonto\n[BID]A\t[Bolivia]@BO\t[9 millones de dólares]M",
        ["funding done source=BID; recipient=@BO; amount=9 millones de dólares"],
        id="lender and borrower",
    ),
    pytest.param("en", "Year\tPopulation\n[2020]D\t9 million", [], id="no amount"),
    pytest.param("en", "Name\tFee\n[UNDP]A\t[$5]M", [], id="no telling head"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), TABLES)
def test_rows(language: str, marked: str, expected: list[str]) -> None:
    text, state = parse(marked, language)
    blocks, at = [], 0
    for line in text.split("\n"):
        for cell in line.split("\t"):
            blocks.append(Block(at, at + len(cell), BlockKind.TABLE_CELL))
            at += len(cell) + 1
    state.blocks = tuple(blocks)
    assert [line_of(record, text, state) for record in find_records(text, state)] == expected
