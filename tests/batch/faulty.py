"""A worker whose behaviour the task's name decides, to see what a run does about it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from extract.batch.messages import End, Piece
from extract.batch.pool import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from extract.batch.messages import Limits, Message, Task


def serve(connection: Connection, limits: Limits) -> None:
    answer(connection, limits, process)


def process(task: Task) -> Iterator[Message]:
    if "hang" in task.name:
        time.sleep(600)
    if "abort" in task.name:
        os.abort()
    if "exit" in task.name:
        os._exit(0)
    if "eat" in task.name:
        try:
            bytearray(64 << 30)
        except MemoryError:
            os._exit(9)
    line = task.name.encode() + b"\n"
    yield Piece(0, line, line, {"MONEY": 1})
    yield End()
