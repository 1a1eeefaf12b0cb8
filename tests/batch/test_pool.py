"""A document that misbehaves costs exactly itself."""

from __future__ import annotations

from collections import defaultdict

import pytest

from extract.batch.messages import End, Failure, Limits, Piece, Result, Task
from extract.batch.pool import Pool
from extract.schema import Metadata
from tests.batch.faulty import serve


def run(names: list[str], workers: int) -> dict[str, list[Result]]:
    tasks = [Task(name, name, name, name, "0", Metadata()) for name in names]
    messages: dict[str, list[Result]] = defaultdict(list)
    for task, message in Pool(workers, Limits(seconds=1.0), serve).run(tasks):
        messages[task.name].append(message)
    return messages


@pytest.mark.parametrize("workers", [1, 3])
def test_every_task_ends_once_with_its_own_piece(workers: int) -> None:
    names = [f"doc-{n}" for n in range(40)]
    messages = run(names, workers)
    assert sorted(messages) == sorted(names)
    for name, (piece, end) in messages.items():
        assert isinstance(piece, Piece)
        assert piece.document == name.encode() + b"\n"
        assert isinstance(end, End)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("hang", "TimeLimit"),
        ("abort", "WorkerDied"),
        ("exit", "WorkerDied"),
        ("eat", "WorkerDied"),
    ],
)
def test_a_bad_document_costs_only_itself(bad: str, error: str) -> None:
    names = [f"doc-{n}" for n in range(3)] + [f"{bad}-x"] + [f"late-{n}" for n in range(6)]
    messages = run(names, 2)
    assert sorted(messages) == sorted(names)
    failure, end = messages.pop(f"{bad}-x")
    assert isinstance(failure, Failure)
    assert failure.error.error == error
    assert failure.error.hint
    assert isinstance(end, End)
    assert all(isinstance(found[0], Piece) and len(found) == 2 for found in messages.values())


def test_bad_documents_in_a_row_do_not_stop_the_run() -> None:
    names = ["abort-1", "abort-2", "exit-3", "abort-4", "good"]
    messages = run(names, 1)
    assert isinstance(messages["good"][0], Piece)
    assert sum(isinstance(found[0], Failure) for found in messages.values()) == 4


@pytest.mark.parametrize("bad", ["hang", "abort"])
def test_a_bad_document_of_a_table_costs_only_itself(bad: str) -> None:
    *results, end = run([f"{bad} x5"], 1)[f"{bad} x5"]
    assert isinstance(end, End)
    kinds = [(type(result), result.number) for result in results if not isinstance(result, End)]
    assert kinds == [(Piece, 0), (Piece, 1), (Failure, 2), (Piece, 3), (Piece, 4)]


def test_a_reader_that_hangs_after_a_document_ends_its_input() -> None:
    piece, failure, end = run(["stuck x1"], 1)["stuck x1"]
    assert isinstance(piece, Piece)
    assert isinstance(failure, Failure)
    assert failure.number == 1
    assert isinstance(end, End)


def test_a_worker_that_ran_out_of_memory_is_replaced() -> None:
    messages = run(["exhaust x5", *(f"doc-{n}" for n in range(5))], 1)
    kinds = [type(result) for result in messages.pop("exhaust x5")]
    assert kinds == [Piece, Piece, Failure, Piece, Piece, End]
    assert [type(result) for found in messages.values() for result in found] == [Piece, End] * 5
