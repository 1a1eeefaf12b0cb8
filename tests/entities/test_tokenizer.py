"""The guarded tokenizer gives spaCy's tokens, and every text in linear time."""

from __future__ import annotations

import pickle
import time

import pytest
import spacy

from extract.entities.tokenizer import LONGEST_RUN, GuardedTokenizer

PLAIN = spacy.blank("en").tokenizer
GUARDED = GuardedTokenizer.of(PLAIN)
TEXTS = (
    "USAID's $24.5m grant (see https://usaid.gov/sri-lanka) was signed in the U.S. on Jan. 5.",
    "El Banco Interamericano de Desarrollo (BID)  aprobó 450 mdd;\n\npara México.",
    "",
    " ",
)


@pytest.mark.parametrize("text", TEXTS)
def test_ordinary_text_has_the_tokens_spacy_gives(text: str) -> None:
    assert [(t.text, t.idx) for t in GUARDED(text)] == [(t.text, t.idx) for t in PLAIN(text)]


@pytest.mark.parametrize("around", ["", "The loan. ", "Line\n"])
@pytest.mark.parametrize("length", [LONGEST_RUN, LONGEST_RUN + 1, 3 * LONGEST_RUN])
def test_long_runs_are_cut_and_nothing_else_changes(around: str, length: int) -> None:
    text = f"{around}{'x' * length} {around}"
    doc = GUARDED(text)
    assert doc.text == text
    assert all(doc.text.startswith(token.text, token.idx) for token in doc)
    assert max(len(token) for token in doc) == LONGEST_RUN


@pytest.mark.parametrize("unit", ["a:", "((", "'", "a.", "http://a", "é,", "$", "\u0301", "\n "])
def test_any_text_takes_less_than_a_second(unit: str) -> None:
    text = unit * 16_000
    start = time.process_time()
    doc = GUARDED(text)
    assert time.process_time() - start < 1
    assert doc.text == text


def test_it_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(GUARDED))  # noqa: S301 - made right here
    assert isinstance(again, GuardedTokenizer)
    assert [token.text for token in again("x" * 300)] == ["x" * 256, "x" * 44]
