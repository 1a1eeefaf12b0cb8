"""A large table is worked on in parts, and comes out as if it were not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.batch import plan
from extract.batch.messages import Lines, Outcome, Rows
from extract.batch.run import Options, run
from extract.batch.survey import digest, survey
from tests.batch.killing import contents
from tests.batch.tables import BAD, MAKERS, TEXTS, csv_table, parquet_table
from tests.batch.test_determinism import inline

SMALL = 300
"""Bytes of a part: a few rows."""


@pytest.fixture(params=MAKERS)
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    if path.suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")
    MAKERS[path.name](path)
    return path


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "survey", lambda path: survey(path, SMALL))


def texts(output: Path) -> list[str]:
    lines = contents(output)["documents.jsonl"].splitlines()
    return [json.loads(line)["text"] for line in lines]


def test_parts_give_the_same_as_the_whole(
    table: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    whole = run(Options([table], tmp_path / "whole"), engine=inline)
    request.getfixturevalue("in_parts")
    options = Options([table], tmp_path / "parts", workers=2)
    parts = run(options)
    assert len(survey(table, SMALL)[1]) > 3
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
    assert texts(tmp_path / "parts") == [text for text in TEXTS if text]
    assert parts.outcomes == whole.outcomes == {Outcome.FAILED: 1}
    assert [error.message for error in parts.errors] == [f"row {BAD + 1}: no text"]
    assert b'"2024-03-05"' in contents(tmp_path / "parts")["documents.jsonl"]
    assert run(options, engine=lambda _: iter(())).outcomes == {Outcome.FAILED: 1}


@pytest.mark.usefixtures("in_parts")
def test_a_run_that_stops_between_rows_goes_on_there(table: Path, tmp_path: Path) -> None:
    options = Options([table], tmp_path / "out")
    worked: list[str] = []

    def stopping(tasks: object) -> object:
        for number, (task, message) in enumerate(inline(tasks)):  # type: ignore[arg-type]
            worked.append(task.key)
            if number == 17:
                raise OSError("pulled the plug")
            yield task, message

    with pytest.raises(OSError, match="pulled the plug"):
        run(options, engine=stopping)  # type: ignore[arg-type]
    done = len(set(worked)) - 1
    tasks = plan_of(options)
    assert len(survey(table, SMALL)[1]) - done == tasks
    run(options, engine=inline)
    assert texts(tmp_path / "out") == [text for text in TEXTS if text]


def plan_of(options: Options) -> int:
    """How many parts a run still has to work on."""
    seen = 0

    def counting(tasks: object) -> object:
        nonlocal seen
        seen = len(list(tasks))  # type: ignore[call-overload]
        raise OSError("only counted")

    with pytest.raises(OSError, match="only counted"):
        run(options, engine=counting)  # type: ignore[arg-type]
    return seen


@pytest.mark.parametrize("part", [1, 10, 25, 100, 1000])
def test_parts_end_with_lines_and_make_up_the_file(tmp_path: Path, part: int) -> None:
    lines = [b'{"text": "%s"}\n' % (b"x" * n) for n in range(12)] + [b"\n", b'{"text": "end"}']
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(lines))
    sha, parts = survey(path, part)
    data = path.read_bytes()
    assert sha == digest(path)
    assert len(parts) == {1: 14, 10: 13, 25: 7, 100: 3, 1000: 0}[part]
    position = 0
    for found in parts:
        assert isinstance(found, Lines)
        assert (found.offset, found.rows_before) == (position, data[:position].count(b"\n"))
        position += found.size
        assert position == len(data) or (data[position - 1] == 10 and found.size >= part)
    assert position == (len(data) if parts else 0)


@pytest.mark.parametrize("part", [1, 100, 1000])
def test_parts_of_a_csv_table_end_with_rows_and_make_it_up(tmp_path: Path, part: int) -> None:
    path = tmp_path / "a.csv"
    csv_table(path)
    data = path.read_bytes()
    header = data.index(b"\n") + 1
    position, parts = header, survey(path, part)[1]
    for found in parts:
        assert isinstance(found, Lines)
        assert (found.offset, found.header) == (position, header)
        position += found.size
        assert data[position - 12 : position] == b";2024-03-05\r\n"[-12:] or part == 1
    assert position == len(data)


@pytest.mark.parametrize(("group", "part"), [(30, 200), (30, 1), (4, 1000), (1, 10**6)])
def test_parts_of_a_parquet_table_are_all_its_rows(tmp_path: Path, group: int, part: int) -> None:
    pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")
    path = tmp_path / "a.parquet"
    parquet_table(path, group)
    rows: list[int] = []
    for found in survey(path, part)[1] or [Rows(0, len(TEXTS))]:
        assert isinstance(found, Rows)
        rows += range(found.start, found.stop)
    assert rows == list(range(len(TEXTS)))


def test_many_short_rows_are_parts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="needs pip install 'press-extract[parquet]'")
    monkeypatch.setattr("extract.batch.parts.ROWS", 10)
    for name, make in MAKERS.items():
        make(tmp_path / name)
    parquet_table(tmp_path / "one-group.parquet", 30)
    found = {path.name: survey(path)[1] for path in tmp_path.iterdir()}
    assert {name: len(parts) for name, parts in found.items()} == {
        "many.jsonl": 4,
        "many.csv": 4,
        "many.parquet": 3,
        "one-group.parquet": 3,
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", b"\x1f\x8b\n\n\n\n"),
        ("a.jsonl", b"no object\n{}\n"),
        ("a.csv", b"title,link\na,b\nc,d\n"),
        ("a.csv", "text,id\na,b\nc,d\n".encode("utf-16")),
        ("a.csv", b"<!doctype html>\n<p>text,\n</p>\n"),
        ("a.txt", b"text\nof\nlines\n"),
        ("a.parquet", b"PAR1" + bytes(100) + b"PAR1"),
    ],
)
def test_what_is_no_table_of_documents_is_one_part(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert survey(tmp_path / name, 1)[1] == []
