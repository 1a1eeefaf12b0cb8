"""The commands ``evaluate``, ``agreement`` and ``annotations``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from extract.cli.app import app
from extract.errors import UsageError
from extract.evaluation.formats import FormatName
from tests.evaluation.samples import english, perturb, samples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from typer.testing import Result

    from extract.schema import Document


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "200"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def write(path: Path, documents: Iterable[Document]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(d.model_dump_json() + "\n" for d in documents), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "annotations" / "gold.jsonl", samples()).parent


@pytest.fixture
def output(tmp_path: Path) -> Path:
    broken = [perturb(d, 3, rate=0.5) for d in samples()]
    return write(tmp_path / "output" / "documents.jsonl", broken).parent


def test_table(gold: Path, output: Path) -> None:
    result = run("evaluate", output, gold)
    assert result.exit_code == 0
    for words in ("entities", "MONEY.value", "AGENCY.b3", "slot.amount", "money_fact", "95 %"):
        assert words in result.stdout
    assert "2 gold documents" in result.stdout


def test_json_is_all_of_standard_output(gold: Path, output: Path) -> None:
    result = run("evaluate", output, gold, "--json", "--errors")
    data = json.loads(result.stdout)
    assert data["documents"] == 2
    assert data["figures"]["slots"]["interval"]["f1"][0] <= data["figures"]["slots"]["f1"]
    assert sum(row["n"] for row in data["misses"]) > 0
    assert data["calibration"]["bins"]


def test_errors_are_listed(gold: Path, output: Path) -> None:
    everything = run("evaluate", output, gold, "--errors").stdout
    few = run("evaluate", output, gold, "--errors", "--limit", 1).stdout
    assert "slot: missed" in everything
    assert len(few) < len(everything)


def test_html(gold: Path, output: Path, tmp_path: Path) -> None:
    run("evaluate", output, gold, "--html", tmp_path / "report.html")
    assert "<title>Evaluation of 2 documents" in (tmp_path / "report.html").read_text("utf-8")


def test_against(gold: Path, output: Path) -> None:
    result = run("evaluate", gold, gold, "--against", output)
    assert "2 documents changed" in result.stdout
    assert "First run less second" in result.stdout
    assert "0 documents changed" in run("evaluate", gold, gold, "--against", gold).stdout


def test_gates(gold: Path, output: Path) -> None:
    assert run("evaluate", gold, gold, "--min", "slots.f1=1", "--min", "MONEY.p=1").exit_code == 0
    result = run("evaluate", output, gold, "--min", "slots.f1=1", "--min", "MONEY.r=0.1")
    assert result.exit_code == 1
    assert "slots.f1 is" in result.stderr
    assert "MONEY" not in result.stderr


def test_floors(gold: Path, output: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    assert "slots: 0 →" in run("evaluate", gold, gold, "--floors", floors, "--update-floors").stderr
    assert run("evaluate", gold, gold, "--floors", floors).exit_code == 0
    result = run("evaluate", output, gold, "--floors", floors)
    assert result.exit_code == 1
    assert "below its floor" in result.stderr
    with pytest.raises(UsageError, match="would sink"):
        run("evaluate", output, gold, "--floors", floors, "--update-floors")
    run("evaluate", output, gold, "--floors", floors, "--update-floors", "--allow-lower")
    assert run("evaluate", output, gold, "--floors", floors).exit_code == 0


def test_a_document_without_prediction_is_named(gold: Path, tmp_path: Path) -> None:
    output = write(tmp_path / "documents.jsonl", [english()])
    result = run("evaluate", output, gold)
    assert "without a prediction: proyecto" in result.stderr


def test_ids_that_never_meet(gold: Path, tmp_path: Path) -> None:
    output = write(tmp_path / "x.jsonl", [english().model_copy(update={"id": "loan.txt"})])
    with pytest.raises(UsageError, match="was predicted") as caught:
        run("evaluate", output, gold)
    assert caught.value.hint == "they are matched by id, such as 'loan' and 'loan.txt'"


def test_agreement(gold: Path, output: Path) -> None:
    result = run("agreement", gold, output, "--errors")
    assert result.exit_code == 0
    assert "Krippendorff" in result.stdout
    assert "first:" in result.stdout
    data = json.loads(run("agreement", gold, gold, "--json").stdout)
    assert data["agreement"]["tokens"]["alpha"] == 1


def test_nothing_in_common(gold: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.jsonl", [english().model_copy(update={"id": "other"})])
    with pytest.raises(UsageError, match="no document in common"):
        run("agreement", gold, other)


def test_check(gold: Path, tmp_path: Path) -> None:
    assert run("annotations", "check", gold).exit_code == 0
    raw = english().model_dump(mode="json")
    raw["entities"][0]["start"] += 1
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(raw), encoding="utf-8")
    result = run("annotations", "check", path)
    assert result.exit_code == 1
    assert "loan: error: e1: 'World Bank' is not at 5:14" in result.stdout


def test_warnings_fail_when_strict(tmp_path: Path) -> None:
    raw = english().model_dump(mode="json")
    raw["entities"][0].update(start=0, text="The World Bank")
    path = tmp_path / "article.jsonl"
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert run("annotations", "check", path).exit_code == 0
    assert run("annotations", "check", path, "--strict").exit_code == 1


@pytest.mark.parametrize("name", list(FormatName))
def test_export_and_import(gold: Path, tmp_path: Path, name: FormatName) -> None:
    tool, back = tmp_path / "tool", tmp_path / "back"
    exported = run("annotations", "export", gold, "--format", name, "--output", tool)
    assert exported.exit_code == 0
    imported = run("annotations", "import", tool, "--format", name, "--output", back)
    assert imported.exit_code == 0
    assert sorted(p.name for p in back.iterdir()) == ["loan.jsonl", "proyecto.jsonl"]
    lossy = name is FormatName.CONLL
    assert ("not carried: records" in exported.stderr) is lossy
    if not lossy:
        gates = [
            word for name in ("slots", "entities", "status") for word in ("--min", f"{name}=1")
        ]
        assert run("evaluate", back, gold, *gates).exit_code == 0


def test_drafts(tmp_path: Path, gold: Path) -> None:
    pytest.importorskip("extract.relations.linking")
    text = tmp_path / "grant.txt"
    text.write_text("USAID gave Kenya $3 million in 2021.", encoding="utf-8")
    folder = tmp_path / "drafts"
    result = run("annotations", "new", text, "--output", folder)
    assert result.exit_code == 0
    (draft,) = folder.iterdir()
    assert json.loads(draft.read_text("utf-8"))["reviewed"] is False
