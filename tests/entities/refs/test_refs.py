"""One ref for all mentions of a body, and short forms to the right antecedent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.agencies.gazetteer import Gazetteer
from extract.entities.mentions import Mention, State
from extract.entities.refs import annotate
from extract.entities.refs.naming import name_of
from extract.entities.refs.wordings import canonical, national, shortened
from extract.schema import Label
from tests.entities.marked import mentions, ref_groups

UNLISTED = Gazetteer()

CHAINS: list[tuple[str, dict[str, list[str]]]] = [
    # acronym, full name, short form
    (
        "The National Peatland Agency (NPA) met. NPA staff agreed. The Agency will pay.",
        {"NPA": ["National Peatland Agency", "NPA", "NPA", "Agency"]},
    ),
    (
        "La Comisión Nacional del Maíz (CNM) sesionó. La Comisión pagará y la CNM informará.",
        {"CNM": ["Comisión Nacional del Maíz", "CNM", "Comisión", "CNM"]},
    ),
    # the same words in another order, an embassy with its seat or without
    (
        "The World Council for Clean Rivers met. The Clean Rivers World Council will pay.",
        {
            "World Council for Clean Rivers": [
                "World Council for Clean Rivers", "Clean Rivers World Council",
            ]
        },
    ),
    (
        "La Embajada de Chile en Panamá abrió. La Embajada de Chile pagará.",
        {"Embajada de Chile en Panamá": ["Embajada de Chile en Panamá", "Embajada de Chile"]},
    ),
    # a short form goes back to the body mentioned last
    (
        "The Kenyan Forest Agency met the Sudanese Water Agency. The Agency in Khartoum paid.",
        {
            "Kenyan Forest Agency": ["Kenyan Forest Agency"],
            "Sudanese Water Agency": ["Sudanese Water Agency", "Agency"],
        },
    ),
    # wordings: country added, preposition changed, complement dropped, first name dropped
    (
        "The Ministry of Energy of Chile paid. The Ministry of Energy agreed.",
        {"Ministry of Energy of Chile": ["Ministry of Energy of Chile", "Ministry of Energy"]},
    ),
    (
        "The Mexican Embassy in China and the Embassy of Mexico in China are one.",
        {"Embassy of Mexico in China": ["Mexican Embassy in China", "Embassy of Mexico in China"]},
    ),
    (
        "The Qatari Fund for Development lent. The Qatari Fund is ready.",
        {"Qatari Fund for Development": ["Qatari Fund for Development", "Qatari Fund"]},
    ),
    (
        "The Olga P. Zubrin Foundation gave. The Zubrin Foundation will give more.",
        {"Olga P. Zubrin Foundation": ["Olga P. Zubrin Foundation", "Zubrin Foundation"]},
    ),
    (
        "The Ministry of Finance signed. Sent by the Ministry of Finance, Planning and Trade.",
        {
            "Ministry of Finance, Planning and Trade": [
                "Ministry of Finance", "Ministry of Finance, Planning and Trade",
            ]
        },
    ),
    # two countries' ministries stay two
    (
        "The Ministry of Energy of Chile met the Ministry of Energy of Peru.",
        {
            "Ministry of Energy of Chile": ["Ministry of Energy of Chile"],
            "Ministry of Energy of Peru": ["Ministry of Energy of Peru"],
        },
    ),
    # governments stand for their countries
    (
        "The Government of Mexico and the Mexican Government are one; so is Mexico's Government.",
        {"@MX": ["Government of Mexico", "Mexican Government", "Mexico's Government"]},
    ),
    (
        "El gobierno chileno y el Gobierno de Chile son uno; el Gobierno pagará.",
        {"@CL": ["gobierno chileno", "Gobierno de Chile", "Gobierno"]},
    ),
    ("The Bush Administration asked for it.", {"@US": ["Bush Administration"]}),
    ("Canada paid. The Federal Government of the day agreed.", {"@CA": ["Federal Government"]}),
    # only a federation has a federal government; without one in sight the mention keeps its words
    (
        "Japan and Japan met Canada. The Federal Government agreed.",
        {"@CA": ["Federal Government"]},
    ),
    ("El Gobierno Federal pagará la obra.", {"Gobierno Federal": ["Gobierno Federal"]}),
    # an acronym after a part belongs to the whole
    ("Lower-case words such as the agency or the fund are no mentions.", {}),
    ("The Committee met.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), CHAINS)
def test_mentions_of_one_body_share_a_ref(text: str, groups: dict[str, list[str]]) -> None:
    assert ref_groups(text, known=UNLISTED) == groups


@pytest.mark.parametrize(
    ("text", "ref", "members"),
    [
        (
            "The Inter-American Development Bank lent. El BID y el Banco pagan.",
            "IDB", ["Inter-American Development Bank", "BID", "Banco"],
        ),
        (
            "El Banco Interamericano de Desarrollo (BID) prestó. El Banco cobrará.",
            "IDB", ["Banco Interamericano de Desarrollo", "BID", "Banco"],
        ),
        (
            "The United States Agency for International Development and USAID are one. "
            "The Agency will close.",
            "USAID", ["United States Agency for International Development", "USAID", "Agency"],
        ),
    ],
)  # fmt: skip
def test_translations_share_the_listed_ref(text: str, ref: str, members: list[str]) -> None:
    assert ref_groups(text)[ref] == members


def test_an_acronym_after_an_office_is_its_parents() -> None:
    text = (
        "La Oficina de Financiamiento Estructurado del Banco Interamericano de Desarrollo (BID) "
        "abrió. El Banco Interamericano de Desarrollo prestó y el BID cobró."
    )
    groups = ref_groups(text)
    assert groups["IDB"] == ["BID", "Banco Interamericano de Desarrollo", "BID"]


def test_companies_have_refs_too() -> None:
    groups = ref_groups("Zarbu Steel Corp. grew. Zarbu hired.", known=UNLISTED)
    assert groups == {"Zarbu Steel Corp.": ["Zarbu Steel Corp.", "Zarbu"]}


def test_linked_mentions_carry_the_institution() -> None:
    found = mentions("USAID paid. The Agency agreed.")
    assert {m.agency.country for m in found if m.agency} == {"US"}
    assert [m.rule for m in found if m.label is Label.AGENCY] == ["agency.list", "ref.short"]


@pytest.mark.parametrize(
    ("surfaces", "listed", "name"),
    [
        (["Ministry of Health"], None, "Ministry of Health"),
        (["Ministry of Health", "MoH"], None, "MoH"),
        (["Ministry of Health", "MoH"], "MINSA", "MINSA"),
        (["Fund", "Saudi Fund for Development"], None, "Saudi Fund for Development"),
    ],
)
def test_a_body_is_called_by_its_acronym(
    surfaces: list[str], listed: str | None, name: str
) -> None:
    assert name_of(surfaces, listed) == name


def test_wordings() -> None:
    assert canonical("Ministry of the Environment") == canonical("Ministry for Environment")
    assert national("Senado de Chile") == ("senado", "CL")
    assert shortened("Ministry of Health") == ()


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=4))
@settings(max_examples=100, deadline=None)
def test_every_mention_gets_a_ref_and_none_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    state, end = State(), 0
    for start, length in sorted(spans):
        if start >= end and text[start : start + length].strip():
            end = min(start + length, len(text))
            state.mentions.append(Mention(Label.AGENCY, start, end))
    before = [(m.start, m.end) for m in state.mentions]
    after = annotate(text, state)
    assert all(m.ref for m in after if m.label is Label.AGENCY)
    assert set(before) <= {(m.start, m.end) for m in after}


def test_a_written_name_bears_its_short_form_before_a_listed_one() -> None:
    text = (
        "The Lake Agency for Rural Credit met GIZ in May. The Agency lends to farmers. "
        "The Executive Board of the Coral Development Fund met the Fund's staff."
    )
    groups = ref_groups(text)
    assert groups["Lake Agency for Rural Credit"] == ["Lake Agency for Rural Credit", "Agency"]
    assert "Fund" not in groups.get("Executive Board of the Coral Development Fund", [])
