"""Matching of records and the figures made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.evaluation import Pair
from extract.evaluation.confidence import calibration, confusion
from extract.evaluation.fillers import Fillers
from extract.evaluation.records import match_records, tally_records
from extract.evaluation.tally import Tally, add_up
from extract.schema import Document, Kind, Record, Role, Status
from tests.evaluation.samples import english, perturb, samples, spanish

if TYPE_CHECKING:
    from collections.abc import Callable


def changed(document: Document, index: int, change: Callable[[Record], Record | None]) -> Pair:
    """The document, and the same with one record changed or dropped."""
    records = [change(r) if n == index else r for n, r in enumerate(document.records)]
    return Pair(document, document.model_copy(update={"records": [r for r in records if r]}))


def dropped(record: Record) -> None:
    """No record."""


def without(role: Role) -> Callable[[Record], Record]:
    return lambda r: r.model_copy(
        update={"roles": {k: v for k, v in r.roles.items() if k is not role}}
    )


def with_(**update: object) -> Callable[[Record], Record]:
    return lambda r: r.model_copy(update=update)


@pytest.mark.parametrize(
    ("change", "figure", "tally"),
    [
        (lambda r: r, "records", Tally.of(4, 4, 4)),
        (lambda r: r, "slots", Tally.of(14, 14, 14)),
        (dropped, "records", Tally.of(3, 3, 4)),
        (dropped, "slots", Tally.of(10, 10, 14)),
        (dropped, "status", Tally.share(3, 3)),
        (dropped, "money_fact", Tally.share(2, 3)),
        (without(Role.AMOUNT), "records", Tally.of(4, 4, 4)),
        (without(Role.AMOUNT), "slot.amount", Tally.of(2, 2, 3)),
        (without(Role.AMOUNT), "money_fact", Tally.share(2, 3)),
        (without(Role.SOURCE), "money_fact", Tally.share(3, 3)),
        (with_(status=Status.PLANNED), "status", Tally.share(3, 4)),
        (with_(kind=Kind.TRADE), "records", Tally.of(3, 4, 4)),
        (with_(kind=Kind.TRADE), "record.funding", Tally.of(1, 1, 2)),
        (with_(kind=Kind.TRADE), "record.trade", Tally.of(0, 1, 0)),
        (with_(start=80, end=90), "records", Tally.of(3, 4, 4)),
        (with_(roles={Role.SOURCE: ["@FR"]}), "records", Tally.of(3, 4, 4)),
    ],
)
def test_figures(change: Callable[[Record], Record | None], figure: str, tally: Tally) -> None:
    assert add_up(tally_records(changed(english(), 0, change)))[figure] == tally


def test_fillers_are_told_by_what_they_stand_for() -> None:
    """A ref, a mention of it, and another mention of it are one filler."""
    gold = english()
    by_words = {e.text: e.id for e in gold.entities}
    fillers = Fillers(gold, gold)
    bank = "World Bank"
    assert fillers.key("World Bank") == fillers.key(by_words["World Bank"]) == bank
    assert fillers.key(by_words["Bank"]) == bank
    assert fillers.key("@KE") == "@KE"
    assert fillers.key("nobody") == "?nobody"


def test_a_country_mention_is_its_country() -> None:
    gold = spanish()
    germany = next(e.id for e in gold.entities if e.text == "Alemania")
    assert Fillers(gold, gold).key(germany) == "@DE"


def test_predicted_fillers_take_the_ref_of_the_gold_mention_they_overlap() -> None:
    gold = english()
    raw = gold.model_dump(mode="json")
    for entity in raw["entities"]:
        if entity["text"] == "Kenyan Treasury":
            entity.update(label="COMPANY", ref="T", start=entity["start"] + 7, text="Treasury")
    predicted = Document.model_validate(raw)
    treasury = next(e.id for e in predicted.entities if e.text == "Treasury")
    assert Fillers(predicted, gold).key(treasury) == "Treasury"


def test_confusion_and_mistaken_kinds() -> None:
    pair = changed(english(), 0, with_(kind=Kind.TRADE))
    counts = confusion([pair, Pair(spanish(), spanish().model_copy(update={"records": []}))])
    assert counts == {
        ("funding", "trade"): 1, ("funding", "funding"): 1, ("agreement", "agreement"): 1,
        ("investment", "investment"): 1, ("project", ""): 1, ("funding", ""): 1, ("meeting", ""): 1,
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(10))
def test_rows_of_the_confusion_add_up(seed: int) -> None:
    pairs = [Pair(d, perturb(d, seed)) for d in samples()]
    counts = confusion(pairs)
    assert sum(n for (g, _), n in counts.items() if g) == sum(len(p.gold.records) for p in pairs)
    predicted = sum(n for (_, p), n in counts.items() if p)
    assert predicted == sum(len(p.predicted.records) for p in pairs)


def test_calibration() -> None:
    gold = english()
    confidences = [0.95, 0.9, 0.4, 1.0]
    records = [
        r.model_copy(update={"confidence": c})
        for r, c in zip(gold.records, confidences, strict=True)
    ]
    records[2] = records[2].model_copy(update={"roles": {Role.SOURCE: ["@FR"]}})
    curve = calibration([Pair(gold, gold.model_copy(update={"records": records}))])
    assert curve is not None
    assert [(b.n, b.right) for b in curve.bins] == [(1, 0.0), (3, 1.0)]
    assert curve.bins[1].confidence == pytest.approx(0.95)
    assert curve.ece == pytest.approx((0.4 + 3 * 0.05) / 4)
    assert curve.brier == pytest.approx((0.05**2 + 0.1**2 + 0.4**2) / 4)


def test_no_confidence_no_curve() -> None:
    assert calibration([Pair(english(), english())]) is None


@pytest.mark.parametrize("seed", range(20))
def test_across_kinds_finds_no_fewer(seed: int) -> None:
    for gold in samples():
        pair = Pair(gold, perturb(gold, seed, rate=0.5))
        assert len(match_records(pair, across_kinds=True).pairs) >= len(match_records(pair).hits)
