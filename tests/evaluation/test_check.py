"""Checks of gold, and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from extract.errors import UsageError
from extract.evaluation.check import check
from extract.evaluation.drafts import known_ids, write
from extract.evaluation.loading import load_gold
from tests.evaluation.samples import english, samples, spanish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Raw = dict[str, Any]


def raw() -> Raw:
    return english().model_dump(mode="json")


@pytest.mark.parametrize("document", samples(), ids=lambda d: d.id)
def test_good_gold(document: Any) -> None:
    assert check(document.model_dump(mode="json")) == []


def move(r: Raw) -> None:
    r["entities"][0]["start"] += 1


def twice(r: Raw) -> None:
    r["entities"][1]["id"] = r["entities"][0]["id"]


def overlap(r: Raw) -> None:
    first = r["entities"][0]
    r["entities"].append({**first, "id": "x", "end": first["start"] + 5, "text": "World"})


def widen(r: Raw) -> None:
    r["entities"][0].update(start=3, text=" World Bank")


def article(r: Raw) -> None:
    r["entities"][0].update(start=0, text="The World Bank")


def currency(r: Raw) -> None:
    r["entities"][1]["money"]["currency"] = "XQX"


def upside_down(r: Raw) -> None:
    r["entities"][1]["money"]["max"] = "1"


def backwards(r: Raw) -> None:
    r["entities"][2]["date"]["end"] = "1999-01-01"


def no_country(r: Raw) -> None:
    r["entities"][0]["ref"] = "@QX"


def unknown_ref(r: Raw) -> None:
    r["records"][0]["roles"]["source"] = ["IMF"]


def wrong_country(r: Raw) -> None:
    r["records"][0]["roles"]["recipient"] = ["@ZZ9"]


def money_as_party(r: Raw) -> None:
    r["records"][0]["roles"]["source"] = r["records"][0]["roles"]["amount"]


def party_as_date(r: Raw) -> None:
    r["records"][0]["roles"]["date"] = ["World Bank"]


def too_little(r: Raw) -> None:
    r["records"][2]["roles"] = {"source": r["records"][2]["roles"]["source"]}


def outside(r: Raw) -> None:
    r["records"][0]["end"] = 9999


def far_trigger(r: Raw) -> None:
    r["records"][0]["trigger"] = [200, 205]


def unlabelled(r: Raw) -> None:
    r["entities"] = [e for e in r["entities"] if e["start"] < 100 or e["text"] != "World Bank"]
    r["records"].pop()


def misspelt(r: Raw) -> None:
    r["records"][0]["kind"] = "gift"


def no_text(r: Raw) -> None:
    del r["text"]


def no_offsets(r: Raw) -> None:
    del r["entities"][0]["start"]


def empty_ref(r: Raw) -> None:
    r["entities"][0]["ref"] = " "


def country_code(r: Raw) -> None:
    start = r["text"].index("Kenya")
    place = {"start": start, "end": start + 5, "text": "Kenya"}
    r["entities"].append({"id": "k", "label": "COUNTRY", **place, "country": "KEN"})


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (no_text, True, "text: Field required"),
        (no_offsets, True, "entities.0.AGENCY.start: Field required"),
        (empty_ref, True, "the ref is empty"),
        (country_code, True, "'Kenya': KEN is no country of ISO 3166-1"),
        (move, True, "'World Bank' is not at 5:14, there is 'orld Bank'; these words are at 4"),
        (twice, True, "the id comes twice"),
        (overlap, True, "'World' overlaps e1 'World Bank'"),
        (widen, True, "white space around it"),
        (article, False, "'The World Bank' begins with an article"),
        (currency, True, "XQX is no currency of ISO 4217"),
        (upside_down, True, "the range ends below its start"),
        (backwards, True, "ends before it starts"),
        (no_country, True, "@QX is no country"),
        (unknown_ref, True, "source=IMF is no party of this document"),
        (wrong_country, True, "recipient=@ZZ9 is no party"),
        (money_as_party, True, "is no party of this document"),
        (party_as_date, True, "date=World Bank is no DATE of this document"),
        (too_little, True, "a record needs a party and an amount or a date"),
        (outside, True, "the evidence 0:9999 is not in the text"),
        (far_trigger, True, "the trigger is not in the evidence"),
        (unlabelled, False, "'World Bank' is labelled elsewhere, but not here"),
        (misspelt, True, "records.0.kind: Input should be 'funding'"),
    ],
)
def test_problems(change: Callable[[Raw], None], error: bool, message: str) -> None:
    document = raw()
    change(document)
    problems = check(document)
    assert any(message in str(p) and p.error is error for p in problems), problems


def test_nothing_labelled() -> None:
    assert check(raw() | {"entities": [], "records": []}) == []


def test_all_wrong_offsets_are_named_at_once() -> None:
    document = raw()
    for entity in document["entities"]:
        entity["start"] += 1
    assert len(check(document)) == len(document["entities"])


def test_drafts_are_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    draft = english().model_copy(update={"reviewed": False})
    (path,) = write([draft], folder)
    assert path.name == "loan.jsonl"
    assert list(known_ids(folder)) == ["loan"]
    with pytest.raises(UsageError, match=r"already labelled at loan\.jsonl:1"):
        list(write([english()], folder))
    list(write([spanish()], folder))
    gold = load_gold(folder, {}, unreviewed=True)
    assert [d.reviewed for d in gold.values()] == [False, None]
