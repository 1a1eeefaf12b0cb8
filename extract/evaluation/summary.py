"""The order figures are shown in, and all of them as one JSON object."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from extract.evaluation.confidence import calibration, confusion
from extract.evaluation.misses import find_misses
from extract.evaluation.spans import LABELS
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from extract.evaluation.evaluation import Evaluation, Figure

Json = dict[str, object]


class Section(NamedTuple):
    """Figures that belong together.

    Attributes:
        title: what they measure.
        names: the figures, in order.
        share: whether they are plain shares, without a precision and a recall of their own.
    """

    title: str
    names: tuple[str, ...]
    share: bool = False


SECTIONS = (
    Section("Entities (exact span and label)", ("entities", *(label.value for label in LABELS))),
    Section(
        "Values of exact mentions",
        ("MONEY.value", "MONEY.amount", "MONEY.currency", "MONEY.qualifier",
         "DATE.value", "COUNTRY.value"),
        share=True,
    ),
    Section("Linking of exact agencies", ("AGENCY.link", "AGENCY.b3")),
    Section("Records (kind, place and a slot)", ("records", *(f"record.{k}" for k in Kind))),
    Section("Slots", ("slots", *(f"slot.{role}" for role in Role))),
    Section("Facts", ("money_fact", "status"), share=True),
)  # fmt: skip
"""What the reports show, in this order; the JSON has all figures."""


def shown(evaluation: Evaluation, section: Section) -> dict[str, Figure]:
    """The figures of a section that there is anything to say of."""
    figures = evaluation.figures
    return {
        name: figures[name]
        for name in section.names
        if name in figures and (figures[name].tally.gold or figures[name].tally.predicted)
    }


def without_prediction(evaluation: Evaluation) -> list[str]:
    """Documents with gold and nothing predicted at all."""
    return [
        pair.gold.id
        for pair in evaluation.pairs
        if not (pair.predicted.entities or pair.predicted.records)
    ]


def to_json(evaluation: Evaluation) -> Json:
    """Everything measured, figures rounded to four places."""
    curve = calibration(evaluation.pairs)
    misses = find_misses(evaluation.pairs)
    kinds = sorted(confusion(evaluation.pairs).items())
    return {
        "documents": len(evaluation.pairs),
        "no_prediction": without_prediction(evaluation),
        "resamples": evaluation.resamples,
        "seed": evaluation.seed,
        "figures": {name: _figure(figure) for name, figure in evaluation.figures.items()},
        "confusion": [{"gold": g, "predicted": p, "n": n} for (g, p), n in kinds],
        "calibration": curve and {
            "ece": round(curve.ece, 4),
            "brier": round(curve.brier, 4),
            "bins": [
                {"confidence": round(b.confidence, 4), "right": round(b.right, 4), "n": b.n}
                for b in curve.bins
            ],
        },
        "misses": [
            {"subject": subject, "cause": cause, "n": n}
            for (subject, cause), n in sorted(Counter((m.subject, m.cause) for m in misses).items())
        ],
    }  # fmt: skip


def _figure(figure: Figure) -> Json:
    tally = figure.tally
    rates = {"p": tally.p, "r": tally.r, "f1": tally.f1, "macro_f1": figure.macro}
    intervals = {"p": figure.p, "r": figure.r, "f1": figure.f1}
    return {
        **{name: round(rate, 4) for name, rate in rates.items()},
        "tp": round(tally.right_gold, 4),
        "predicted": tally.predicted,
        "gold": tally.gold,
        "interval": {k: [round(v.low, 4), round(v.high, 4)] for k, v in intervals.items()},
    }
