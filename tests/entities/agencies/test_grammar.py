"""Names by structure alone: every sentence is read with an empty gazetteer."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.agencies import annotate
from extract.entities.agencies.gazetteer import Gazetteer
from extract.entities.mentions import State
from extract.schema import Label
from tests.entities.marked import marked, sentences, unmarked

HERE = Path(__file__).parent
UNLISTED = Gazetteer()


@pytest.mark.parametrize(
    "sentence",
    [s for name in ("english", "spanish") for s in sentences(HERE / f"{name}.txt")],
)
def test_names_have_their_exact_edges(sentence: str) -> None:
    assert marked(unmarked(sentence), Label.AGENCY, known=UNLISTED) == sentence


@pytest.mark.parametrize("sentence", sentences(HERE / "negative.txt"))
@pytest.mark.parametrize("known", [UNLISTED, None], ids=["grammar", "gazetteer"])
def test_what_is_no_institution_stays_unmarked(sentence: str, known: Gazetteer | None) -> None:
    assert marked(sentence, Label.AGENCY, known=known) == sentence


@pytest.mark.parametrize("sentence", sentences(HERE / "listed.txt"))
def test_the_gazetteer_finds_what_the_grammar_cannot(sentence: str) -> None:
    assert marked(unmarked(sentence), Label.AGENCY) == sentence


WORDS = """The Ministry of Health and the World Bank , ( ) " ' ’s U.S. Mexico’s Secretaría de la y
    Universidad Autónoma « » Committee on Trade ABC (ABC) gobierno México Inc. & - sTs"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    found = annotate(text, State())
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[m.start : m.end].strip() == text[m.start : m.end] for m in found)


@pytest.mark.parametrize(
    "piece",
    [
        "Ministry of ",
        "de la Secretaría ",
        "U. S. ",
        "A.",
        "Bank, ",
        "(ABC) ",
        "and the ",
        "«",
        "- ",
    ],
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text, state = piece * size, State()
        begin = time.process_time()
        annotate(text, state)
        return time.process_time() - begin

    seconds(200)
    short, long = (min(seconds(size) for _ in range(3)) for size in (1000, 4000))
    assert long < 10 * short + 0.05
