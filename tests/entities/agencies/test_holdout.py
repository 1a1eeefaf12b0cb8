"""The measurement with every gazetteer entry hidden."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from extract.entities.agencies.holdout import Score, main, measure, unlisted_agencies

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The Ministry of Health paid. Nothing else happened in the Sea of Cortez."


def write_gold(folder: Path, spans: list[tuple[int, int]], *, inline: bool) -> Path:
    entities = [{"label": "AGENCY", "start": a, "end": b} for a, b in spans]
    document = {"id": "one", "entities": entities} | ({"text": TEXT} if inline else {})
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    return path


def test_listed_names_are_hidden() -> None:
    assert unlisted_agencies(TEXT) == {(4, 22)}
    assert unlisted_agencies("Oxfam met the G20.") == set()


@pytest.mark.parametrize("inline", [True, False])
@pytest.mark.parametrize(
    ("spans", "score"),
    [([(4, 22)], Score(1, 1, 1)), ([(4, 12)], Score(0, 1, 1)), ([], Score(0, 1, 0))],
)
def test_only_exact_spans_count(
    spans: list[tuple[int, int]], score: Score, *, inline: bool, tmp_path: Path
) -> None:
    assert measure(write_gold(tmp_path, spans, inline=inline)) == score


def test_f1() -> None:
    assert Score(1, 1, 3).f1 == pytest.approx(0.5)
    assert Score(0, 0, 0).f1 == 0


def test_the_command_prints_the_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(write_gold(tmp_path, [(4, 22)], inline=True))])
    assert "precision 1.000, recall 1.000, F1 1.000" in capsys.readouterr().out


def test_the_grammar_alone_reaches_its_bar_on_real_documents(corpus: Path) -> None:
    assert measure(corpus / "gold.jsonl").f1 >= 0.75
