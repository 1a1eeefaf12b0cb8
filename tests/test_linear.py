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


@pytest.mark.parametrize(
    "unit",
    [
        "a:", "((", "a.", "A ", "$", "$5 ", "$5 to ", "5 million and ", "between $5 and ", "1,",
        "5 ", "mil ", "May ", "2024-", "from 2 to ", "5 de mayo de ", "Mexico and ", "EE. UU. ",
        "USAID (", "World Bank (", "Toyota Corp. & ", "Ltd. ", "said that ", "its ", "\u0301",
        "signed a loan with ", "granted $5 million to ", "imports of $5 ", "- \n", "| a |\n",
        "**a** ",
        "USAID granted Mexico $5 million ",
    ],
)  # fmt: skip
def test_doubling_a_text_doubles_the_time(unit: str) -> None:
    process("Japan lent Kenya $5 million in May 2024.")
    once = unit * (LENGTH // len(unit))
    ratios = []
    for _ in range(3):
        short, long = _seconds(once), _seconds(once * 2)
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
