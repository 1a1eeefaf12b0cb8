"""What holds for every text, and that no text takes long."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.dates import find_dates, granularity, parse, timex3
from extract.schema import Metadata

PIECES = (
    "May", "mayo", "13", "2024", "'24", "30th", "1º", "first", "primer", "last", "próximo",
    "pasado", "this", "este", "next", "week", "semana", "years", "año", "quarter",
    "trimestre", "Q1", "H2", "FY", "fiscal", "of", "de", "del", "in", "en", "the", "el", "la",
    "to", "a", "al", "through", "hasta", "-", "–", "/", ",", "and", "y", "between", "entre",
    "since", "desde", "from", "by", "until", "ago", "hace", "days", "días", "two", "dos", "a",
    "un", "Monday", "lunes", "mañana", "today", "hoy", "early", "late", "mid", "principios",
    "finales", "end", "fin", "1990s", "siglo", "XXI", "21st", "century", "12/08/2024",
    "2024-03-05", "2024-W10", "3/2015", "(2010", "2013)", "20102013", "Christmas", "Navidad",
    "summer", "verano", "every", "cada", "rest", "resto", "after", "before", "weekend", "fin",
    "de", "semana", "(13)", "II", "noche", "a couple of", "un par de", "same", "mismo", "~", "1o.",
    "\n", "\n\n", ".", "9999", "0001", "99999", "1000",
)  # fmt: skip

languages = st.sampled_from(["en", "es"])
dates = st.one_of(st.none(), st.dates())
likely = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def check(text: str, language: str, published: dt.date | None) -> None:
    found = find_dates(text, language, metadata=Metadata(published=published))
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        date = mention.date
        if date is None:
            continue
        assert date.edtf is not None
        assert parse(date.edtf) == (date.start, date.end)
        assert date.start is None or date.end is None or date.start <= date.end
        assert timex3(mention)
        assert granularity(mention)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(text=likely, language=languages, published=dates)
def test_holds_for_words_of_dates(text: str, language: str, published: dt.date | None) -> None:
    check(text, language, published)


@settings(max_examples=100, deadline=None)
@given(text=st.text(), language=languages, published=dates)
def test_holds_for_any_text(text: str, language: str, published: dt.date | None) -> None:
    check(text, language, published)


@settings(max_examples=100, deadline=None)
@given(day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_reads_back_every_day(day: dt.date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ):
        (mention,) = find_dates(text, "en")
        assert mention.date is not None
        assert (mention.date.start, mention.date.end) == (day, day)


ADVERSARIAL = (
    "1 ", "1/", "1-", "2024 ", "2024-", "may ", "May ", "May 1 ", "mayo de ", "first ", "last ",
    "the ", "last last week ", "this ", "of ", "week ", "1,", "2 and ", "de la ", "Q1", "'90",
    "X", "\n", " \t", "from 2020 to ", "between 1 and ", "(", "’", "hace ", "12/12/", "two ",
    "twenty", "a", "é", "2.", "FY",
)  # fmt: skip


def seconds(text: str, language: str) -> float:
    best = 1.0
    for _ in range(2):
        start = time.process_time()
        find_dates(text, language, metadata=Metadata(published=dt.date(2024, 5, 15)))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", ADVERSARIAL)
@pytest.mark.parametrize("language", ["en", "es"])
def test_time_grows_with_length_alone(piece: str, language: str) -> None:
    short = seconds(piece * (2_000 // len(piece)), language)
    long = seconds(piece * (16_000 // len(piece)), language)
    assert long < 0.05 + 20 * short  # eight times the text; twice and a half for noise
