"""Gates and floors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from extract.errors import UsageError
from extract.evaluation import Evaluation, Pair, evaluate
from extract.evaluation.floors import check, digest, read, update
from extract.evaluation.gates import Gate, shortfalls
from extract.schema import Document, Role
from tests.evaluation.samples import english, samples

if TYPE_CHECKING:
    from pathlib import Path


def perfect() -> Evaluation:
    return evaluate([Pair(d, d) for d in samples()], resamples=10)


def worse() -> Evaluation:
    """The same without any amount in the records."""
    pairs = []
    for gold in samples():
        roles = [{k: v for k, v in r.roles.items() if k is not Role.AMOUNT} for r in gold.records]
        records = [
            r.model_copy(update={"roles": kept})
            for r, kept in zip(gold.records, roles, strict=True)
        ]
        pairs.append(Pair(gold, gold.model_copy(update={"records": records})))
    return evaluate(pairs, resamples=10)


@pytest.mark.parametrize(
    ("gates", "short"),
    [
        (["slots.f1=.95"], ["slots.f1 is 0.9091"]),
        (["slots=0.5", "MONEY.f1=1"], []),
        (["slots.p=1"], []),
        (["slots.recall=.99", "money_fact=.1"], ["slots.r is 0.8333", "money_fact.f1 is 0.0000"]),
        (["slot.amount@es.f1=0.5"], ["slot.amount@es.f1 is 0.0000"]),
        (["MONEY.value.accuracy=1"], []),
    ],
)
def test_gates(gates: list[str], short: list[str]) -> None:
    found = shortfalls(worse(), [Gate.parse(text) for text in gates])
    assert [line.partition(",")[0] for line in found] == short


@pytest.mark.parametrize("text", ["slots", "slots.f1", "slots.f1=", "slots.f1=high", ""])
def test_no_gate(text: str) -> None:
    with pytest.raises(UsageError, match="is no gate"):
        Gate.parse(text)


def test_unknown_figure_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no figure 'MOONEY'") as caught:
        shortfalls(perfect(), [Gate.parse("MOONEY.f1=.5")])
    assert "MONEY.value" in caught.value.hint


def test_floors_rise_by_one_command_and_sink_by_a_flag(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert "slots: 0 → 0.909" in update(path, worse())
    assert check(path, worse()) == []
    assert check(path, perfect()) == []
    assert "slots: 0.909 → 1" in update(path, perfect())
    short = check(path, worse())
    assert "slots.f1 is 0.9091, below its floor 1" in short
    with pytest.raises(UsageError, match=re.escape("slots 1 → 0.909")):
        update(path, worse())
    assert read(path).least["slots"] == 1
    update(path, worse(), allow_lower=True)
    assert check(path, worse()) == []


def test_floors_know_their_gold(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    update(path, perfect())
    fewer = evaluate([Pair(english(), english())], resamples=10)
    assert any("the gold changed" in line for line in check(path, fewer))


def test_a_figure_that_is_gone_is_below_its_floor(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    update(path, perfect())
    nothing = evaluate([], resamples=10)
    assert any(line.startswith("slots.f1 is 0.0000") for line in check(path, nothing))


@pytest.mark.parametrize(
    "content", ["", "gold = 1", "[floors]\nx = 1", "gold = 'a'\nfloors = 3", "="]
)
def test_malformed_floors(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="cannot read floors"):
        check(path, perfect())


def test_digest_is_of_content_not_of_order() -> None:
    first, second = samples()
    assert digest([first, second]) == digest([second, first])
    changed = Document.model_validate(first.model_dump() | {"records": []})
    assert digest([first, second]) != digest([changed, second])
