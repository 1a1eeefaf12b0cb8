"""The tables of institutions, companies and media: form, facts that can be checked, coverage."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from babel import Locale

from extract.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Row = dict[str, str]

AGENCY_HEADER = "key ref name en es acronyms country type crs iati from to successor"
COMPANY_HEADER = "ref names country type"
TYPES = {
    "government", "ministry", "agency", "regulator", "central_bank", "development_bank",
    "intergovernmental", "university", "research_institute", "ngo", "chamber", "military",
    "court", "legislature", "state_enterprise", "subnational",
}  # fmt: skip
COVERED = """
AU AT BE CA CL CO CR CZ DK EE FI FR DE GR HU IS IE IL IT JP KR LV LT LU MX NL NZ NO PL PT SK SI ES
SE CH TR GB US  AR BO BR CU DO EC SV GT HN NI PA PY PE UY VE  CN IN PK BD LK ID PH VN TH KE ET NG ZA
EG MA SA AE KZ
"""
"""The OECD, Latin America, and the larger countries of Asia and Africa."""
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
ARTICLE = re.compile(r"(?:the|an?|la|las|los) (?=[a-z])|the (?!Nature)")
"""An article before a name; "El Colegio de México" is the college's name, as "La Salle" is."""

AGENCY_TABLES = sorted(
    f"agencies/{f.name}"
    for f in (files("extract.resources") / "agencies").iterdir()
    if f.name.endswith(".tsv")
)


@cache
def agencies() -> tuple[Row, ...]:
    return tuple(row for name in AGENCY_TABLES for row in table(name))


@cache
def companies() -> tuple[Row, ...]:
    return table("companies.tsv")


def names(row: Row) -> list[str]:
    """All full names of an institution, the canonical one first."""
    return [name for column in ("name", "en", "es") for name in row[column].split("|") if name]


def acronyms(row: Row) -> list[str]:
    return [acronym for acronym in row["acronyms"].split("|") if acronym]


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


@cache
def iso_countries() -> frozenset[str]:
    codes = {code for code in map(str, Locale("en").territories) if re.fullmatch("[A-Z]{2}", code)}
    return frozenset(codes - {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


# --- form -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*AGENCY_TABLES, "companies.tsv"])
def test_lines_are_clean(name: str) -> None:
    lines = (files("extract.resources") / name).read_text(encoding="utf-8").splitlines()
    expected = COMPANY_HEADER if name == "companies.tsv" else AGENCY_HEADER
    assert lines[0] == expected.replace(" ", "\t")
    cells = [cell for line in lines for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip() or "  " in cell] == []
    assert [cell for cell in cells if re.search(r"\|\||^\||\|$| \||\| ", cell)] == []


def test_keys_are_unique() -> None:
    assert repeated(row["key"] for row in agencies()) == []


def test_keys_are_slugs_that_begin_with_the_country() -> None:
    slug = re.compile(r"(?:[A-Z]{2}|INT|NGO)(?:-[A-Z0-9]+)+")
    assert [r["key"] for r in agencies() if not slug.fullmatch(r["key"])] == []
    national = [r for r in agencies() if r["key"][:3] not in ("INT", "NGO", "EU-") and r["country"]]
    assert [r["key"] for r in national if r["key"][:2] != r["country"]] == []


def test_refs_are_unique() -> None:
    assert repeated(row["ref"] for row in agencies()) == []


def test_ref_is_a_name_or_an_acronym_of_the_body() -> None:
    odd = [
        row["key"]
        for row in agencies()
        if row["ref"] not in {*names(row), *(a.rstrip("?") for a in acronyms(row))}
    ]
    assert odd == []


def test_types_are_known() -> None:
    assert {row["type"] for row in agencies()} == TYPES
    assert {row["type"] for row in companies()} == {"company", "media"}


def test_countries_are_iso_codes() -> None:
    used = {row["country"] for row in (*agencies(), *companies()) if row["country"]}
    assert used - iso_countries() == set()


def test_years_are_years_in_order() -> None:
    dated = [(r["key"], r["from"], r["to"]) for r in agencies() if r["from"] or r["to"]]
    years = [year for _, *both in dated for year in both if year]
    assert [year for year in years if not YEAR.fullmatch(year)] == []
    assert [key for key, start, end in dated if start and end and start > end] == []


def test_successors_exist_and_lead_to_a_living_body() -> None:
    successor = {row["key"]: row["successor"] for row in agencies()}
    assert {key for key in successor.values() if key} - set(successor) == set()
    for start in successor:
        line = [start]
        while successor[line[-1]]:
            line.append(successor[line[-1]])
            assert line[-1] not in line[:-1]


def test_a_body_stands_once() -> None:
    assert repeated(f"{row['name']} {row['country']}" for row in agencies()) == []


def test_two_bodies_of_one_country_share_no_name() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for row in agencies():
        for name in names(row):
            owners.setdefault((row["country"], name.casefold()), set()).add(row["key"])
    assert [where for where, keys in owners.items() if len(keys) > 1] == []


def test_names_have_no_article() -> None:
    found = [name for row in agencies() for name in names(row) if ARTICLE.match(name)]
    assert found == []


def test_names_do_not_repeat_the_canonical_name() -> None:
    assert [row["key"] for row in agencies() if row["name"] in row["en"].split("|")] == []


def test_question_mark_follows_acronyms_only() -> None:
    assert [r["key"] for r in agencies() if "?" in r["ref"] + r["name"] + r["en"] + r["es"]] == []
    assert [a for row in agencies() for a in acronyms(row) if "?" in a[:-1]] == []


@pytest.mark.parametrize("word", ["WHO", "SE", "SAT", "AID", "CAF", "MIT", "BID", "ICE", "SENA"])
def test_acronyms_that_are_words_are_marked(word: str) -> None:
    written = {acronym for row in agencies() for acronym in acronyms(row)}
    assert f"{word}?" in written
    assert word not in written


# --- languages --------------------------------------------------------------------------------


def test_every_body_has_a_name_in_spanish() -> None:
    """The canonical name is English, so this makes both languages present everywhere."""
    assert [row["key"] for row in agencies() if not row["es"]] == []


@pytest.mark.parametrize("kind", ["ministry", "central_bank", "court", "legislature"])
def test_bodies_of_state_are_named_differently_in_the_two_languages(kind: str) -> None:
    same = [r["name"] for r in agencies() if r["type"] == kind and r["es"] == r["name"]]
    assert same == []


# --- coverage ---------------------------------------------------------------------------------


def test_there_are_enough_bodies() -> None:
    assert len(agencies()) >= 1_500


@pytest.mark.parametrize("country", COVERED.split())
def test_states_have_their_main_bodies(country: str) -> None:
    own = [row for row in agencies() if row["country"] == country]
    text = " | ".join(name for row in own for name in names(row))
    assert re.search(r"Foreign|External|International Relations|State\b|Global Affairs", text)
    assert re.search(r"Financ|Treasury|Hacienda|Econom", text)
    assert any(row["type"] == "central_bank" for row in own) or country in WITHOUT_CENTRAL_BANK


WITHOUT_CENTRAL_BANK = {"PA"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Banco Interamericano de Desarrollo", "INT-IDB"),
        ("Inter-American Development Bank", "INT-IDB"),
        ("Comisión Económica para América Latina y el Caribe", "INT-ECLAC"),
        ("Agencia Mexicana de Cooperación Internacional para el Desarrollo", "MX-AMEXCID"),
        ("Servicio de Administración Tributaria", "MX-SAT"),
        ("Consejo Nacional de Ciencia y Tecnología", "MX-CONACYT"),
        ("Japan International Cooperation Agency", "JP-JICA"),
        ("Deutsche Gesellschaft für Internationale Zusammenarbeit", "DE-GIZ"),
        ("Agence Française de Développement", "FR-AFD"),
        ("Foreign, Commonwealth and Development Office", "GB-FCDO"),
        ("U.S. International Development Finance Corporation", "US-DFC"),
        ("Cancillería japonesa", "JP-MOFA"),
        ("Ministerio de Relaciones Exteriores de Japón", "JP-MOFA"),
        ("Ministry of Finance of Sri Lanka", "LK-FINANCE"),
        ("Fondo Verde para el Clima", "INT-GCF"),
        ("Médicos Sin Fronteras", "NGO-MSF"),
        ("Universidad Nacional Autónoma de México", "MX-UNAM"),
    ],
)
def test_well_known_names_are_there(name: str, key: str) -> None:
    assert [row["key"] for row in agencies() if name in names(row)] == [key]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("MX-CONACYT", "MX-SECIHTI"),
        ("MX-SAGARPA", "MX-SADER"),
        ("MX-IFE", "MX-INE"),
        ("GB-DFID", "GB-FCDO"),
        ("CA-CIDA", "CA-GAC"),
        ("AU-AUSAID", "AU-DFAT"),
        ("DE-GTZ", "DE-GIZ"),
        ("INT-UNIFEM", "INT-UNWOMEN"),
        ("US-OPIC", "US-DFC"),
    ],
)
def test_renamed_bodies_lead_to_their_successors(old: str, new: str) -> None:
    successor = {row["key"]: row["successor"] for row in agencies()}
    key = old
    while successor[key]:
        key = successor[key]
    assert key == new


# --- codes ------------------------------------------------------------------------------------

WORD = re.compile(r"[a-z]{3,}")
BRITISH = {
    "co-op": "coop",
    "isation": "ization",
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
}


def stems(text: str) -> set[str]:
    text = text.casefold()
    for written, usual in BRITISH.items():
        text = text.replace(written, usual)
    return {word[:6] for word in WORD.findall(text)} - {"the", "and", "for", "fund"}


def agree(row: Row, official: str) -> bool:
    """Whether a name of ``row`` holds most words of ``official``, or nothing but words of it."""
    wanted = stems(official)
    return any(
        len(own & wanted) * 2 >= len(wanted) or own <= wanted
        for own in map(stems, names(row))
        if own & wanted
    )


@pytest.fixture(scope="module", params=[("crs", "crs_channels"), ("iati", "iati_organisations")])
def code_list(request: pytest.FixtureRequest, corpus: Path) -> tuple[str, dict[str, str]]:
    """Column of ours and the official code list, code → name; skips where the list is absent."""
    column, file = request.param
    path = corpus.parent.parent / "reference" / f"{file}.tsv"
    if not path.is_file():
        pytest.skip("needs the reference tables")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return column, {row["code"]: row["name"] for row in rows}


def test_codes_are_those_of_the_official_lists(code_list: tuple[str, dict[str, str]]) -> None:
    column, official = code_list
    coded = [row for row in agencies() if row[column]]
    assert len(coded) > 100
    assert [row["key"] for row in coded if row[column] not in official] == []
    assert [row["key"] for row in coded if not agree(row, official[row[column]])] == []


@pytest.mark.parametrize("column", ["crs", "iati"])
def test_a_code_names_one_body(column: str) -> None:
    assert repeated(row[column] for row in agencies() if row[column]) == []


# --- companies and media ----------------------------------------------------------------------


def test_there_are_enough_companies_and_media() -> None:
    kinds = Counter(row["type"] for row in companies())
    assert kinds["company"] >= 600
    assert kinds["media"] >= 150


def test_company_refs_and_names_are_unique() -> None:
    assert repeated(row["ref"] for row in companies()) == []
    assert repeated(n.rstrip("?") for row in companies() for n in row["names"].split("|")) == []


def test_company_ref_is_its_first_name() -> None:
    odd = [r["ref"] for r in companies() if r["names"].split("|")[0].rstrip("?") != r["ref"]]
    assert odd == []


@pytest.mark.parametrize("word", ["Apple", "Shell", "Visa", "Target", "Gap", "Orange", "Oracle"])
def test_company_names_that_are_words_are_marked(word: str) -> None:
    assert [r["ref"] for r in companies() if f"{word}?" in r["names"].split("|")] == [word]


@pytest.mark.parametrize("name", ["Reuters", "Notimex", "EFE", "La Jornada", "Xinhua", "Samsung"])
def test_well_known_companies_are_there(name: str) -> None:
    assert [r["ref"] for r in companies() if name in r["names"].split("|")] == [name]


def test_no_company_is_listed_as_an_agency_too() -> None:
    """The same name under two labels would make the two finders contend for each mention."""
    own = {n.rstrip("?") for row in companies() for n in row["names"].split("|")}
    sure = {a for row in agencies() for a in acronyms(row) if not a.endswith("?")}
    assert (sure | {name for row in agencies() for name in names(row)}) & own == set()
