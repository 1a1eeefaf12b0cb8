"""The confidence model is fitted the same way each time, and separates what its features tell."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from extract.evaluation.fitting import Case, brier, cross_validated, fit, main
from extract.pipeline import process

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = Case({"bias": 1.0, "two parties": 1.0}, right=True)
WRONG = Case({"bias": 1.0, "weak trigger": 1.0}, right=False)


def test_weights_follow_the_labels() -> None:
    weights = fit([RIGHT, WRONG] * 10)
    assert weights["two parties"] > 0 > weights["weak trigger"]
    assert weights == fit([RIGHT, WRONG] * 10)
    assert brier([RIGHT, WRONG], weights) < 0.1


def test_folds_leave_the_judged_documents_out() -> None:
    assert cross_validated([[RIGHT, WRONG]] * 5) < 0.1
    assert cross_validated([]) == 0


def test_the_command_writes_a_table(tmp_path: Path) -> None:
    document = process("Norway donated $4 million to UNICEF in March 2023.")
    line = document.model_dump_json() + "\n"
    for name in ("predicted.jsonl", "gold.jsonl"):
        (tmp_path / name).write_text(line, encoding="utf-8")
    target = tmp_path / "weights.toml"
    places = [str(tmp_path / "predicted.jsonl"), str(tmp_path / "gold.jsonl")]
    assert "Brier" in main([*places, "--target", str(target)])
    assert "bias" in tomllib.loads(target.read_text(encoding="utf-8"))["weights"]
