"""A table of institutions of one's own: every way in uses it, results depend on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.batch.messages import Outcome
from extract.batch.run import Options, run
from extract.errors import ResourceError
from extract.pipeline import load, process
from extract.schema import AgencyEntity
from tests.batch.test_determinism import inline

TEXT = "On 5 May 2024 the Zubrowka lent 5 million dollars to Kenya."
HEADER = "key\tname\tref\tacronyms\tcountry\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "my.tsv"
    path.write_text(f"{HEADER}XX-ZUB\tZubrowka\tZUB\t\t\n", encoding="utf-8")
    return path


def test_a_text_is_read_with_the_table(table: Path) -> None:
    found = [e for e in process(TEXT, agencies=str(table)).entities if isinstance(e, AgencyEntity)]
    assert [(entity.text, entity.ref) for entity in found] == [("Zubrowka", "ZUB")]
    doc = load("en", str(table))(TEXT)
    assert "Zubrowka" in [TEXT[m.start : m.end] for m in doc._.mentions]


def test_a_run_with_another_table_is_another_run(table: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(TEXT, encoding="utf-8")
    plain = Options([tmp_path / "raw"], tmp_path / "out")
    own = Options([tmp_path / "raw"], tmp_path / "out", agencies=table)
    assert run(plain, engine=inline).outcomes == {Outcome.DONE: 1}
    assert b'"ZUB"' not in (tmp_path / "out" / "documents.jsonl").read_bytes()
    assert run(own, engine=inline).outcomes == {Outcome.DONE: 1}
    assert b'"ZUB"' in (tmp_path / "out" / "documents.jsonl").read_bytes()
    assert run(own, engine=inline).outcomes == {Outcome.UNCHANGED: 1}
    table.write_text(f"{HEADER}XX-ZUB\tZubrowka\tZUBR\t\t\n", encoding="utf-8")
    assert run(own, engine=inline).outcomes == {Outcome.DONE: 1}


def test_a_malformed_table_stops_the_run_before_it_starts(table: Path, tmp_path: Path) -> None:
    table.write_text("key\tnothing\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"my\.tsv"):
        run(Options([tmp_path / "a.txt"], tmp_path / "out", agencies=table), engine=inline)
