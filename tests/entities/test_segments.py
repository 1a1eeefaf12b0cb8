from __future__ import annotations

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.entities.docs import mark_sentences, state_of
from extract.entities.mentions import State
from extract.entities.segments import find_segments
from extract.resources import tree
from extract.schema import Block, Metadata
from tests.entities.segment_cases import ENGLISH, SPANISH, cases


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text that is one block."""
    state = State(metadata=Metadata(language=language), blocks=(Block(0, len(text)),))
    return [text[s.start : s.end] for s in find_segments(text, state)]


@pytest.mark.parametrize(("text", "expected"), cases(ENGLISH))
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), cases(SPANISH))
def test_spanish_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text, "es") == expected


def test_each_abbreviation_is_listed_once_a_group_and_language() -> None:
    for name, group in tree("abbreviations.toml").items():
        for language in ("en", "es"):
            words = f"{group.get('both', '')} {group.get(language, '')}".split()
            assert sorted(set(words)) == sorted(words), name


def test_windows_quotes_that_lost_their_encoding_still_close_a_sentence() -> None:
    text = "Dijo que \x93hay acuerdo.\x94 La obra inicia\x85 Falta la firma."
    assert sentences(text, "es") == [
        "Dijo que \x93hay acuerdo.\x94",
        "La obra inicia\x85",
        "Falta la firma.",
    ]


def test_no_sentence_crosses_a_block() -> None:
    text = "Key results\n\n- Roads in Peru\n- Ports in Chile"
    assert [text[s.start : s.end] for s in find_segments(text, State())] == [
        "Key results",
        "Roads in Peru",
        "Ports in Chile",
    ]


def test_fills_in_blocks_and_language_and_keeps_other_metadata() -> None:
    state = State(metadata=Metadata(publisher="AMEXCID"))
    find_segments("La agencia firmó el convenio con la embajada de Japón.", state)
    assert (state.metadata.language, state.metadata.publisher) == ("es", "AMEXCID")
    assert [(b.start, b.end) for b in state.blocks] == [(0, 54)]


def test_a_given_language_stays() -> None:
    state = State(metadata=Metadata(language="en"))
    segments = find_segments(
        "La agencia firmó el convenio con la embajada de los Países Bajos.", state
    )
    assert state.metadata.language == "en"
    assert [s.language for s in segments] == ["es"]


def test_a_mixed_document_is_told_apart_paragraph_by_paragraph() -> None:
    text = (
        "The agency signed the agreement with the embassy and will fund the centre in the city.\n\n"
        "# Resumen\n\n"
        "La agencia firmó el convenio con la embajada y financiará el centro en la ciudad.\n\n"
        "The centre will open in the spring, and it is the first of its kind in the region."
    )
    segments = find_segments(text, State())
    assert [s.language for s in segments] == ["en", "es", "es", "en"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The bank paid. The city thanked it.", ["The", "The"]),
        ("Review of the Partnership:The officials met.", ["Review", "The"]),
        ("It ended in the U.S. The rest is open.", ["It", "The"]),
        ("", []),
    ],
)
def test_sentence_starts_of_tokens(text: str, starts: list[str]) -> None:
    doc = spacy.blank("en")(text)
    state_of(doc).segments = find_segments(text, state_of(doc))
    mark_sentences(doc)
    assert [token.text for token in doc if token.is_sent_start] == starts
    assert all(token.is_sent_start is not None for token in doc)


def test_a_token_across_a_boundary_stays_with_the_first_sentence() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Progress.The", "work", "ends"])
    state_of(doc).segments = find_segments(doc.text, state_of(doc))
    pieces = [doc.text[s.start : s.end] for s in state_of(doc).segments]
    assert pieces == ["Progress.", "The work ends"]
    assert [s.text for s in mark_sentences(doc).sents] == ["Progress.The", "work ends"]


PIECES = st.sampled_from(
    [
        "The",
        "el",
        "U.S.",
        "No.",
        "5",
        ".",
        "!",
        "…",
        "\n",
        "\n\n",
        " ",
        "- ",
        "# ",
        "|",
        "\t",
        "”",
        '"',
        "(",
        "<sup>4</sup>",
        "[3]",
        "Sr.",
        "¿",
        ":",
        "México",
        "www.a.b",
        "\x93",
        "**",
        "e.g.",
        "A.",
        "\xa0",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_segments_hold_all_text_of_their_blocks_in_order(text: str) -> None:
    state = State()
    segments = find_segments(text, state)
    assert all(a.end <= b.start for a, b in pairwise(segments))
    for segment in segments:
        block = state.blocks[segment.block]
        piece = text[segment.start : segment.end]
        assert block.start <= segment.start < segment.end <= block.end
        assert piece == piece.strip()
    held = "".join("".join(text[s.start : s.end].split()) for s in segments)
    assert held == "".join("".join(text[b.start : b.end].split()) for b in state.blocks)


@pytest.mark.parametrize(
    "unit", ["a.b ", ". ", "U.S. ", '."”) ', "((((", "1) ", ". <sup>", "A.", "¿?", ".", "!x.", ".)"]
)
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    find_segments(text, State())
    assert time.process_time() - before < 3


@pytest.mark.parametrize("unit", ["$5 ", "word", "imports of $5 million and\n", "é  "])
def test_what_has_no_end_is_cut_between_words(unit: str) -> None:
    text = unit * 2_000
    pieces = [text[s.start : s.end] for s in find_segments(text, State())]
    assert max(map(len, pieces)) <= 2_000
    assert all(piece == piece.strip() for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    if unit.endswith((" ", "\n")):
        assert [word for piece in pieces for word in piece.split()] == text.split()
