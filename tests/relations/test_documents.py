"""Whole documents: references, repetitions, headings, what a release leaves unsaid."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from extract.relations.linking import find_records
from tests.relations.markup import line_of, parse

DOCUMENTS = [
    pytest.param(
        "en",
        "New loan for [Kenya]@KE\n\nThe [World Bank]A approved a loan of [$9 million]M.",
        None,
        ["funding done source=World Bank; recipient=@KE; amount=$9 million"],
        id="the headline's country gains",
    ),
    pytest.param(
        "es",
        "Nuevo préstamo para [Kenia]@KE\n\nEl [Banco Mundial]A aprobó [9 millones]M en [Chad]@TD.",
        None,
        ["funding done source=Banco Mundial; recipient=@TD; amount=9 millones"],
        id="a country that is said to gain comes before the headline's",
    ),
    pytest.param(
        "en",
        "The largest pledges:\n\n- [Japan]@JP, up to [$9 million]M;\n- [Norway]@NO, [$2 million]M.",
        None,
        [
            "funding done source=@JP; amount=$9 million",
            "funding done source=@NO; amount=$2 million",
        ],
        id="a list of who pledges what",
    ),
    pytest.param(
        "es",
        "Inversión extranjera directa\n\n[Chile]@CL recibió [9 millones]M. "
        "A [Perú]@PE llegaron [2 millones]M.",
        None,
        [
            "investment done recipient=@CL; amount=9 millones",
            "investment done recipient=@PE; amount=2 millones",
        ],
        id="what countries receive in a text about investment",
    ),
    pytest.param(
        "es",
        "[Canadá]@CA dará [9 millones]M a [Haití]@HT. "
        "De esa suma, [UNICEF]A aportará [4 millones]M.",
        None,
        [
            "funding planned source=@CA; recipient=@HT; amount=9 millones",
            "funding planned source=UNICEF; recipient=@HT; amount=4 millones",
        ],
        id="de esa suma",
    ),
    pytest.param(
        "en",
        "[Canada]@CA gave [$9 million]M to [Haiti]@HT. "
        "Another [$2 million]M will be paid in [May]D.",
        None,
        [
            "funding done source=@CA; recipient=@HT; amount=$9 million",
            "funding planned source=@CA; recipient=@HT; amount=$2 million; date=May",
        ],
        id="a further payment",
    ),
    pytest.param(
        "en",
        "[Mexico]@MX and [Chile]@CL met in Santiago.\n\nBoth countries signed a treaty in [2019]D.",
        None,
        ["agreement done partner=@MX,@CL; date=2019"],
        id="both countries",
    ),
    pytest.param(
        "es",
        "[México]@MX y [Chile]@CL son socios.\n\nAmbos países firmarán un convenio en [2025]D.",
        None,
        ["agreement planned partner=@MX,@CL; date=2025"],
        id="ambos países",
    ),
    pytest.param(
        "en",
        "[Japan]@JP gives [Laos]@LA [$8 million]M\n\n"
        "[Japan]@JP gave [Laos]@LA [$8 million]M for schools in [2018]D. They will open soon.",
        None,
        ["funding done source=@JP; recipient=@LA; amount=$8 million; date=2018"],
        id="a headline and its lead are one happening",
    ),
    pytest.param(
        "en",
        "[Cuba]@CU bought goods. [Cuba]@CU has few partners.\n\n"
        "Its exports to [Spain]@ES reached [$90 million]M in [2015]D.",
        None,
        ["trade done source=@CU; recipient=@ES; amount=$90 million; date=2015"],
        id="its exports",
    ),
    pytest.param(
        "en",
        "We will provide [$5 million]M to [Haiti]@HT. [Canada]@CA stands with its people.",
        "Government of Canada",
        ["funding planned source=@CA; recipient=@HT; amount=$5 million"],
        id="we is the issuer's country",
    ),
    pytest.param(
        "en",
        "The bill funds [Canada]@CA's aid.\n\n"
        "Child survival: [$20 million]M\n\n"
        "Peacekeeping: [$4 million]M",
        "Parliament of Canada",
        [
            "funding done source=@CA; amount=$20 million",
            "funding done source=@CA; amount=$4 million",
        ],
        id="lines of a budget",
    ),
    pytest.param(
        "en",
        "The [United States]@US announced the following for its partners:\n\n"
        "- Provision of [$5 million]M to [Palau]@PW for health aid.\n"
        "- [$8 million]M for [Fiji]@FJ.\n",
        None,
        [
            "funding done source=@US; recipient=@PW; amount=$5 million",
            "funding done source=@US; recipient=@FJ; amount=$8 million",
        ],
        id="items under a lead sentence",
    ),
    pytest.param(
        "en",
        "[United States]@US–[Japan]@JP Joint Statement\n\nWe signed an accord [today]D on trade.",
        None,
        ["agreement done partner=@US,@JP; date=today"],
        id="we are the signatories of a joint statement",
    ),
    pytest.param(
        "en",
        "[AMEXCID]A works with [Korea]@KR.\n\n"
        "An agreement was reached with the [Korean Health Institute]A in [May 2020]D.",
        None,
        ["agreement done partner=AMEXCID,Korean Health Institute; date=May 2020"],
        id="the side that the sentence before names",
    ),
    pytest.param(
        "en",
        "Humanitarian relief ([$255 million]M)\n\n[USAID]A gave [$100 million]M to [Chad]@TD.",
        None,
        ["funding done source=USAID; recipient=@TD; amount=$100 million"],
        id="a subtotal in a heading is no record",
    ),
    pytest.param(
        "en",
        "The defendants paid a bribe of [$3 million]M to officials of [Gabon]@GA.",
        None,
        [],
        id="a court case is no support",
    ),
]


@pytest.mark.parametrize(("language", "marked", "publisher", "expected"), DOCUMENTS)
def test_document(language: str, marked: str, publisher: str | None, expected: list[str]) -> None:
    text, state = parse(marked, language)
    state.metadata = replace(state.metadata, publisher=publisher, published=dt.date(2020, 1, 1))
    found = [line_of(record, text, state) for record in find_records(text, state)]
    assert found == expected


def test_confidence_is_a_probability() -> None:
    text, state = parse("[USAID]A gave [$3 million]M to [Chad]@TD in [2010]D.")
    (record,) = find_records(text, state)
    assert record.confidence is not None
    assert 0.5 < record.confidence < 1
