"""A worker whose behaviour the task's name decides, to see what a run does about it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure, Piece, Reached
from extract.batch.worker import answer
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from extract.batch.messages import Limits, Message, Task


CACHE: list[str] = []
"""What a library keeps that ran out of memory: nothing after it succeeds."""


def serve(connection: Connection, limits: Limits) -> None:
    answer(connection, limits, process)


def process(task: Task) -> Iterator[Message]:
    """A table of as many documents as its name says (``x3``), the bad one in the middle."""
    count = int(task.name.partition(" x")[2] or 1)
    for number in range(task.skip, count):
        yield Reached(number)
        if number == count // 2:
            if "exhaust" in task.name:
                CACHE.append(task.name)
            misbehave(task.name)
        if CACHE:
            yield Failure(
                number, ErrorRow(path=task.name, stage="read", error="MemoryError", message="")
            )
            continue
        line = f"{task.name}\n".encode()
        yield Piece(number, line, line, {"MONEY": 1})
    if "stuck" in task.name:
        time.sleep(600)
    yield End()


def misbehave(name: str) -> None:
    if "hang" in name:
        time.sleep(600)
    if "abort" in name:
        os.abort()
    if "exit" in name:
        os._exit(0)
    if "eat" in name:
        try:
            bytearray(64 << 30)
        except MemoryError:
            os._exit(9)
