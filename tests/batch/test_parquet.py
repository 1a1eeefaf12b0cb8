"""Output as Parquet holds what the JSON Lines hold; skipped where pyarrow is not installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.batch import output
from extract.batch.output import Format
from extract.batch.run import Options, run
from tests.batch.test_determinism import inline

pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")


def test_parts_hold_the_same_rows_and_old_parts_go(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    monkeypatch.setattr(output, "PART", 5)
    out = tmp_path / "out"
    raw = root / "raw"
    files = sorted(path for path in raw.iterdir() if path.suffix in (".txt", ".jsonl"))
    run(Options(files, out), engine=inline)
    lines = (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in (out / "records.jsonl").read_text("utf-8").splitlines()]
    run(Options(files, out, format=Format.PARQUET), engine=inline)
    assert len(list((out / "documents.parquet").iterdir())) == -(-len(files) // 5)
    documents = pq.read_table(out / "documents.parquet").to_pylist()
    records = pq.read_table(out / "records.parquet").to_pylist()
    assert [document["json"] for document in documents] == lines
    assert [record["id"] for record in records] == [row["id"] for row in rows]
    for record, row in zip(records, rows, strict=True):
        assert record["source"] == row["source"]
        assert record["amount"] == (float(row["amount"]) if row["amount"] else None)
        assert str(record["date_start"] or "") == (row["date_start"] or "")
    run(Options(files[:3], out, format=Format.PARQUET), engine=inline)
    assert len(list((out / "records.parquet").iterdir())) == 1
