"""Misses: every one of them, each with its cause."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from extract.evaluation import Pair, evaluate
from extract.evaluation.misses import Cause, find_misses
from extract.evaluation.wording import context
from extract.schema import Document
from tests.evaluation.samples import english, perturb, samples

if TYPE_CHECKING:
    from collections.abc import Callable

Raw = dict[str, Any]


def broken(change: Callable[[Raw], None]) -> Pair:
    gold = english()
    raw = gold.model_dump(mode="json")
    change(raw)
    return Pair(gold, Document.model_validate(raw))


def mention(raw: Raw, words: str) -> Raw:
    found: Raw = next(e for e in raw["entities"] if e["text"] == words)
    return found


LOAN = "source: World Bank; recipient: @KE; amount: $150 million; date: June 3, 2021"


def nothing(raw: Raw) -> None:
    """Changes nothing."""


def drop_euros(raw: Raw) -> None:
    raw["entities"].remove(mention(raw, "20 million euros"))
    raw["records"][2]["roles"].pop("amount")


def widen_loan(raw: Raw) -> None:
    loan = mention(raw, "$150 million")
    loan.update(start=loan["start"] - 3, text="of $150 million")


def rename_company(raw: Raw) -> None:
    mention(raw, "Safaricom").update(label="AGENCY")


def revalue_grant(raw: Raw) -> None:
    mention(raw, "$50 million")["money"].update(amount="50000", qualifier="gt")


def split_bank(raw: Raw) -> None:
    mention(raw, "Bank").update(ref="Treasury")


def add_kenyan(raw: Raw) -> None:
    start = raw["text"].index("the agreement")
    extra = {
        "id": "x",
        "label": "DATE",
        "start": start,
        "end": start + 3,
        "text": "the",
        "date": None,
    }
    raw["entities"].append(extra)


def rename_kind(raw: Raw) -> None:
    raw["records"][0]["kind"] = "trade"


def swap_roles(raw: Raw) -> None:
    roles = raw["records"][0]["roles"]
    roles["source"], roles["recipient"] = roles["recipient"], roles["source"]


def late(raw: Raw) -> None:
    raw["records"][3]["status"] = "planned"


def invent(raw: Raw) -> None:
    raw["records"].append(
        {**raw["records"][1], "id": "r9", "kind": "meeting", "start": 0, "end": 9}
    )


def invent_filler(raw: Raw) -> None:
    raw["records"][1]["roles"]["partner"].append("@FR")


@pytest.mark.parametrize(
    ("change", "misses"),
    [
        (drop_euros, {("MONEY", "missed", "20 million euros", ""),
                      ("slot", "missed", "amount: 20 million euros", "")}),
        (widen_loan, {("MONEY", "boundary", "$150 million", "of $150 million")}),
        (rename_company, {("COMPANY", "wrong label", "COMPANY Safaricom", "AGENCY Safaricom")}),
        (revalue_grant, {("MONEY.value", "wrong value", "50,000,000 USD", "gt 50,000 USD")}),
        (split_bank, {("AGENCY.link", "wrong link", "World Bank", "Treasury")}),
        (add_kenyan, {("DATE", "spurious", "", "the")}),
        (rename_kind, {("record", "wrong kind",
                       f"funding, done; {LOAN}", f"trade, done; {LOAN}")}),
        (swap_roles, {("slot", "wrong role", "source: World Bank", "recipient: World Bank"),
                      ("slot", "wrong role", "recipient: @KE", "source: @KE")}),
        (late, {("record", "wrong status", "done", "planned")}),
        (invent, {("record", "spurious", "",
                   "meeting, done; partner: Treasury; partner: World Bank; date: July 2021")}),
        (invent_filler, {("slot", "spurious", "", "partner: @FR")}),
        (nothing, set()),
    ],
)  # fmt: skip
def test_causes(change: Callable[[Raw], None], misses: set[tuple[str, str, str, str]]) -> None:
    found = find_misses([broken(change)])
    assert {(m.subject, m.cause.value, m.gold, m.predicted) for m in found} == misses


@pytest.mark.parametrize("seed", range(40))
def test_none_is_left_out(seed: int) -> None:
    """The misses of each sort are as many as the figures say."""
    pairs = [Pair(d, perturb(d, seed, rate=0.5)) for d in samples()]
    total = evaluate(pairs, resamples=1).total
    misses = find_misses(pairs)
    spans = [
        m for m in misses if m.cause in (Cause.MISSED, Cause.SPURIOUS, Cause.BOUNDARY, Cause.LABEL)
    ]
    labelled = [m for m in spans if m.subject.isupper()]
    entities = total["entities"]
    assert sum(bool(m.gold) for m in labelled) == entities.gold - entities.right_gold
    assert sum(bool(m.predicted) for m in labelled) == entities.predicted - entities.right_gold
    of_records = [m for m in misses if m.subject == "record" and m.cause is not Cause.STATUS]
    records = total["records"]
    assert sum(bool(m.gold) for m in of_records) == records.gold - records.right_gold
    assert sum(bool(m.predicted) for m in of_records) == records.predicted - records.right_gold
    status = total.get("status")
    statuses = Counter(m.cause for m in misses)[Cause.STATUS]
    assert statuses == (status.gold - status.right_gold if status else 0)


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("The", "", " World Bank approved a loan of $150 million for Kenya on…"),
        ("2021.", "…Bank approved a loan of $150 million for Kenya on June 3, ",
         " The Bank and the Kenyan Treasury signed the agreement in…"),
        ("$50 million.", "…euros in 2022. In 2020 the World Bank had granted Kenya ", ""),
    ],
)  # fmt: skip
def test_context(words: str, before: str, after: str) -> None:
    text = english().text
    start = text.index(words)
    found = context(text, start, start + len(words))
    assert found[1] == words
    assert "".join(found).strip("…") in text
    assert (found[0], found[2]) == (before, after)


def test_context_is_one_line() -> None:
    assert context("a\nb\tc\r\nd", 2, 3) == ("a ", "b", " c  d")
