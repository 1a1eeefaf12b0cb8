"""The whole pipeline over any text: it never raises, offsets hold, both ways in agree."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.entities.docs import state_of
from extract.pipeline import load, process
from extract.rows import record_rows
from extract.schema import Document

WORDS = """
USAID AMEXCID JICA the|World|Bank Inter-American|Development|Bank Ministerio|de|Hacienda U.S.
Government|of|Mexico Gobierno|de|México Kenya Kenyan mexicano EE.|UU. Toyota|Motor|Corp. S.A. Ltd.
$ US$ MX$ \\$ € £ ¥ Rs. USD million millones billion mil mdd mdp bn M 450 1,234.50 1.234,50 24.5 0
½ 3-5 3–5 % 2024 1999 2024-05-31 31/12/2023 May mayo 5 de del to and|y between|entre from|desde
last|year el|año|pasado FY2025 Monday first|quarter signed firmó granted donó will|provide
invertirá invested loan|of préstamo|de worth met|with se|reunió|con agreement acuerdo exported|to
project proyecto . , ; : ( ) — - * ** _ # < > </b> &amp; / 😀 ﬁ İ ß [1] <sup>4</sup> " ' “ ” « »
"""
INVISIBLE = ("\n", "\n\n", "\t", "\x00", "\x85", "\xa0", "\xad", "\u0301", "\u200b", "\u202e")
PIECES = st.sampled_from([*(word.replace("|", " ") for word in WORDS.split()), *INVISIBLE])
PROSE = st.lists(PIECES, max_size=60).map(" ".join)
GLUED = st.lists(PIECES, max_size=40).map("".join)
DATES = st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def check(document: Document) -> None:
    """What holds for every document: offsets, ids, order, and that it can be written and read."""
    text = document.text
    end = 0
    ids = [entity.id for entity in document.entities]
    for entity in document.entities:
        assert end <= entity.start < entity.end <= len(text)
        assert text[entity.start : entity.end] == entity.text
        end = entity.end
    for record in document.records:
        assert 0 <= record.start < record.end <= len(text)
        assert {filler for fillers in record.roles.values() for filler in fillers} <= set(ids)
    line = document.model_dump_json()
    assert Document.model_validate_json(line) == document
    assert len(record_rows(document)) == len(document.records)


@given(text=st.text(max_size=300) | PROSE | GLUED, published=DATES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_makes_it_raise_and_offsets_hold(text: str, published: dt.date | None) -> None:
    check(process(text, published=published))


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\x00", "\ufeff", "USAID", "$", "5", "(", "\u202eUSAID\u202c gave $5 million."],
)
@pytest.mark.parametrize("language", [None, "en", "es"])
def test_texts_of_next_to_nothing(text: str, language: str | None) -> None:
    check(process(text, language=language))


def test_a_doc_and_a_text_give_the_same(root: Path) -> None:
    for path in sorted(root.glob("raw/*.txt")):
        text = path.read_text(encoding="utf-8")
        document, doc = process(text), load()(text)
        state = state_of(doc)
        assert [(e.start, e.end, e.label) for e in document.entities] == [
            (m.start, m.end, m.label) for m in state.mentions
        ]
        assert document.records == doc._.records
