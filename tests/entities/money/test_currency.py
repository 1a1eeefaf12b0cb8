"""Which currency is meant, and what decided it."""

from __future__ import annotations

import pytest

from extract.entities.money import find_money, parse_money
from extract.entities.money.names import in_use, names
from extract.resources import tree
from extract.schema import Metadata

CODES = sorted(in_use() - set(tree("currencies.toml")["not_codes"]))
NAMELESS = {"BOV", "COU", "MXV", "UYI", "UYW", "CLF", "USN", "CNH", "XUA", "VED", "XSU"}
"""Funds and units of account whose names nobody writes beside an amount."""


@pytest.mark.parametrize("code", CODES)
def test_every_code_in_use_is_read_on_either_side(code: str) -> None:
    for text in (f"It received {code} 2.5 million.", f"It received 2.5 million {code}."):
        found = find_money(text)
        assert [m.money.currency for m in found if m.money] == [code], text


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_name_of_a_currency_in_use_is_read(language: str) -> None:
    number = {"en": "2.5 million", "es": "2,5 millones de"}[language]
    missed = []
    for name, code in names(language):
        if code in CODES and code not in NAMELESS:
            money = parse_money(f"{number} {name}", language)
            if money is None or money.currency != code:
                missed.append((name, code, money and money.currency))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "language", "publisher", "currency", "basis"),
    [
        ("USD 5 million", "en", None, "USD", "code"),
        ("US$5 million", "en", None, "USD", "symbol"),
        ("€5 million", "en", None, "EUR", "symbol"),
        ("5 million Mexican pesos", "en", None, "MXN", "word"),
        ("5 million yen", "en", None, "JPY", "word"),
        ("450 mdd", "es", None, "USD", "word"),
        ("$5 million", "en", None, "USD", "default"),
        ("$5 million", "en", "The White House", "USD", "default"),
        ("$5 million", "en", "Government of Canada", "CAD", "publisher"),
        ("$5 million", "en", "Australian Department of Foreign Affairs", "AUD", "publisher"),
        ("$5 million", "en", "New Zealand Foreign Affairs", "NZD", "publisher"),
        ("$5 million", "en", "Ministry of Finance, Singapore", "SGD", "publisher"),
        ("$5 million", "en", "Gobierno de México", "USD", "default"),
        ("Rs. 5 million", "en", "Sri Lanka Treasury", "LKR", "publisher"),
        ("Rs. 5 million", "en", "Government of Nepal", "NPR", "publisher"),
        ("Rs. 5 million", "en", "newsfirst.lk", "LKR", "publisher"),
        ("Rs. 5 million", "en", None, "INR", "default"),
        ("5 million rupees for Colombo", "en", None, "LKR", "country"),
        ("5 million kroner for Copenhagen", "en", None, "DKK", "country"),
        ("5 millones de pesos", "es", "Gobierno de Colombia", "COP", "publisher"),
        ("5 millones de pesos", "es", "Secretaría de Economía de México", "MXN", "publisher"),
        ("5 millones de pesos", "es", None, "MXN", "default"),
        ("5 millones de pesos en Bogotá", "es", None, "COP", "country"),
        ("$5 million", "en", "canberratimesau", "AUD", "publisher"),
        ("$5 million", "en", "JICA", "USD", "default"),
        ("$5 millones", "es", "América", "USD", "default"),
        ("5 millones de libras en El Cairo", "es", None, "EGP", "country"),
        ("5 millones de libras", "es", None, "GBP", "default"),
    ],
)
def test_basis(text: str, language: str, publisher: str | None, currency: str, basis: str) -> None:
    money = parse_money(text, language, Metadata(publisher=publisher))
    assert money is not None
    assert (money.currency, money.basis) == (currency, basis)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A$5 million in May and $3 million in June", "en", ["symbol", "neighbour"]),
        ("$1 billion from the Bank and 500 million from the Fund", "en", ["default", "neighbour"]),
        ("AUD 5 million.\n\nThe rest, $3 million, is for 5 million Australian dollars of debt",
         "en", ["code", "document", "word"]),
        ("Dio 5 millones de pesos colombianos.\n\nOtros 3 millones de pesos serán para obras.",
         "es", ["word", "document"]),
    ],
)  # fmt: skip
def test_basis_within_a_document(text: str, language: str, expected: list[str]) -> None:
    assert [m.money.basis for m in find_money(text, language) if m.money] == expected


def test_address_of_the_publisher_tells_the_dollar() -> None:
    money = parse_money("$5 million", "en", Metadata(url="https://www.dfat.gov.au/news/1"))
    assert money is not None
    assert (money.currency, money.basis) == ("AUD", "publisher")


def test_rule_names_what_found_the_amount() -> None:
    text = "$1 billion from the Bank, 2 million euros, EUR 5 and 500 million from the Fund"
    assert [mention.rule for mention in find_money(text)] == [
        "money.symbol", "money.word", "money.code", "money.elided",
    ]  # fmt: skip
