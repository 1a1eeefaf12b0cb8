"""Spans, values, currencies and qualifiers of amounts in running text."""

from __future__ import annotations

import pytest

from extract.entities.money import find_money
from tests.entities.money.cases import Case, Expected, cases

ALL = [*cases("en"), *cases("es")]


def found(text: str, language: str) -> tuple[Expected, ...]:
    return tuple(
        (
            text[mention.start : mention.end],
            mention.money.amount,
            mention.money.max,
            mention.money.currency,
            mention.money.qualifier,
        )
        for mention in find_money(text, language)
        if mention.money is not None
    )


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.text[:60]}")
def test_amounts_in_text(case: Case) -> None:
    assert found(case.text, case.language) == case.expected


def test_there_are_enough_cases_of_both_languages() -> None:
    assert len(ALL) >= 700
    assert min(len(cases("en")), len(cases("es"))) >= 330
