"""Bootstrap intervals: repeatable, around the point, narrow where there is nothing to doubt."""

from __future__ import annotations

import time

import pytest

from extract.evaluation import Pair, evaluate
from extract.evaluation.comparison import compare
from extract.evaluation.intervals import bootstrap, paired_bootstrap
from extract.evaluation.tally import Tally
from tests.evaluation.samples import perturb, samples

PAIRS = [Pair(d, perturb(d, seed)) for seed in range(10) for d in samples()]


def test_contain_the_point_and_repeat() -> None:
    first, second = evaluate(PAIRS).figures, evaluate(PAIRS).figures
    assert first == second
    for figure in first.values():
        assert figure.f1.low <= figure.tally.f1 <= figure.f1.high
        assert 0 <= figure.p.low <= figure.p.high <= 1
    assert evaluate(PAIRS, seed=1).figures["slots"].f1 != first["slots"].f1


def test_one_document_leaves_no_spread() -> None:
    figure = evaluate(PAIRS[:1]).figures["entities"]
    assert figure.f1.low == figure.f1.high == pytest.approx(figure.tally.f1)


def test_of_a_share_is_about_binomial() -> None:
    """A share of .5 over 100 documents: ± 1.96 · √(.25/100) = .098."""
    tallies = [{"x": Tally.share(n % 2, 1)} for n in range(100)]
    low, high = bootstrap(tallies, resamples=4000, seed=7)["x"][2]
    assert low == pytest.approx(0.402, abs=0.02)
    assert high == pytest.approx(0.598, abs=0.02)


def test_paired_sees_what_single_intervals_hide() -> None:
    """One document in ten better by the same: small against the spread, yet never worse."""
    first = [{"x": Tally.share(n % 2 or n % 10 == 0, 1)} for n in range(100)]
    second = [{"x": Tally.share(n % 2, 1)} for n in range(100)]
    difference = paired_bootstrap(first, second, resamples=2000, seed=7)["x"]
    assert difference.f1 == pytest.approx(0.1)
    assert 0 < difference.interval.low < 0.1 < difference.interval.high
    assert difference.p_value < 0.01


def test_a_run_against_itself() -> None:
    run = evaluate(PAIRS)
    comparison = compare(run, run)
    assert comparison.changed == {}
    assert {(d.f1, d.interval, d.p_value) for d in comparison.differences.values()} == {
        (0.0, (0.0, 0.0), 1.0)
    }


def test_names_the_documents_that_changed() -> None:
    gold = samples()
    right, wrong = (
        [Pair(d, d) for d in gold],
        [Pair(gold[0], gold[0]), Pair(gold[1], perturb(gold[1], 3))],
    )
    comparison = compare(evaluate(right), evaluate(wrong))
    assert list(comparison.changed) == [gold[1].id]
    assert comparison.changed[gold[1].id] > 0


def test_quick_enough() -> None:
    evaluation = evaluate((PAIRS * 2)[:38])
    start = time.perf_counter()
    assert evaluation.figures
    assert time.perf_counter() - start < 2


def test_no_documents() -> None:
    nothing = evaluate([])
    assert nothing.figures == {}
    assert compare(nothing, nothing).differences == {}
