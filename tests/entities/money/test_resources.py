"""The lexicons: complete in both languages, and consistent."""

from __future__ import annotations

from typing import Any

import pytest

from extract.entities.money.lexicon import units
from extract.entities.money.names import codes, heads, nationalities
from extract.resources import tree

CURRENCIES = tree("currencies.toml")
QUALIFIERS = tree("qualifiers.toml")

ENGLISH_ONLY = {"krone", "krona", "koruna", "penny", "cent"}
"""Spanish says corona for the first three, centavo for the last two: rows of their own."""
SPANISH_ONLY = {"centavo"}
ONE_SIDED_NATIONALITIES = {"XAF"}
"""Told by a whole phrase in Spanish: "francos CFA de África Central", from CLDR."""


@pytest.mark.parametrize("row", [*CURRENCIES["unit"], *CURRENCIES["word"], *CURRENCIES["subunit"]])
def test_words_stand_side_by_side(row: dict[str, Any]) -> None:
    first = (row["en"] or row["es"])[0]
    assert row["en"] or first in SPANISH_ONLY
    assert row["es"] or first in ENGLISH_ONLY or first == "greenback"


@pytest.mark.parametrize("sort", ["approx", "gt", "lt"])
@pytest.mark.parametrize("side", ["before", "after"])
def test_qualifiers_stand_side_by_side(sort: str, side: str) -> None:
    assert QUALIFIERS[sort][side]["en"]
    assert QUALIFIERS[sort][side]["es"]


def test_no_phrase_means_two_things() -> None:
    for side in ("before", "after"):
        phrases = [
            phrase
            for sort in ("approx", "gt", "lt")
            for language in ("en", "es")
            for phrase in set(QUALIFIERS[sort][side][language])
        ]
        marks = {"~", "≈", "±", ">", "<", "≥", "≤", ">=", "<=", "+", "c.", "approx", "minimum"}
        twice = {phrase for phrase in phrases if phrases.count(phrase) > 1}
        assert twice <= marks


def test_nationalities_stand_side_by_side() -> None:
    for code, row in CURRENCIES["nationality"].items():
        assert row["en"], code
        assert row["es"] or code in ONE_SIDED_NATIONALITIES


def test_data_names_known_codes_only() -> None:
    known = set(codes())
    named = {
        *CURRENCIES["nationality"], *CURRENCIES["dollar"], *CURRENCIES["city"],
        *CURRENCIES["default"].values(), *CURRENCIES["any_case_codes"],
        *(code for row in CURRENCIES["word"] for code in row["codes"]),
        *(code for row in CURRENCIES["symbol"] for code in row.get("codes", ())),
        *(row["code"] for row in CURRENCIES["multiple"]),
    }  # fmt: skip
    assert named <= known


def test_defaults_are_among_the_codes_of_their_word() -> None:
    signs = {"$", "£", "¥", "kr", "rs"}
    for word, code in CURRENCIES["default"].items():
        several = units()[word][0].codes if word in units() else ()
        assert word in signs or several[0] == code, word


def test_unit_words_are_known_to_cldr_or_to_their_row() -> None:
    for row in CURRENCIES["unit"]:
        assert any(form in heads() for form in (*row["en"], *row["es"])), row["en"][0]


def test_every_form_has_codes() -> None:
    assert all(unit.codes for several in units().values() for unit in several)


def test_nationalities_come_from_names_and_data() -> None:
    assert nationalities("en")["rwandan"] == {"RWF"}
    assert "LKR" in nationalities("es")["de sri lanka"]
