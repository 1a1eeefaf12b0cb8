"""Fit the confidence of records to gold: ``python -m extract.evaluation.fitting OUTPUT GOLD``.

Logistic regression with a ridge, by gradient steps of fixed size: the same gold gives the same
weights. Prints the Brier score in the sample and, more honest, the mean of five folds over
documents.
"""

from __future__ import annotations

import argparse
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.evaluation.loading import Pair, load_documents, load_gold, pair_up
from extract.evaluation.records import match_records
from extract.pipeline import analyse
from extract.relations.linking import find_drafts
from extract.relations.records.confidence import BIAS, features, probability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDS = 5
_RIDGE = 0.015
_STEPS = 1500
_RATE = 0.5
_TARGET = Path(__file__).parent.parent / "resources" / "confidence.toml"
_HEAD = """\
# Weights of the confidence model (extract/relations/records/confidence.py), written by
#   python -m extract.evaluation.fitting OUTPUT GOLD
[weights]
"""


class Case(NamedTuple):
    """One predicted record.

    Attributes:
        features: name → value.
        right: whether gold has it.
    """

    features: dict[str, float]
    right: bool


def cases(pair: Pair) -> list[Case]:
    """The predicted records of a document, judged by gold; made anew by the current rules."""
    drafts = find_drafts(pair.predicted.text, analyse(pair.predicted))
    right = set(match_records(pair).hits.values())
    return [Case(features(draft), n in right) for n, draft in enumerate(drafts)]


def fit(sample: Sequence[Case]) -> dict[str, float]:
    """Weights by feature name; the bias is not shrunk.

    >>> weights = fit([Case({"bias": 1.0, "x": 1.0}, True), Case({"bias": 1.0}, False)] * 20)
    >>> weights["x"] > 1, weights["bias"] < 0
    (True, True)
    """
    weights = dict.fromkeys(sorted({name for case in sample for name in case.features}), 0.0)
    for _ in range(_STEPS):
        slope = dict.fromkeys(weights, 0.0)
        for case in sample:
            score = sum(weights[name] * value for name, value in case.features.items())
            error = 1 / (1 + exp(-score)) - case.right
            for name, value in case.features.items():
                slope[name] += error * value / len(sample)
        for name in weights:
            ridge = 0.0 if name == BIAS else _RIDGE * weights[name] / 2
            weights[name] -= _RATE * (slope[name] + ridge)
    return {name: round(weight, 3) for name, weight in weights.items()}


def brier(sample: Iterable[Case], weights: dict[str, float]) -> float:
    """Mean squared error of the probabilities."""
    errors = [(probability(case.features, weights) - case.right) ** 2 for case in sample]
    return sum(errors) / len(errors) if errors else 0.0


def cross_validated(documents: Sequence[Sequence[Case]]) -> float:
    """Mean Brier score of five folds over documents, each judged by weights fitted on the rest."""
    scores = []
    for fold in range(FOLDS):
        train = [c for n, doc in enumerate(documents) if n % FOLDS != fold for c in doc]
        test = [c for n, doc in enumerate(documents) if n % FOLDS == fold for c in doc]
        if train and test:
            scores.append(brier(test, fit(train)))
    return sum(scores) / len(scores) if scores else 0.0


def main(arguments: Sequence[str] | None = None) -> str:
    """Fit and write the weights.

    Args:
        arguments: output folder, gold, and where to write; the command line's when ``None``.

    Returns:
        one line with the scores.
    """
    parser = argparse.ArgumentParser(description="Fit the confidence of records to gold.")
    parser.add_argument("output", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--target", type=Path, default=_TARGET)
    options = parser.parse_args(arguments)
    predicted = load_documents(options.output)
    documents = [cases(pair) for pair in pair_up(load_gold(options.gold, predicted), predicted)]
    sample = [case for document in documents for case in document]
    weights = fit(sample)
    lines = [f'"{name}" = {weight}' for name, weight in weights.items()]
    options.target.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return (
        f"{len(sample)} records: Brier {brier(sample, weights):.4f} in the sample, "
        f"{cross_validated(documents):.4f} on held-out folds"
    )


if __name__ == "__main__":
    print(main())  # noqa: T201
