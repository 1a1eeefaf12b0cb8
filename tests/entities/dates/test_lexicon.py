"""The words of both languages stand side by side, and hold all that the CLDR calls the calendar."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from babel.dates import get_day_names, get_month_names

from extract.entities.dates.feasts import feast
from extract.entities.dates.lexicon import CODES, entries, lexicon
from extract.entities.dates.tries import trie_pattern
from extract.resources import table, tree

LANGUAGES = ("en", "es")


@pytest.mark.parametrize("name", ["dates.tsv", "holidays.tsv"])
def test_every_entry_has_both_languages_or_says_why_not(name: str) -> None:
    lacking = [row for row in table(name) if not (row["en"] and row["es"]) and not row["note"]]
    assert lacking == []


def test_calendar_has_both_languages() -> None:
    assert all(row["en"] and row["es"] for row in table("calendar.tsv"))


def test_contexts_have_both_languages() -> None:
    for name, context in tree("date_contexts.toml").items():
        assert {"en", "es"} <= context.keys(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_a_code(language: str) -> None:
    assert {kind for kind, _, _ in entries(language)} <= CODES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_knows_the_months_of_the_cldr(language: str, width: Literal["wide", "abbreviated"]) -> None:
    words = lexicon(language).words
    for number, name in get_month_names(width, locale=language).items():
        word = words[name.lower().rstrip(".")]
        assert word.value == number
        assert word.code in "Ma"


@pytest.mark.parametrize("language", LANGUAGES)
def test_knows_the_weekdays_of_the_cldr(language: str) -> None:
    words = lexicon(language).words
    for number, name in get_day_names("wide", locale=language).items():
        assert words[name.lower()] == ("W", number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_accents_may_be_missing(language: str) -> None:
    words = lexicon(language).words
    for accented in [word for word in words if re.search("[áéíóú]", word)]:
        plain = accented.translate(str.maketrans("áéíóú", "aeiou"))
        assert plain in words


def test_every_feast_falls_in_every_year() -> None:
    for row in table("holidays.tsv"):
        for year in (1999, 2000, 2024, 2025):
            assert feast(row["rule"])(year) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scan_finds_every_anchor_whole(language: str) -> None:
    anchors = lexicon(language).anchors
    pattern = re.compile(trie_pattern(sorted(anchors)))
    assert all(pattern.fullmatch(anchor) for anchor in anchors)
