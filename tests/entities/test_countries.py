from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from extract.entities.countries import (
    annotate,
    code_of,
    code_of_adjective,
    codes,
    country_name,
)
from extract.entities.countries.gazetteer import rules, surface_forms
from extract.entities.mentions import Segment, State
from extract.resources import table
from extract.schema import Metadata

NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def found(text: str, language: str) -> list[tuple[str, str | None]]:
    state = State(metadata=Metadata(language=language))
    return [(text[m.start : m.end], m.country) for m in annotate(text, state)]


ENGLISH = {
    "Mexico and the United States met.": "MX US",
    "The U.S. and the U.K. signed; the US and the UK agreed.": "US GB US GB",
    "U.S.-Mexico talks and Mexico-Japan trade": "US MX MX JP",
    "the USA, the U.S.A. and the UAE": "US US AE",
    "the ROK, the DPRK, the DRC and the PRC": "KR KP CD CN",
    "Korea and South Korean firms, North Korea and North Koreans": "KR KR KP KP",
    "the Republic of Korea and the Democratic People's Republic of Korea": "KR KP",
    "Mexican, Dutch, Swiss, Filipino, Sri Lankan and Philippine envoys": "MX NL CH PH LK PH",
    "Americans, Brazilians and Danes": "US BR DK",
    "Türkiye, Turkey, Turkiye": "TR TR TR",
    "Holland, Burma, Ivory Coast, Czechia, Viet Nam, East Timor": "NL MM CI CZ VN TL",
    "England, Scotland, Wales and Great Britain": "GB GB GB GB",
    "Niger and Nigeria; Nigerien and Nigerian": "NE NG NE NG",
    "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea": "GN GW GQ PG",
    "South Sudan and Sudan; Republic of the Congo": "SS SD CG",
    "Trinidad and Tobago; Antigua and Barbuda; Saint Lucia": "TT AG LC",
    "the Dominican Republic and Dominica": "DO DM",
    "Côte d'Ivoire, Cote d’Ivoire, Curaçao, Curacao": "CI CI CW CW",
    "Peru and Perú": "PE PE",
    "MEXICO, JAPAN AND THE UNITED STATES": "MX JP US",
    "Hong Kong, Macao, Taiwan, Puerto Rico, Kosovo, Palestine": "HK MO TW PR XK PS",
    "American Samoa and Samoa": "AS WS",
    "Mexico's exports to Japan’s ports": "MX JP",
    '(Chile) "Peru" *Cuba* [Haiti] **Bolivia**': "CL PE CU HT BO",
    "the United\nStates and New\n    Zealand": "US NZ",
    "the United\xa0States": "US",
    "made in America, by Americans": "US US",
    "the Indian government and Indian exports": "IN IN",
    "Spanish exports and Chinese loans": "ES CN",
    "Tbilisi, Georgia": "GE",
    "Trinidad & Tobago, St Lucia, St. Kitts and Nevis, Bosnia & Herzegovina": "TT LC KN BA",
    "Congo, Dem. Rep. and Congo, Rep.": "CD CG",
    "In Jordan Amnesty reported, and Israel Prime Minister Netanyahu said": "JO IL",
    "the King of Jordan; Jordan, Israel and Chad": "JO JO IL TD",
}
SPANISH = {
    "México y Estados Unidos se reunieron.": "MX US",
    "EE.UU., EE. UU. y EEUU": "US US US",
    "el gobierno mexicano, la empresa mexicana, mexicanos y mexicanas": "MX MX MX MX",
    "estadounidense, estadounidenses, estadunidense y norteamericano": "US US US US",
    "británico, francesa, alemanes, españolas, belgas": "GB FR DE ES BE",
    "surcoreano, sudcoreana, norcoreanos, coreano": "KR KR KP KR",
    "marroquí, marroquíes, iraní, iraníes, israelí": "MA MA IR IR IL",
    "canadienses, costarricenses, nicaragüense": "CA CR NI",
    "Alemania, España, Países Bajos, Holanda, Reino Unido": "DE ES NL NL GB",
    "Corea del Sur, Corea del Norte, República de Corea": "KR KP KR",
    "Arabia Saudita, Arabia Saudí, Emiratos Árabes Unidos": "SA SA AE",
    "República Dominicana, República Checa, Costa de Marfil": "DO CZ CI",
    "Túnez, Líbano, Irak, Irán, Catar, Qatar, Vietnam": "TN LB IQ IR QA QA VN",
    "Gran Bretaña, Inglaterra y Escocia": "GB GB GB",
    "Guinea Ecuatorial, Guinea-Bisáu, Papúa Nueva Guinea": "GQ GW PG",
    "Mexico, Peru y Japon sin acentos": "MX PE JP",
    "MÉXICO Y JAPÓN; MEXICO Y JAPON": "MX JP MX JP",
    "Birmania, Turquía, Türkiye, Suazilandia": "MM TR TR SZ",
    "el embajador chino y el ministro inglés": "CN GB",
    "Estados\nUnidos y Nueva\n  Zelanda": "US NZ",
    "EU y Estados Unidos": "US US",
    "la República Popular China": "CN",
    "la frontera franco-alemana y la comisión hispano-mexicana": "FR DE ES MX",
    "el Gobierno Español y el presidente francés": "ES FR",
    "México-Estados Unidos; ruso-ucraniano": "MX US RU UA",
    "guatemaltecos, hondureños y salvadoreñas": "GT HN SV",
}
ENGLISH_NOT = (
    "Mexico City", "New Mexico", "the Gulf of Mexico", "Ciudad de México", "Estado de México",
    "Latin America and Latin American states", "North American trade", "South Americans",
    "African American and Native American farmers", "Mexican-American voters", "Bank of America",
    "American Airlines", "the Indian Ocean", "Indian tribes", "American Indians", "New Jersey",
    "New England", "South China Sea", "the Korean War", "Vietnam veterans", "British Columbia",
    "a turkey on a china plate with a chile", "let us help them", "SEND US YOUR COMMENTS", "US$ 5",
    "The European Union and the EU", "USAID and USMCA", "Vernon Jordan", "Jordan Smith",
    "St. Vincent Hospital",
    "Savannah, Georgia", "the state of Georgia", "speak Spanish fluently", "Spanish-language media",
    "available in Spanish and English", "5 million U.S. dollars", "10 Mexican pesos", "Indiana",
    "Romanial", "Panama City", "@Mexico", "Prince of Wales",
    "mexico.example.org", "Mexico.example.org", "https://a.org/made-in-Mexico-City",
    "www.a.org/US-made", "https://a.org/x?c=Peru", "NEW MEXICO", "LATIN AMERICA",
)  # fmt: skip
SPANISH_NOT = (
    "la Ciudad de México", "el Estado de México", "el Golfo de México", "Nuevo México",
    "América Latina", "el continente americano", "la Unión Europea", "la UE", "en español",
    "habla francés", "el Idioma Español", "clases de Inglés", "materias: Español, Historia",
    "el idioma inglés", "chile verde", "Guadalupe, Zacatecas", "la Reunión anual",
    "Mauricio Macri", "Israel González", "Miguel Alemán", "con fines electorales", "él se irán",
    "el indio Fernández", "un chequeo la checa", "dólares estadounidenses", "pesos mexicanos",
    "Granada, Andalucía", "el océano Índico", "Nueva Jersey", "Santa Lucía del Camino",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_countries_in_english(text: str, expected: str) -> None:
    assert [code for _, code in found(text, "en")] == expected.split()


@pytest.mark.parametrize(("text", "expected"), SPANISH.items())
def test_countries_in_spanish(text: str, expected: str) -> None:
    assert [code for _, code in found(text, "es")] == expected.split()


@pytest.mark.parametrize("text", ENGLISH_NOT)
def test_no_countries_in_english(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize("text", SPANISH_NOT)
def test_no_countries_in_spanish(text: str) -> None:
    assert found(text, "es") == []


def test_the_longest_name_is_the_mention() -> None:
    text = "the Democratic Republic of the Congo and the United States of America"
    assert found(text, "en") == [
        ("Democratic Republic of the Congo", "CD"),
        ("United States of America", "US"),
    ]


def test_adjectives_count_in_their_own_language_alone() -> None:
    text = "The bank paid. La empresa mexicana cobró."
    state = State(segments=[Segment(0, 14, "en", 0), Segment(15, 41, "es", 1)])
    assert [m.country for m in annotate(text, state)] == ["MX"]
    assert found("the mexicana airline", "en") == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_country_of_cldr_is_found_by_its_name(language: str) -> None:
    territories = map(str, Locale(language).territories)
    expected = {c for c in territories if re.fullmatch("[A-Z]{2}", c)} - NO_COUNTRIES
    assert set(codes()) == expected
    unsure = {"Georgia", "Granada", "Guadalupe", "Jersey", "Mauricio", "Montserrat", "Reunión"}
    unsure |= {"San Martín", "San Bartolomé", "Santa Lucía", "Santa Elena", "St. Martin"}
    for code in codes():
        assert code_of(country_name(code, language)) == code
        name = country_name(code, language)
        if name not in unsure | {"Saint Martin"}:
            assert found(f"({name})", language) == [(name, code)]


def test_every_country_has_names_and_adjectives_or_says_why_not() -> None:
    for row in table("countries.tsv"):
        assert row["en"]
        assert row["es"]
        assert row["note"] or (row["adjectives_en"] and row["adjectives_es"]), row["code"]


def test_contexts_name_only_what_is_looked_for() -> None:
    data = rules()
    forms = set(surface_forms("en")) | set(surface_forms("es"))
    named = {*data["evidence"], *data["persons"]["words"].split(), *data["persons"]["phrases"]}
    named.update(f"{data['languages']['en']} {data['languages']['es']}".split())
    named.update(*data["only"].values())
    named.update(name for rule in data["beside"] for name in rule["names"].split())
    assert named <= forms


def test_no_adjective_belongs_to_two_countries() -> None:
    for column in ("adjectives_en", "adjectives_es"):
        listed = [a for row in table("countries.tsv") for a in row[column].split("; ") if a]
        assert sorted(set(listed)) == sorted(listed)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mexico", "MX"),
        ("ESTADOS UNIDOS", "US"),
        ("U.S.", "US"),
        ("us", "US"),
        ("the U.K.", "GB"),
        ("Narnia", None),
    ],
)
def test_code_of(name: str, code: str | None) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("Mexican", "MX"), ("mexicanas", "MX"), ("japonés", "JP"), ("japones", "JP"), ("Danes", "DK")],
)
def test_code_of_adjective(word: str, code: str) -> None:
    assert code_of_adjective(word) == code


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    "New",
                    "Mexico",
                    " ",
                    "\n",
                    "\n\n",
                    "  ",
                    "-",
                    "U.S.",
                    "US",
                    "$",
                    "Georgia",
                    "é",
                    ".",
                ]
            )
        ).map("".join),
    ),
    st.sampled_from(["en", "es"]),
)
def test_mentions_are_in_order_apart_and_not_empty(text: str, language: str) -> None:
    mentions = annotate(text, State(metadata=Metadata(language=language)))
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        piece = text[mention.start : mention.end]
        assert piece == piece.strip()
        assert mention.country in codes()


@pytest.mark.parametrize("unit", ["Mexico ", "US", "New\n", "  ", "Republic of ", "Georgia "])
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    annotate(text, State())
    assert time.process_time() - before < 3
