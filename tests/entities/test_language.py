from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.entities.language import (
    LANGUAGES,
    block_languages,
    is_function_word,
    main_language,
    spanish_score,
)
from extract.schema import Block, BlockKind

ENGLISH = (
    "Norway and Mexico put their names to a memorandum of understanding.",
    "Funding agreement",
    "Strengthening supply chains",
    "What you need to know",
    "USAID and AMEXCID announce training for farmers",
    "Relationship with Korea",
)
SPANISH = (
    "México y Estados Unidos firmaron un memorando de entendimiento.",
    "Cooperación económica",
    "Fortalecimiento de las cadenas de suministro",
    "Lo que debe saber",
    "Comunicado de prensa",
    "USAID y AMEXCID anuncian capacitación para agricultores",
    "¿Quiénes somos?",
    "Señalamientos",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_scores_below_zero(text: str) -> None:
    assert spanish_score(text) < 0


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_scores_above_zero(text: str) -> None:
    assert spanish_score(text) > 0


def languages(*texts: str, known: str | None = None, heads: int = -1) -> list[str]:
    """The languages of paragraphs, the one at index ``heads`` a heading."""
    text, blocks = "", []
    for n, part in enumerate(texts):
        kind = BlockKind.HEADING if n == heads else BlockKind.PARAGRAPH
        blocks.append(Block(len(text), len(text) + len(part), kind))
        text += part + "\n\n"
    return block_languages(text, blocks, known)


EN = "The agency will fund the works and the bank will lend the rest of the money."
ES = "La agencia financiará las obras y el banco prestará el resto del dinero a la ciudad."


def test_an_undecided_paragraph_has_the_language_of_the_document() -> None:
    assert languages("AMEXCID 2023", EN) == ["en", "en"]
    assert languages("AMEXCID 2023", ES) == ["es", "es"]


def test_an_undecided_heading_has_the_language_of_what_it_heads() -> None:
    assert languages(EN, EN, "Resumen", ES, heads=2) == ["en", "en", "es", "es"]


def test_each_paragraph_of_a_mixed_document_has_its_own() -> None:
    assert languages(EN, ES, EN) == ["en", "es", "en"]


@pytest.mark.parametrize("known", LANGUAGES)
def test_a_given_language_yields_to_clear_evidence_only(known: str) -> None:
    assert languages(EN, ES, known=known) == ["en", "es"]
    assert languages("El Nacional", "The Hindu", known=known) == [known, known]


def test_other_scripts_count_as_english() -> None:
    assert languages("スリランカ政府", "ශ්‍රී ලංකා") == ["en", "en"]


def test_the_main_language_is_that_of_most_characters() -> None:
    assert main_language([], []) == "en"
    assert main_language(["en", "es"], [3, 5]) == "es"


@pytest.mark.parametrize(("word", "expected"), [("The", True), ("las", True), ("Mexico", False)])
def test_function_words(word: str, expected: bool) -> None:
    assert is_function_word(word) is expected


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert block_languages(text, [Block(0, len(text))], None)[0] in LANGUAGES
