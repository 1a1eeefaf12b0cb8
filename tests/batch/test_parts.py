"""A large JSON Lines file is worked on in parts, and comes out as if it were not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.batch import plan
from extract.batch.inputs import survey
from extract.batch.messages import Outcome
from extract.batch.run import Options, run
from tests.batch.killing import contents
from tests.batch.test_determinism import inline


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [{"text": f"In 20{n:02} Japan lent Kenya ${n + 1} million."} for n in range(30)]
    lines = [json.dumps(row) for row in rows]
    lines[7] = "no object"
    lines[20] = ""
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_parts_give_the_same_as_the_whole(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(Options([table], tmp_path / "whole"), engine=inline)
    monkeypatch.setattr(plan, "survey", lambda path: survey(path, 300))
    options = Options([table], tmp_path / "parts", workers=2)
    parts = run(options)
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
    assert parts.outcomes == whole.outcomes == {Outcome.FAILED: 1}
    assert [error.message for error in parts.errors] == ["row 8: not valid JSON: Expecting value"]
    assert b'"many#30"' in contents(tmp_path / "parts")["documents.jsonl"]
    assert run(options, engine=lambda _: iter(())).outcomes == {Outcome.FAILED: 1}
