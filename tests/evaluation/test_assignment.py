"""The assignment of records: optimal, repeatable, clear about what it needs."""

from __future__ import annotations

import sys
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import UsageError
from extract.evaluation.assignment import assign, total


def brute_force(weights: list[list[int]]) -> int:
    """Greatest total over all ways to give each row a column or none."""
    columns = list(range(len(weights[0]))) if weights else []
    choices = [*columns, *[-1] * len(weights)]
    return max(
        sum(row[j] for row, j in zip(weights, order, strict=True) if j >= 0)
        for order in permutations(choices, len(weights))
    )


@st.composite
def matrices(draw: st.DrawFn) -> list[list[int]]:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 4), min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=rows, max_size=rows))


@settings(deadline=None)
@given(matrices())
def test_is_optimal(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    assert total(weights, pairs) == brute_force(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs.items())


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([], {}),
        ([[]], {}),
        ([[0, 0]], {}),
        ([[2, 0], [0, 1]], {0: 0, 1: 1}),
        ([[3, 2], [2, 0]], {0: 1, 1: 0}),  # heaviest first would take 3 + 0
        ([[2, 1], [1, 0]], {0: 0}),  # 2 + 0 is as good as 1 + 1: the heavier pair
    ],
)
def test_small_cases(weights: list[list[int]], pairs: dict[int, int]) -> None:
    assert assign(weights) == pairs


def test_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(UsageError, match="scipy") as caught:
        assign([[3, 2], [2, 0]])
    assert caught.value.hint == "pip install 'press-extract[evaluation]'"
