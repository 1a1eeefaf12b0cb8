"""The journal keeps finished work through torn tails, repeats and compaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.batch.journal import Journal
from extract.batch.messages import Failure, Outcome, Piece
from extract.schema import ErrorRow

ERROR = ErrorRow(path="a.txt", stage="read", error="NoText", message="no text")


def piece(number: int, text: str = "ñ") -> Piece:
    line = f"{text}{number}\n".encode()
    return Piece(number, line, line * 2, {"MONEY": number})


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes every journal a test opens."""
    opened: list[Journal] = []
    start = Journal.__init__

    def remember(journal: Journal, path: Path) -> None:
        start(journal, path)
        opened.append(journal)

    monkeypatch.setattr(Journal, "__init__", remember)
    yield
    for journal in opened:
        journal.close()


def fill(path: Path) -> Journal:
    journal = Journal(path)
    for key in ("a", "b"):
        for number in range(3):
            journal.add(key, piece(number, key))
        journal.end(key, Outcome.DONE)
    return journal


def test_lines_come_back_in_the_order_asked_for(tmp_path: Path) -> None:
    journal = fill(tmp_path / "journal")
    assert b"".join(journal.documents(["b", "a"])) == b"b0\nb1\nb2\na0\na1\na2\n"
    assert b"".join(journal.rows(["a"])) == b"a0\na0\na1\na1\na2\na2\n"
    assert journal.counts(["a", "b"]) == {"documents": 6, "MONEY": 6}


def test_everything_is_there_after_opening_again(tmp_path: Path) -> None:
    fill(tmp_path / "journal").close()
    again = Journal(tmp_path / "journal")
    assert again.get("a").outcome is Outcome.DONE
    assert b"".join(again.documents(["a", "b"])) == b"a0\na1\na2\nb0\nb1\nb2\n"


def test_cut_anywhere_it_opens_with_what_was_whole_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    fill(path).close()
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        journal = Journal(path)
        for key in ("a", "b"):
            known = journal.get(key)
            if known.outcome is None:
                for number in range(known.reached, 3):
                    journal.add(key, piece(number, key))
                journal.end(key, Outcome.DONE)
        journal.close()
        assert path.read_bytes() == whole, f"cut at {cut}"


@pytest.mark.parametrize("at", [0, 40, 200])
def test_a_flipped_byte_loses_what_follows_but_is_noticed(tmp_path: Path, at: int) -> None:
    path = tmp_path / "journal"
    fill(path).close()
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)
    journal = Journal(path)
    lines = b"".join(journal.documents(["a", "b"]))
    assert b"a0\na1\na2\nb0\nb1\nb2\n".startswith(lines)
    assert path.stat().st_size <= at


def test_a_failed_input_done_anew_replaces_the_failure(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path)
    journal.add("a", piece(0))
    journal.add("a", Failure(1, ERROR))
    journal.end("a", Outcome.FAILED)
    journal.forget("a")
    journal.add("a", piece(0, "new"))
    journal.end("a", Outcome.DONE)
    journal.close()
    again = Journal(path)
    assert again.get("a").outcome is Outcome.DONE
    assert again.get("a").failures == []
    assert b"".join(again.documents(["a"])) == b"new0\n"


def test_compaction_keeps_the_inputs_named_and_drops_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = fill(path)
    journal.add("c", Failure(0, ERROR))
    journal.end("c", Outcome.FAILED)
    size = path.stat().st_size
    journal.compact(["a", "b", "c"])
    assert path.stat().st_size == size
    journal.add("big", piece(0, "x" * 10_000))
    journal.compact(["c", "a"])
    assert path.stat().st_size < size
    for kept in (journal, Journal(path)):
        assert b"".join(kept.documents(["a", "b", "big"])) == b"a0\na1\na2\n"
        assert [failure.error for failure in kept.get("c").failures] == [ERROR]
