"""Values and links by hand."""

from __future__ import annotations

from typing import Any

import pytest

from extract.evaluation import Pair
from extract.evaluation.tally import Tally, add_up
from extract.evaluation.values import tally_links, tally_values
from extract.schema import Document
from tests.evaluation.samples import Builder, english


def with_value(words: str, **value: Any) -> Pair:
    """The English sample, and the same with another value at some words."""
    gold = english()
    raw = gold.model_dump(mode="json")
    for entity in raw["entities"]:
        if entity["text"] == words:
            entity.update(value)
    return Pair(gold, Document.model_validate(raw))


def money(amount: float, currency: str = "USD", **more: Any) -> dict[str, Any]:
    return {"amount": amount, "currency": currency, **more}


@pytest.mark.parametrize(
    ("words", "value", "wrong"),
    [
        ("$50 million", {"money": money(50_000_000)}, set()),
        ("$50 million", {"money": money(50_000_000.001)}, set()),
        ("$50 million", {"money": money(50)}, {"MONEY.value", "MONEY.amount"}),
        ("$50 million", {"money": money(5e7, "KES")}, {"MONEY.value", "MONEY.currency"}),
        ("$50 million", {"money": money(5e7, max=6e7)}, {"MONEY.value"}),
        ("$50 million", {"money": money(5e7, qualifier="gt")}, {"MONEY.qualifier"}),
        ("$50 million", {"money": None}, {"MONEY.value", "MONEY.amount", "MONEY.currency"}),
        ("20 million euros", {"money": None},
         {"MONEY.value", "MONEY.amount", "MONEY.currency", "MONEY.qualifier"}),
        ("July 2021", {"date": {"start": "2021-07-01", "end": None}}, {"DATE.value"}),
        ("July 2021", {"date": None}, {"DATE.value"}),
        ("2022", {"date": {"start": "2022-01-01", "end": "2022-12-31", "edtf": "2022"}}, set()),
    ],
)  # fmt: skip
def test_values(words: str, value: dict[str, Any], wrong: set[str]) -> None:
    figures = add_up(tally_values(with_value(words, **value)))
    assert {name for name, tally in figures.items() if tally.f1 < 1} == wrong


def test_unknown_gold_values_are_not_judged() -> None:
    pair = with_value("July 2021", date=None)
    figures = add_up(tally_values(Pair(pair.predicted, pair.gold)))
    assert figures["DATE.value"] == Tally.share(3, 3)


def refs(*names: str) -> Document:
    builder = Builder("d", "UNDP " * len(names))
    for n, name in enumerate(names):
        builder.agency("UNDP", name, nth=n)
    return builder.build()


@pytest.mark.parametrize(
    ("gold", "predicted", "link", "b3"),
    [
        ("aabb", "xxyy", Tally.of(2, 2, 2), (1.0, 1.0)),
        ("aabb", "xxxx", Tally.of(2, 6, 2), (0.5, 1.0)),
        ("aabb", "wxyz", Tally.of(0, 0, 2), (1.0, 0.5)),
        # Bagga and Baldwin (1998): 12 mentions in 5 + 2 + 5, answered as 5 + 7
        ("aaaaabbccccc", "xxxxxyyyyyyy", Tally.of(21, 31, 21), (0.7619, 1.0)),
        ("aaaaabbccccc", "xxxxxyyxxxxx", Tally.of(21, 46, 21), (0.5833, 1.0)),
    ],
)
def test_links(gold: str, predicted: str, link: Tally, b3: tuple[float, float]) -> None:
    figures = add_up(tally_links(Pair(refs(*gold), refs(*predicted))))
    assert figures["AGENCY.link"] == link
    assert (figures["AGENCY.b3"].p, figures["AGENCY.b3"].r) == pytest.approx(b3, abs=1e-4)
