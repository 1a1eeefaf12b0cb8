"""Amounts in the measuring corpus: spans, values and qualifiers, both languages alike."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from extract.entities.mentions import State
from extract.entities.money import annotate
from extract.entities.segments import find_segments
from extract.schema import Metadata

if TYPE_CHECKING:
    from pathlib import Path

Found = dict[tuple[int, int], tuple[Decimal, Decimal | None, str, str]]


def gold(document: dict[str, list[dict[str, object]]]) -> Found:
    return {
        (entity["start"], entity["end"]): (  # type: ignore[misc]
            Decimal(str(money["amount"])),
            Decimal(str(money["max"])) if money.get("max") else None,
            money["currency"],
            money.get("qualifier", "exact"),
        )
        for entity in document["entities"]
        if entity["label"] == "MONEY" and isinstance(money := entity.get("money"), dict)
    }


def found(text: str, publisher: str | None) -> Found:
    state = State(metadata=Metadata(publisher=publisher))
    state.segments = find_segments(text, state)
    return {
        (mention.start, mention.end): (money.amount, money.max, money.currency, money.qualifier)
        for mention in annotate(text, state)
        if (money := mention.money) is not None
    }


@pytest.mark.parametrize("language", ["en", "es", "seed"])
def test_corpus(corpus: Path, language: str) -> None:
    with (corpus / "metadata.csv").open(encoding="utf-8") as rows:
        publishers = {row["path"]: row["publisher"] or None for row in csv.DictReader(rows)}
    hits = expected = predicted = right = qualified = 0
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if not document["id"].startswith(language):
            continue
        name = f"{document['id']}.txt"
        text = (corpus / name).read_text(encoding="utf-8-sig")
        wanted, got = gold(document), found(text, publishers.get(name))
        both = wanted.keys() & got.keys()
        hits, expected, predicted = hits + len(both), expected + len(wanted), predicted + len(got)
        right += sum(wanted[span][:3] == got[span][:3] for span in both)
        qualified += sum(wanted[span][3] == got[span][3] for span in both)
    assert 2 * hits / (expected + predicted) >= 0.985
    assert right / hits >= 0.985
    assert qualified / hits >= 0.95
