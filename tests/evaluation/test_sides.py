"""Gold and prediction side by side: what is marked, and how."""

from __future__ import annotations

from typing import Any

import pytest

from extract.evaluation import Pair
from extract.evaluation.sides import records, texts
from extract.schema import Document
from tests.evaluation.samples import english, perturb, samples

Raw = dict[str, Any]


def against(**changes: Raw) -> Pair:
    """The English sample, and the same with mentions changed by their words."""
    gold = english()
    raw = gold.model_dump(mode="json")
    for entity in raw["entities"]:
        entity.update(changes.get(entity["text"].replace(" ", "_").strip("$"), {}))
    return Pair(gold, Document.model_validate(raw))


@pytest.mark.parametrize(
    ("words", "change", "state", "note"),
    [
        ("Safaricom", {}, "right", "Safaricom"),
        ("Safaricom", {"label": "AGENCY"}, "label",
         "gold COMPANY 'Safaricom', found AGENCY 'Safaricom'"),
        ("Bank", {"ref": "IMF"}, "link", "gold World Bank, found IMF"),
        ("2022", {"date": None}, "value", "gold 2022-01-01 – 2022-12-31, found unknown"),
    ],
)  # fmt: skip
def test_states(words: str, change: Raw, state: str, note: str) -> None:
    for side in texts(against(**{words: change})):
        assert [(p.state, p.note) for p in side if p.text == words] == [(state, note)]


def test_one_side_alone() -> None:
    gold = english()
    nothing = gold.model_copy(update={"entities": [], "records": []})
    marked, plain = texts(Pair(gold, nothing))
    assert {p.state for p in marked} == {"", "missed"}
    assert [p.text for p in plain] == [gold.text]
    assert {p.state for p in texts(Pair(nothing, gold))[1]} == {"", "spurious"}
    assert {both.state for both in records(Pair(gold, nothing))} == {"missed"}
    assert {both.state for both in records(Pair(nothing, gold))} == {"spurious"}


def test_overlapping_mentions_show_the_first() -> None:
    gold = english()
    raw = gold.model_dump(mode="json")
    first = raw["entities"][0]
    raw["entities"].append({**first, "id": "x", "start": first["start"] + 6, "text": "Bank"})
    _, predicted = texts(Pair(gold, Document.model_validate(raw)))
    assert "".join(p.text for p in predicted) == gold.text


@pytest.mark.parametrize("seed", range(10))
def test_every_record_is_shown_once(seed: int) -> None:
    for gold in samples():
        pair = Pair(gold, perturb(gold, seed, rate=0.6))
        shown = records(pair)
        assert sum(both.gold is not None for both in shown) == len(gold.records)
        assert sum(both.predicted is not None for both in shown) == len(pair.predicted.records)
