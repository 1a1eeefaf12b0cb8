"""One-to-one assignment of greatest total weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def assign(weights: Sequence[Sequence[int]]) -> dict[int, int]:
    """Assign rows to columns so that the weights of the pairs taken add up to most.

    Of several best assignments the one that takes the heaviest pairs first is chosen where it is
    among them, so that the outcome does not hang on the solver.

    Args:
        weights: rows of equal length, not negative; a pair of weight 0 is never taken.

    Returns:
        Row → column.

    >>> assign([[3, 2], [2, 0]])
    {0: 1, 1: 0}
    """
    simple = _heaviest_first(weights)
    if _one_choice(weights):
        return simple
    best = _optimum(weights)
    return simple if total(weights, simple) == total(weights, best) else best


def total(weights: Sequence[Sequence[int]], pairs: dict[int, int]) -> int:
    """Weight of an assignment."""
    return sum(weights[i][j] for i, j in pairs.items())


def _one_choice(weights: Sequence[Sequence[int]]) -> bool:
    """Whether no row and no column has two pairs to choose from."""
    rows = [[j for j, w in enumerate(row) if w] for row in weights]
    columns = [j for row in rows for j in row]
    return all(len(row) <= 1 for row in rows) and len(set(columns)) == len(columns)


def _heaviest_first(weights: Sequence[Sequence[int]]) -> dict[int, int]:
    candidates = sorted(
        ((w, i, j) for i, row in enumerate(weights) for j, w in enumerate(row) if w), reverse=True
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _optimum(weights: Sequence[Sequence[int]]) -> dict[int, int]:
    try:
        import numpy as np
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise UsageError(
            "evaluating records needs scipy", hint="pip install 'press-extract[evaluation]'"
        ) from error
    rows, columns = linear_sum_assignment(np.array(weights, dtype=float), maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {i: j for i, j in pairs if weights[i][j]}
