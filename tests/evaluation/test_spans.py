"""Spans against a table made by hand, and against nervaluate where the definitions agree."""

from __future__ import annotations

from typing import Any

import nervaluate
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.evaluation import Pair
from extract.evaluation.spans import tally_spans
from extract.evaluation.tally import Tally, add_up
from extract.schema import Document

TEXT = "The United Nations Development Programme gave Kenya $3 million in June 2020, OK?"
Mention = tuple[str, int, int]


def document(mentions: list[Mention]) -> Document:
    extra: dict[str, dict[str, Any]] = {
        "AGENCY": {"ref": "x"}, "COMPANY": {"ref": "x"}, "MONEY": {"money": None},
        "DATE": {"date": None}, "COUNTRY": {"country": "KE"},
    }  # fmt: skip
    entities = [
        {"id": f"e{n}", "label": label, "start": a, "end": b, "text": TEXT[a:b], **extra[label]}
        for n, (label, a, b) in enumerate(mentions)
    ]
    source = {"path": "", "sha256": ""}
    return Document.model_validate(
        {"id": "d", "source": source, "text": TEXT, "entities": entities}
    )


def figures(gold: list[Mention], predicted: list[Mention]) -> dict[str, Tally]:
    return add_up(tally_spans(Pair(document(gold), document(predicted))))


UNDP, UN, KENYA, MONEY = (
    ("AGENCY", 4, 40),
    ("AGENCY", 4, 18),
    ("COUNTRY", 46, 51),
    ("MONEY", 52, 62),
)


@pytest.mark.parametrize(
    ("gold", "predicted", "figure", "tally"),
    [
        ([UNDP], [UNDP], "AGENCY", Tally.of(1, 1, 1)),
        ([UNDP], [UN], "AGENCY", Tally.of(0, 1, 1)),
        ([UNDP], [UN], "AGENCY.overlap", Tally.of(1, 1, 1)),
        ([UNDP], [UN], "AGENCY.partial", Tally.of(0.5, 1, 1)),
        ([UNDP], [UN], "AGENCY.type", Tally.of(1, 1, 1)),
        ([UNDP], [UN], "AGENCY.exact", Tally.of(0, 1, 1)),
        # two halves of one name: both touch it, one of them stands for it
        ([UNDP], [UN, ("AGENCY", 19, 40)], "AGENCY.overlap", Tally(2, 2, 1, 1)),
        ([UNDP], [UN, ("AGENCY", 19, 40)], "AGENCY.type", Tally.of(1, 2, 1)),
        # the right span with the wrong label
        ([UNDP], [("COMPANY", 4, 40)], "entities", Tally.of(0, 1, 1)),
        ([UNDP], [("COMPANY", 4, 40)], "entities.exact", Tally.of(1, 1, 1)),
        ([UNDP], [("COMPANY", 4, 40)], "AGENCY.exact", Tally(0, 0, 1, 1)),
        ([UNDP], [("COMPANY", 4, 40)], "COMPANY.exact", Tally(1, 1, 0, 0)),
        ([UNDP], [("COMPANY", 4, 40)], "entities.overlap", Tally.of(0, 1, 1)),
        # countries count only where gold labels them
        ([MONEY], [MONEY, KENYA], "entities", Tally.of(1, 1, 1)),
        ([MONEY, KENYA], [MONEY, KENYA], "entities", Tally.of(2, 2, 2)),
        # the same mention twice is one
        ([UNDP], [UNDP, UNDP], "AGENCY", Tally.of(1, 1, 1)),
        # neighbours do not overlap
        ([MONEY], [("MONEY", 62, 65)], "MONEY.overlap", Tally.of(0, 1, 1)),
    ],
)
def test_by_hand(gold: list[Mention], predicted: list[Mention], figure: str, tally: Tally) -> None:
    assert figures(gold, predicted)[figure] == tally


@st.composite
def slots(draw: st.DrawFn) -> tuple[list[Mention], list[Mention]]:
    """Mentions in slots of ten characters, one of either side at most in each."""
    sides: tuple[list[Mention], list[Mention]] = ([], [])
    labels = st.sampled_from(["AGENCY", "COMPANY", "MONEY", "DATE"])
    for slot in range(len(TEXT) // 10):
        for side in sides:
            if draw(st.booleans()):
                a = draw(st.integers(0, 4))
                b = draw(st.integers(5, 9))
                side.append((draw(labels), 10 * slot + a, 10 * slot + b))
    return sides


@settings(deadline=None)
@given(slots())
def test_agrees_with_nervaluate(sides: tuple[list[Mention], list[Mention]]) -> None:
    gold, predicted = sides
    ours = figures(gold, predicted)
    # nervaluate counts the last character in
    said = [[{"label": m, "start": a, "end": b - 1} for m, a, b in side] for side in sides]
    tags = ["AGENCY", "COMPANY", "MONEY", "DATE"]
    overall = nervaluate.Evaluator([said[0]], [said[1]], tags=tags, loader="dict").evaluate()[
        "overall"
    ]
    names = {"": "strict", ".exact": "exact", ".partial": "partial", ".type": "ent_type"}
    for suffix, scheme in names.items():
        tally, theirs = ours.get(f"entities{suffix}", Tally()), overall[scheme]
        right = theirs.correct + theirs.partial / 2
        assert tally == Tally.of(right, theirs.actual, theirs.possible), scheme
        assert (tally.p, tally.r, tally.f1) == pytest.approx(
            (theirs.precision, theirs.recall, theirs.f1)
        )
