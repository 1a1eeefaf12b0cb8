"""The commands as a user runs them: exit codes, what goes to which stream, errors with hints."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extract.schema import Document, RecordRow
from tests.commands import extract

RELEASE = "Geneva, 3 March 2024. Japan granted Kenya 500 million yen in February 2024.\n"


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "extract", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("extract ")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw = tmp_path_factory.mktemp("raw")
    (raw / "grant.txt").write_text(RELEASE)
    (raw / "empty.txt").write_text("\n")
    (raw / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    output = tmp_path_factory.mktemp("out")
    done = extract("run", raw, "-o", output, "--workers", "1")
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert "broken.pdf" in done.stderr
    return output


def test_run_writes_documents_records_and_errors(output: Path) -> None:
    (line,) = (output / "documents.jsonl").read_text().splitlines()
    document = Document.model_validate_json(line)
    assert document.text == RELEASE
    assert str(document.source.published) == "2024-03-03"
    (line,) = (output / "records.jsonl").read_text().splitlines()
    row = RecordRow.model_validate_json(line)
    assert (row.kind.value, row.source, row.recipient) == ("funding", ("@JP",), ("@KE",))
    (line,) = (output / "errors.jsonl").read_text().splitlines()
    assert json.loads(line)["path"] == "broken.pdf"


def test_quiet_says_nothing_and_all_read_is_zero(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELEASE)
    done = extract("run", tmp_path / "a.txt", "-o", tmp_path / "out", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (tmp_path / "b.docx").write_text("no such thing")
    done = extract("run", tmp_path / "b.docx", "-o", tmp_path / "out", "-q")
    assert done.returncode == 3
    assert done.stderr.startswith("failed: b.docx: ")


def test_show_a_document_by_id_and_a_file(output: Path, tmp_path: Path) -> None:
    shown = extract("show", "grant", "-o", output)
    assert shown.returncode == 0
    assert "500,000,000 JPY" in shown.stdout
    file = tmp_path / "other.txt"
    file.write_text(RELEASE)
    shown = extract("show", file, "-o", tmp_path, "--json")
    assert Document.model_validate_json(shown.stdout).id == "other"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ([], 1),
        (["--kind", "funding"], 1),
        (["--kind", "trade"], 0),
        (["--country", "ke"], 1),
        (["--country", "MX"], 0),
        (["--agency", "usaid"], 0),
        (["--currency", "jpy"], 1),
        (["--currency", "USD"], 0),
        (["--from", "2024-02-10", "--to", "2024-02-11"], 1),
        (["--from", "2024-03-01"], 0),
        (["--min-amount", "5e8"], 1),
        (["--min-amount", "5.1e8"], 0),
    ],
)
def test_show_records_filters(output: Path, filters: list[str], count: int) -> None:
    shown = extract("show", "--records", *filters, "-o", output, "--json")
    assert shown.returncode == 0, shown.stderr
    assert len(shown.stdout.splitlines()) == count


def test_text_from_argument_and_standard_input() -> None:
    shown = extract("text", RELEASE, "--json")
    assert Document.model_validate_json(shown.stdout).records
    piped = extract("text", "--json", stdin=RELEASE)
    assert piped.stdout == shown.stdout


@pytest.mark.parametrize("which", ["documents", "records", "errors"])
def test_schema_is_json_schema(which: str) -> None:
    assert json.loads(extract("schema", which).stdout)["type"] == "object"


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["run", "no-such-folder"], "no such input: no-such-folder", "files or folders"),
        (["show", "nothing", "-o", "nowhere"], "no document 'nothing'", "--records"),
        (["show"], "nothing to show", "--records"),
        (["show", "--records", "-o", "nowhere"], "no records", "extract run"),
        (["text", ""], "no text", "standard input"),
        (["text", "x", "--published", "yesterday"], "not a date", "2024-03-05"),
    ],
)
def test_misuse_is_one_line_a_hint_and_exit_code_2(
    args: list[str], message: str, hint: str
) -> None:
    done = extract(*args)
    assert done.returncode == 2
    assert done.stdout == ""
    first, second = done.stderr.splitlines()
    assert message in first
    assert hint in second


@pytest.mark.parametrize(
    "command",
    [
        *("run", "show", "text", "explain", "schema", "evaluate", "agreement"),
        *("agencies search", "agencies show", "agencies add"),
        *("annotations new", "annotations check", "annotations export", "annotations import"),
    ],
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = extract(*command.split(), "--help")
    assert done.returncode == 0
    usage, _, rest = done.stdout.partition("Example")
    assert f"extract {command}" in usage
    assert f"extract {command}" in rest
