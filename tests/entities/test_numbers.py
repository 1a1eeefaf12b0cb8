"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.entities.digits import read_digits
from extract.entities.number_strings import parse_number
from extract.resources import table


@pytest.mark.parametrize(
    ("digits", "decimal", "value"),
    [
        ("7", ".", "7"), ("1234", ".", "1234"), ("12.5", ",", "12.5"), ("12,5", ".", "12.5"),
        ("1,234", ".", "1234"), ("1.234", ",", "1234"), ("1.234", ".", "1.234"),
        ("1,234", ",", "1.234"), ("1,234.56", ",", "1234.56"), ("1.234,56", ".", "1234.56"),
        ("1 234,56", ".", "1234.56"), ("1\u202f234", ".", "1234"), ("1'234.56", ".", "1234.56"),
        ("1’234’567", ".", "1234567"), ("1'234.567", ".", "1234567"), ("0.125", ",", "0.125"),
        ("0,125", ".", "0.125"), ("1234.567", ",", "1234.567"), ("10,00,000", ".", "1000000"),
        ("1,00,00,000.50", ".", "10000000.50"), ("1.234.567", ".", "1234567"), ("2½", ".", "2.5"),
        ("½", ".", "0.5"), ("1 3/4", ".", "1.75"), ("12.0483", ",", "12.0483"),
    ],
)  # fmt: skip
def test_digits(digits: str, decimal: str, value: str) -> None:
    assert read_digits(digits, decimal) == Decimal(value)


@pytest.mark.parametrize("digits", ["1,2,3", "1.23.456", "1,23,45", "12.05.2024", "1,2345,678"])
def test_odd_grouping_is_no_number(digits: str) -> None:
    assert read_digits(digits) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0), ("one", 1), ("twelve", 12), ("twenty", 20), ("twenty-five", 25),
        ("twenty five", 25), ("ninety-nine", 99), ("a hundred", 100), ("one hundred", 100),
        ("one hundred and one", 101), ("two hundred fifty", 250), ("twelve hundred", 1200),
        ("a thousand", 1000), ("two thousand and five", 2005), ("two thousand five hundred", 2500),
        ("a hundred thousand", 100_000), ("one hundred and fifty thousand", 150_000),
        ("a million", 10**6), ("1.5 million", 1_500_000), ("2 billion", 2 * 10**9),
        ("three trillion", 3 * 10**12), ("half a million", 500_000), ("half million", 500_000),
        ("one and a half million", 1_500_000), ("two-and-a-half billion", 25 * 10**8),
        ("a quarter of a million", 250_000), ("three quarters of a million", 750_000),
        ("5 lakh", 500_000), ("5 lakh crore", 5 * 10**12), ("three dozen", 36),
        ("two million five hundred thousand", 2_500_000), ("1,200", 1200), ("Five", 5),
        ("20 thousand", 20_000),
    ],
)  # fmt: skip
def test_english_words(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cero", 0), ("uno", 1), ("una", 1), ("quince", 15), ("dieciséis", 16), ("veinte", 20),
        ("veintiún", 21), ("veintidós", 22), ("treinta", 30), ("treinta y cinco", 35),
        ("noventa y nueve", 99), ("cien", 100), ("ciento uno", 101), ("doscientos diez", 210),
        ("doscientas", 200), ("quinientos", 500), ("mil", 1000), ("dos mil", 2000),
        ("dos mil veinticinco", 2025), ("mil quinientos", 1500), ("cien mil", 100_000),
        ("ciento cincuenta mil", 150_000), ("un millón", 10**6), ("dos millones", 2 * 10**6),
        ("mil millones", 10**9), ("dos mil millones", 2 * 10**9), ("un billón", 10**12),
        ("medio millón", 500_000), ("un millón y medio", 1_500_000), ("35 mil", 35_000),
        ("35 mil 188", 35_188), ("2 mil 800 millones", 28 * 10**8), ("1,5 millones", 1_500_000),
        ("un millón doscientos mil", 1_200_000), ("un cuarto de millón", 250_000), ("once", 11),
        ("un billón doscientos mil millones", 12 * 10**11), ("1.200", 1200),
    ],
)  # fmt: skip
def test_spanish_words(text: str, value: int) -> None:
    assert parse_number(text, "es") == value


@pytest.mark.parametrize(
    "text", ["", "once", "five six", "twenty twelve", "hundreds", "five-a-side", "1,2,3", "x 5"]
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.text(max_size=60), st.sampled_from(["en", "es"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    value = parse_number(text, language)
    assert value is None or value >= 0


@given(st.integers(0, 10**12))
def test_grouped_digits_read_back(number: int) -> None:
    assert read_digits(f"{number:,}") == number
    assert read_digits(f"{number:,}".replace(",", "."), ",") == number


def test_every_word_is_in_both_languages_or_compound_in_one() -> None:
    single = {"21", "22", "23", "24", "25", "26", "27", "28", "29", "12", "100"}
    single |= {str(hundreds) for hundreds in range(200, 1000, 100)}
    single |= {str(10**power) for power in (5, 7, 15, 18)}
    alone = {row["value"] for row in table("numbers.tsv") if not (row["en"] and row["es"])}
    assert alone <= single
