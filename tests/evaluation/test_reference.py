"""Our figures against the independent scorer beside the corpus, digit for digit."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import pytest

from extract.evaluation import Pair, evaluate, load_gold, pair_up
from extract.evaluation.assignment import _heaviest_first
from extract.pipeline import process_source
from extract.readers import read, read_metadata
from tests.evaluation.samples import perturb, samples

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from extract.schema import Document

NAMES = {
    "MONEY value": "MONEY.value",
    "QUALIFIER value": "MONEY.qualifier",
    "DATE value": "DATE.value",
    "money fact": "money_fact",
    "AGENCY link": "AGENCY.link",
}


@pytest.fixture(scope="module")
def scorer(corpus: Path) -> ModuleType:
    path = corpus.parent.parent / "tools" / "score.py"
    if not path.is_file():
        pytest.skip("needs the reference scorer")
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def theirs(scorer: ModuleType, pairs: list[Pair]) -> dict[str, dict[str, float]]:
    gold = {p.gold.id: p.gold.model_dump(mode="json") for p in pairs}
    predicted = {p.gold.id: p.predicted.model_dump(mode="json") for p in pairs}
    figures: dict[str, dict[str, float]] = scorer.score(gold, predicted)[0]
    return figures


def ours(pairs: list[Pair], like: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, Any]]:
    """Our figures under the reference's names and in its form."""
    total = evaluate(pairs, resamples=1).total
    out: dict[str, dict[str, Any]] = {}
    for name, figure in like.items():
        key = NAMES.get(name) or name.replace("rec:", "record.").replace("slot:", "slot.")
        tally = total.get(key)
        if tally is None:
            out[name] = dict.fromkeys(figure, None) | {k: 0 for k in ("n",) if k in figure}
            if "p" in figure:
                out[name] = dict.fromkeys(figure, 0)
            continue
        every = {
            "p": round(tally.p, 4),
            "r": round(tally.r, 4),
            "f1": round(tally.f1, 4),
            "tp": tally.right_gold,
            "pred": tally.predicted,
            "gold": tally.gold,
            "accuracy": round(tally.r, 4),
            "recall": round(tally.r, 4),
            "n": tally.gold,
            "overlap_f1": round(total[f"{key}.overlap"].f1, 4) if f"{key}.overlap" in total else 0,
        }
        out[name] = {k: every[k] for k in figure}
    return out


@pytest.fixture(scope="module")
def dev(corpus: Path) -> dict[str, Document]:
    return load_gold(corpus / "gold.jsonl", {})


def as_predictions(gold: dict[str, Document], seed: int) -> list[Pair]:
    return [Pair(g, perturb(g, seed * 1000 + n)) for n, g in enumerate(gold.values())]


def greedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.evaluation.records.assign", _heaviest_first)


@pytest.mark.parametrize("seed", range(60))
def test_agrees_on_samples(scorer: ModuleType, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [Pair(g, perturb(g, seed, rate=0.6)) for g in samples()]
    reference = theirs(scorer, pairs)
    best = ours(pairs, reference)
    greedy(monkeypatch)
    assert ours(pairs, reference) == reference
    assert best["slots"]["tp"] >= reference["slots"]["tp"]
    if best["slots"]["tp"] == reference["slots"]["tp"]:
        assert best == reference


@pytest.mark.parametrize("seed", range(3))
def test_agrees_on_broken_gold(
    scorer: ModuleType, dev: dict[str, Document], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = as_predictions(dev, seed)
    reference = theirs(scorer, pairs)
    best = ours(pairs, reference)
    greedy(monkeypatch)
    assert ours(pairs, reference) == reference
    assert best["slots"]["tp"] >= reference["slots"]["tp"]
    assert best["AGENCY"] == reference["AGENCY"]


def test_agrees_on_output(
    scorer: ModuleType, corpus: Path, dev: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = read_metadata(corpus)
    sources = [next(read(corpus / f"{id_}.txt", metadata=known.get(f"{id_}.txt"))) for id_ in dev]
    predicted = {source.id: process_source(source, path="") for source in sources}
    pairs = pair_up(dev, predicted)
    reference = theirs(scorer, pairs)
    best = ours(pairs, reference)
    assert best["slots"]["tp"] >= reference["slots"]["tp"]
    greedy(monkeypatch)
    assert ours(pairs, reference) == reference


def test_agrees_without_predictions(scorer: ModuleType, dev: dict[str, Document]) -> None:
    pairs = pair_up(dev, {})
    reference = theirs(scorer, pairs)
    assert ours(pairs, reference) == reference
    assert reference["records"]["gold"] > 0


def test_perfect_prediction_is_perfect(dev: dict[str, Document]) -> None:
    figures = evaluate(pair_up(dev, dev)).figures
    assert {f.tally.f1 for n, f in figures.items() if f.tally.gold} == {1.0}
