"""Parquet tables of documents; skipped where pyarrow is not installed."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, ReadError, UnsupportedFormat
from extract.readers import Limits, Origin, read, read_bytes, read_origin
from tests.readers.test_tables import FACTS, ROW

pa = pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")
TEXTS = ["Korea lent Kenya 5 billion won.", "España donó 3 millones de euros al Perú."]


def parquet(columns: Mapping[str, Any], **options: Any) -> bytes:
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), out, **options)
    return out.getvalue()


def as_column(values: list[Any], kind: object) -> Any:
    return pa.array(values).cast(kind)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"published": pa.array([dt.date(2024, 3, 5)])},
        {"published": pa.array([dt.datetime(2024, 3, 5, 23, 59)], pa.timestamp("ns"))},
        {"published": pa.array([dt.datetime(2024, 3, 5, 1)], pa.timestamp("us", "UTC"))},
        {"text": pa.array([ROW["text"]], pa.large_string())},
        {"text": pa.array([ROW["text"].encode()])},
        {"publisher": pa.array([ROW["publisher"]]).dictionary_encode()},
        {"Vector": pa.array([[0.5] * 8])},
    ],
)
def test_one_row_with_all_fields(changed: dict[str, Any]) -> None:
    columns = {name: pa.array([value]) for name, value in ROW.items()} | changed
    for data in (parquet(columns), parquet({name.title(): columns[name] for name in columns})):
        (document,) = read_bytes(data, "a.parquet")
        assert (document.id, document.text, document.metadata) == ("kr-7", ROW["text"], FACTS)


def test_it_is_told_by_its_content() -> None:
    assert [found.text for found in read_bytes(parquet({"body": TEXTS}), "a.txt")] == TEXTS


def test_rows_are_counted_and_bad_ones_passed_over(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(parquet({"text": [*TEXTS, None, " ", *TEXTS]}))
    errors: list[ReadError] = []
    found = list(read(tmp_path / "t.parquet", on_error=errors.append))
    assert [document.id for document in found] == ["t#1", "t#2", "t#5", "t#6"]
    assert [error.message for error in errors] == ["row 3: no text", "row 4: holds no text"]


@pytest.mark.parametrize("group", [1, 40, 100, 1000])
@pytest.mark.parametrize("rows", [range(1), range(37, 141), range(199, 200), range(200)])
def test_only_the_rows_asked_for_are_read(group: int, rows: range) -> None:
    data = parquet({"text": [f"Row {n}" for n in range(200)]}, row_group_size=group)
    found = read_origin(Origin("t.parquet", data, rows=rows))
    assert [document.text for document in found] == [f"Row {n}" for n in rows]


def test_text_that_is_no_utf_8_is_read_as_elsewhere() -> None:
    wrong = pa.array(["firmó la cooperación".encode("cp1252"), b"plain"])
    column = pa.Array.from_buffers(pa.string(), 2, wrong.buffers())
    texts = [found.text for found in read_bytes(parquet({"text": column}), "a.parquet")]
    assert texts == ["firmó la cooperación", "plain"]


def test_a_damaged_row_group_costs_its_rows() -> None:
    import pyarrow.parquet as pq

    texts = [f"Row {n} " + "x" * n for n in range(300)]
    data = bytearray(parquet({"text": texts}, row_group_size=100, use_dictionary=False))
    column = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(0)
    start = column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    errors: list[ReadError] = []
    found = read_bytes(bytes(data), "a.parquet", on_error=errors.append)
    assert [document.text for document in found] == [*texts[:100], *texts[200:]]
    assert [error.message.partition(" and ")[0] for error in errors] == ["row 101"]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (parquet({"text": TEXTS})[:-9], DamagedFile, "the file cannot be read: Parquet magic"),
        (parquet({"text": TEXTS})[:60], DamagedFile, "the file cannot be read"),
        (b"PAR1" + b"\xff" * 90 + b"PAR1", DamagedFile, "the file cannot be read"),
        (b"no table at all", DamagedFile, "named .parquet, but holds no such document"),
        (b"PARE" + bytes(90) + b"PARE", EncryptedFile, "encrypted"),
        (parquet({"título": TEXTS}), UnsupportedFormat, "no column holds text; the columns are tí"),
        (parquet({"text": ["x" * 1001]}), LimitExceeded, "row 1: longer than"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(
    data: bytes, error: type[ReadError], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        list(read_bytes(data, "a.parquet", limits=Limits(row=1000)))
    assert "\n" not in raised.value.message


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet({"text": TEXTS})
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ReadError, match="needs pyarrow") as raised:
        list(read_bytes(data, "a.parquet"))
    assert "press-extract[parquet]" in raised.value.hint
