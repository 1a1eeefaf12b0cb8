"""``extract agencies``: looking up, and adding to a table of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import extract


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("USAID", "US-USAID"),
        ("banco interamericano de desarrollo", "INT-IDB"),
        ("MX-SAT", "MX-SAT"),
    ],
)
def test_search_lists_the_best_first(query: str, key: str) -> None:
    found = extract("agencies", "search", query)
    assert found.returncode == 0
    rows = [line for line in found.stdout.splitlines() if line.startswith("│ ")]
    assert rows[0].split()[1] == key


@pytest.mark.parametrize(
    ("name", "key", "reason"),
    [
        ("INT-IDB", "INT-IDB", "key"),
        ("IDB", "INT-IDB", "acronym"),
        ("banco interamericano de desarrollo", "INT-IDB", "full name"),
    ],
)
def test_show_says_why_a_name_matches(name: str, key: str, reason: str) -> None:
    shown = extract("agencies", "show", name).stdout
    assert shown.startswith(key)
    assert f"matched as: {reason}" in shown


def test_an_unknown_name_is_misuse_with_a_hint() -> None:
    done = extract("agencies", "show", "Nonesuch")
    assert done.returncode == 2
    assert "agencies search" in done.stderr


@pytest.mark.parametrize(
    "command", [("agencies", "search", "BID"), ("text", "BID"), ("run", "raw")]
)
def test_a_missing_table_is_misuse_with_a_hint(command: tuple[str, ...], tmp_path: Path) -> None:
    done = extract(*command, "--agencies", tmp_path / "none.tsv")
    assert done.returncode == 2
    assert "none.tsv" in done.stderr
    assert "extract agencies add" in done.stderr


def test_add_makes_a_table_that_the_lookup_reads(tmp_path: Path) -> None:
    table = tmp_path / "my.tsv"
    facts = ("--name", "Instituto Zacatecano X", "--acronyms", "IZX", "--country", "MX")
    assert extract("agencies", "add", table, "--key", "MX-IZX", *facts).returncode == 0
    assert extract("agencies", "add", table, "--key", "MX-IZY", "--name", "Otro").returncode == 0
    shown = extract("agencies", "show", "IZX", "--agencies", table).stdout
    assert "Instituto Zacatecano X" in shown
    again = extract("agencies", "add", table, "--key", "MX-IZX", *facts)
    assert again.returncode == 2
    assert "already" in again.stderr


def test_a_malformed_table_is_named_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "my.tsv"
    table.write_text("key\tname\nonly-one-cell\n")
    done = extract("agencies", "search", "x", "--agencies", table)
    assert done.returncode == 1
    assert "my.tsv:2" in done.stderr
