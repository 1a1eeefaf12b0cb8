"""What holds for any text: offsets, no errors, formatted money reads back, linear time."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.mentions import State
from extract.entities.money import annotate, find_money, parse_money
from extract.entities.money.names import in_use
from extract.resources import tree
from extract.schema import Metadata

WORDS = [
    "$", "US$", "€", "Rs.", "USD", "COP", "mdd", "5", "7", "1,234.56", "1.234,56", "10.170", "2½",
    "million", "millones", "mil", "billón", "bn", "k", "half", "medio", "y", "and", "a", "un",
    "dollars", "pesos", "pounds", "won", "cents", "centavos", "mexicanos", "U.S.", "of", "de", "to",
    "between", "entre", "-", "–", ",", ".", "(", ")", "\\", "`", "https://", "nearly", "más de",
    "or more", "otros", "from", "people", "Mexico", "İ", "ß", "\n", "\n\n", "\u00a0",
]  # fmt: skip
PARTS = st.sampled_from(WORDS)
SOUP = st.lists(st.tuples(PARTS, st.sampled_from(["", " ", "  "])), max_size=40).map(
    lambda parts: "".join(word + space for word, space in parts)
)
LANGUAGE = st.sampled_from(["en", "es"])


@given(st.one_of(st.text(max_size=200), SOUP), LANGUAGE)
@settings(max_examples=250, deadline=None)
def test_mentions_are_ordered_stretches_of_any_text(text: str, language: str) -> None:
    last = 0
    for mention in find_money(text, language):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.money is not None
        assert mention.money.amount >= 0
        assert mention.money.max is None or mention.money.max > mention.money.amount
        last = mention.end


@given(SOUP, st.data())
@settings(max_examples=100, deadline=None)
def test_search_stays_within_its_bounds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for mention in find_money(text, "en", start=start, end=end):
        assert start <= mention.start < mention.end <= end


def test_annotate_reads_each_language_by_itself() -> None:
    assert annotate("", State()) == []
    found = annotate("It cost 2.5 billion dollars.", State(metadata=Metadata(language="en")))
    assert [str(mention.money.amount) for mention in found if mention.money] == ["2500000000.0"]


def strong_codes() -> list[str]:
    data = tree("currencies.toml")
    return sorted(in_use() - set(data["weak_codes"]) - set(data["not_codes"]))


AMOUNT = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 12, places=2)


@given(AMOUNT, st.sampled_from(strong_codes()), LANGUAGE)
@settings(max_examples=100, deadline=None)
def test_formatted_money_reads_back(amount: Decimal, code: str, language: str) -> None:
    digits = f"{amount:,}"
    if language == "es":
        digits = digits.translate(str.maketrans(",.", ".,"))
    for written in (f"{code} {digits}", f"{digits} {code}"):
        money = parse_money(written, language)
        assert money is not None, written
        assert (money.amount, money.currency, money.basis) == (amount, code, "code")


@given(st.integers(1, 999), st.sampled_from(["million", "billion"]), LANGUAGE)
def test_magnitudes_multiply(count: int, magnitude: str, language: str) -> None:
    scale = {"million": 10**6, "billion": 10**9}[magnitude]
    money = parse_money(f"${count} {magnitude}", language)
    assert money is not None
    assert money.amount == count * scale


ADVERSARIAL = [
    "$", "1", "1,", "1.", "1 ", "$1 ", "$1", "$1-", "a ", "million ", "mil ", "y medio ", "and ",
    "dollars ", "five ", "1 million ", "U.S. ", "de los estados unidos ", "between $1 and ", "(",
    "Rs. 1,", "`$1", "\n", "1\n", "USD ", "1 USD", "nearly ", "$\\", "https://a/$1", "mexico $1 ",
    "veinti", "cents 5 ", "1'", "$1 million from the Bank and 5 million from ", "9",
    "5 pounds and rice ", "5 million people ",
]  # fmt: skip


@pytest.mark.parametrize("text", ["million " * 30_000, "9" * 50_000 + " dollars", "$" * 20_000])
def test_endless_numbers_are_no_error(text: str) -> None:
    assert all(mention.money for mention in find_money(text))


def seconds(text: str, language: str) -> float:
    """The quickest of some runs, in processor time."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_money(text, language)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    size = 4_000 // len(unit)
    find_money(unit * 10)
    ratios = []
    for _ in range(4):
        ratios.append(seconds(unit * size * 2, "en") / max(seconds(unit * size, "en"), 1e-4))
        if ratios[-1] < 2.6:
            return
    pytest.fail(f"doubling {unit!r} multiplies the time by {min(ratios):.1f}")
