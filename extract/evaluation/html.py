"""The evaluation as one HTML page that needs nothing else: no network, no file beside it.

Everything from documents is escaped by the template engine, and the page's own policy lets no
script run but the one in it, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from extract.evaluation.confidence import calibration, confusion
from extract.evaluation.misses import Cause, find_misses
from extract.evaluation.sides import records, texts
from extract.evaluation.summary import SECTIONS, shown, without_prediction
from extract.evaluation.wording import context
from extract.schema import Kind

if TYPE_CHECKING:
    from extract.evaluation.evaluation import Evaluation
    from extract.evaluation.loading import Pair
    from extract.evaluation.misses import Miss
    from extract.evaluation.tally import Tallies

_CONTROLS = dict.fromkeys(
    (code for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"), "\ufffd"
)
_CAUSES = tuple(Cause)
_OVERVIEW = ("entities", "slots", "records")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A line of the table of documents."""

    number: int
    id: str
    language: str
    f1: dict[str, float | None]
    misses: int
    pair: Pair


def render(evaluation: Evaluation) -> str:
    """The page.

    Args:
        evaluation: what was measured.
    """
    misses = find_misses(evaluation.pairs)
    page = _environment().get_template("report.html")
    style, script = _asset("report.css"), _asset("report.js")
    return page.render(
        evaluation=evaluation,
        sections=[(section, shown(evaluation, section)) for section in SECTIONS],
        languages=sorted({pair.language for pair in evaluation.pairs}),
        missing=without_prediction(evaluation),
        kinds=[*(kind.value for kind in Kind), ""],
        confusion=_shaded(confusion(evaluation.pairs)),
        calibration=calibration(evaluation.pairs),
        rows=_rows(evaluation, misses),
        overview=_OVERVIEW,
        misses=_grouped(misses),
        miss_count=len(misses),
        texts={pair.gold.id: pair.gold.text for pair in evaluation.pairs},
        numbers={pair.gold.id: n for n, pair in enumerate(evaluation.pairs, 1)},
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.evaluation"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    environment.filters["rate"] = _rate
    environment.globals.update(context=context, texts_of=texts, records_of=records)
    return environment


def _visible(value: object) -> object:
    """Control characters cannot stand in HTML; they become replacement characters."""
    return value.translate(_CONTROLS) if isinstance(value, str) else value


def _rate(value: float | None) -> str:
    """Three places, without the nought; a dash for nothing.

    >>> _rate(0.8768), _rate(None)
    ('.877', '–')
    """
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def _asset(name: str) -> str:
    return files("extract.evaluation").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _shaded(counts: Counter[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """Count and shade 0–5 of each cell, by its share of the gold row (or of the spurious)."""
    of_row = {row: sum(n for (g, _), n in counts.items() if g == row) for row, _ in counts}
    return {cell: (n, round(5 * n / of_row[cell[0]])) for cell, n in counts.items()}


def _rows(evaluation: Evaluation, misses: list[Miss]) -> list[DocumentRow]:
    wrong = Counter(miss.document for miss in misses)
    documents = enumerate(zip(evaluation.pairs, evaluation.tallies, strict=True), 1)
    return [
        DocumentRow(
            number,
            pair.gold.id,
            pair.language,
            {name: _f1(tallies, name) for name in _OVERVIEW},
            wrong[pair.gold.id],
            pair,
        )
        for number, (pair, tallies) in documents
    ]


def _f1(tallies: Tallies, name: str) -> float | None:
    tally = tallies.get(name)
    return tally.f1 if tally and (tally.gold or tally.predicted) else None


def _grouped(misses: list[Miss]) -> list[tuple[Cause, list[tuple[str, list[Miss]]]]]:
    """Misses by cause, then by subject."""

    def by_cause(miss: Miss) -> int:
        return _CAUSES.index(miss.cause)

    def by_subject(miss: Miss) -> str:
        return miss.subject

    out = []
    for index, group in groupby(sorted(misses, key=by_cause), key=by_cause):
        ordered = sorted(group, key=by_subject)
        subjects = [(subject, list(some)) for subject, some in groupby(ordered, key=by_subject)]
        out.append((_CAUSES[index], subjects))
    return out
