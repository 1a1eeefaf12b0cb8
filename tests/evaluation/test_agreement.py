"""Agreement of two annotators."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.evaluation import Pair
from extract.evaluation.agreement import coefficients, token_agreement, token_labels
from tests.evaluation.samples import english, perturb, samples


@pytest.mark.parametrize(
    ("table", "kappa", "alpha"),
    [
        # Cohen's yes-no table of two readers
        ({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}, 0.4, 0.4),
        # Krippendorff (2011), example B: two observers, ten units
        ({("0", "0"): 5, ("1", "1"): 1, ("0", "1"): 4}, 0.2, 0.0952),
        ({("a", "a"): 9}, 1.0, 1.0),
        ({("a", "b"): 5, ("b", "a"): 5}, -1.0, -0.9),
        ({}, 1.0, 1.0),
    ],
)  # fmt: skip
def test_coefficients(table: dict[tuple[str, str], int], kappa: float, alpha: float) -> None:
    found = coefficients(Counter(table))
    assert (found.kappa, found.alpha) == pytest.approx((kappa, alpha), abs=5e-4)
    assert found.tokens == sum(table.values())


def test_the_same_annotator_twice() -> None:
    found = token_agreement([Pair(d, d) for d in samples()])
    assert {(c.kappa, c.alpha) for c in found.values()} == {(1.0, 1.0)}


def test_labels_of_tokens() -> None:
    labels = token_labels(english())
    assert labels[:8] == ["O", "AGENCY", "AGENCY", "O", "O", "O", "O", "MONEY"]


@pytest.mark.parametrize("seed", range(10))
def test_symmetric(seed: int) -> None:
    pairs = [Pair(d, perturb(d, seed)) for d in samples()]
    there = token_agreement(pairs)
    back = token_agreement([Pair(p.predicted, p.gold) for p in pairs])
    assert there.keys() == back.keys()
    for name, c in there.items():
        assert (c.kappa, c.alpha) == pytest.approx((back[name].kappa, back[name].alpha))
        assert c.alpha <= 1
