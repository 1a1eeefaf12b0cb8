"""Time grows with the length of a text and with nothing else, whatever the text."""

from __future__ import annotations

import gc
import time

import pytest

from extract.pipeline import process

LENGTH = 4_000
RATIO = 2.6
NOTICEABLE = 0.05
"""Seconds below which a ratio is noise."""
SYLLABLES = ("ba", "cor", "del", "fa", "gui", "lan", "mer", "no", "pe", "ri")


@pytest.mark.parametrize(
    "unit",
    [
        "a:", "((", "a.", "A ", "$", "$5 ", "$5 to ", "5 million and ", "between $5 and ", "1,",
        "5 ", "mil ", "May ", "2024-", "from 2 to ", "5 de mayo de ", "Mexico and ", "EE. UU. ",
        "USAID (", "World Bank (", "Toyota Corp. & ", "Ltd. ", "said that ", "its ", "\u0301",
        "signed a loan with ", "granted $5 million to ", "imports of $5 ", "- \n", "| a |\n",
        "**a** ", "Bank of ", "Banco de ", "Office of the ", "of the Bank ", "NATIONAL BANK ",
        "Fund for ", "Ministry of Health, ", "Bank of “A ", "FY", "FY2024 ", "fiscal year ",
        "año fiscal ", "Q1 ", "1/2/", "A.B. ", "Mr. ", "“", "\t", "# A\n", "the Minister, ",
        "Kenya, which ", "to provide to ", "both countries ", "$5 ($6) ", "$5, ",
        "USAID granted Mexico $5 million ",
        "Japan lent Kenya $5 million in May 2024.\n",
        "The Bank of Kenya met. The Bank lent $5 million. ",
    ],
)  # fmt: skip
def test_doubling_a_text_doubles_the_time(unit: str) -> None:
    once = unit * (LENGTH // len(unit))
    _check(once, once * 2)


@pytest.mark.parametrize(
    "pattern",
    [
        "Prime Minister {} of Japan met {}. ",
        "The {0} Agency ({0}X) met. ",
        "{} Corp. bought {} Ltd. for $5 million. ",
        "Bank of {}, Bank of {} and ",
        "Ministry of {} and {}, ",
        "- $5 million for {};\n",
        "{} and {} signed an agreement. ",
    ],
)
def test_so_do_twice_as_many_different_names(pattern: str) -> None:
    numbers = range(LENGTH // len(pattern) * 2)
    units = [pattern.format(_name(2 * n), _name(2 * n + 1)) for n in numbers]
    _check("".join(units[: len(units) // 2]), "".join(units))


def _name(number: int) -> str:
    """A word of its own for each number."""
    syllables: list[str] = []
    while number or not syllables:
        number, rest = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[rest])
    return "".join([*syllables, "zu"]).capitalize()


def _check(once: str, twice: str) -> None:
    process("Japan lent Kenya $5 million in May 2024.")
    ratios = []
    for _ in range(3):
        short, long = _seconds(once), _seconds(twice)
        if long < NOTICEABLE:
            return
        ratios.append(long / short)
        if ratios[-1] < RATIO:
            return
    assert min(ratios) < RATIO


def _seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    process(text)
    return time.process_time() - start
