"""Workers: processes of their own, so that a document can cost no more than itself.

A worker that hangs, dies or eats memory is killed and replaced; the document it held fails, what
comes after it in the same table and the inputs queued behind go to another worker.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections import deque
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure, Reached
from extract.batch.worker import Worker, serve
from extract.errors import ExtractError
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.batch.messages import Limits, Result, Task
    from extract.batch.worker import Target

_QUEUE = 2
"""Tasks a worker holds: the one it works on, and the next, so that it never waits."""
_START_ATTEMPTS = 3
"""Workers in a row that may fail to start before the run gives up."""


class Pool:
    """Runs tasks on worker processes.

    Args:
        count: how many processes.
        limits: what one document may cost.
        target: what a worker process runs.
        keep: leave the processes running for the next run, until :meth:`close`.
    """

    def __init__(
        self, count: int, limits: Limits, target: Target = serve, *, keep: bool = False
    ) -> None:
        self.count, self.limits, self.target, self.keep = count, limits, target, keep
        self.workers: list[Worker] = []
        self.broken = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Results of all tasks as they come; each task ends with exactly one ``End``.

        Raises:
            ExtractError: workers cannot start.
        """
        waiting = deque(tasks)
        try:
            while waiting or any(worker.tasks for worker in self.workers):
                self._feed(waiting)
                for worker in self._ready():
                    yield from self._receive(worker)
                for worker in [w for w in self.workers if w.exhausted]:
                    self._replace(worker, waiting)
                for worker in [w for w in self.workers if w.overdue()]:
                    yield from self._fail(worker, waiting, "TimeLimit")
                for worker in [w for w in self.workers if not w.process.is_alive()]:
                    yield from self._receive(worker)
                    yield from self._fail(worker, waiting, "WorkerDied")
        finally:
            self.close(idle=not self.keep)

    def close(self, *, idle: bool = True) -> None:
        """Kill the processes, those without a task only if ``idle``."""
        for worker in [worker for worker in self.workers if idle or worker.busy()]:
            self._remove(worker)

    def _feed(self, waiting: deque[Task]) -> None:
        wanted = min(self.count, len(waiting) + len(self.workers))
        while len(self.workers) < wanted:
            self.workers.append(Worker(self.limits, self.target))
        for depth in range(_QUEUE):
            for worker in self.workers:
                if waiting and len(worker.tasks) <= depth:
                    worker.give(waiting.popleft())

    def _ready(self) -> list[Worker]:
        by_connection = {worker.connection: worker for worker in self.workers}
        deadlines = [worker.deadline for worker in self.workers if worker.busy()]
        timeout = min(max(min(deadlines) - time.monotonic(), 0.0), 1.0)
        sentinels = [worker.process.sentinel for worker in self.workers]
        found = wait([*by_connection, *sentinels], timeout)
        return [by_connection[item] for item in found if isinstance(item, Connection)]

    def _receive(self, worker: Worker) -> Iterator[tuple[Task, Result]]:
        with contextlib.suppress(EOFError, ConnectionResetError):
            while not worker.exhausted and worker.connection.poll():
                message = worker.connection.recv()
                worker.restart_clock()
                if message is None:
                    worker.ready, self.broken = True, 0
                elif isinstance(message, Reached):
                    worker.extracting = message.number >= worker.tasks[0].skip
                    worker.following = message.number
                else:
                    task = worker.tasks[0]
                    yield task, worker.take(message)

    def _replace(self, worker: Worker, waiting: deque[Task]) -> None:
        """Have others go on with what a worker holds."""
        self._remove(worker)
        waiting.extendleft(reversed(worker.remaining()))

    def _remove(self, worker: Worker) -> None:
        worker.stop()
        self.workers.remove(worker)

    def _fail(
        self, worker: Worker, waiting: deque[Task], error: str
    ) -> Iterator[tuple[Task, Result]]:
        code = worker.process.exitcode
        self._remove(worker)
        if not worker.ready:
            self.broken += 1
            if self.broken == _START_ATTEMPTS:
                raise ExtractError(
                    f"workers cannot start (exit code {code})",
                    hint="a script that starts a run needs `if __name__ == '__main__':` around it",
                )
        elif worker.tasks:
            task = worker.tasks.popleft()
            number = max(worker.following, task.skip)
            yield task, Failure(number, _limit_row(task, error, self.limits, code))
            if worker.extracting:  # the reader got past it: go on behind it
                waiting.appendleft(replace(task, skip=number + 1))
            else:
                yield task, End()
        waiting.extendleft(reversed(worker.tasks))


def _limit_row(task: Task, error: str, limits: Limits, code: int | None) -> ErrorRow:
    if error == "TimeLimit":
        message, hint = f"took longer than {limits.seconds:g} s", "raise --max-seconds, or split it"
    else:
        message = f"the worker died (exit code {code})"
        hint = "the file may be damaged, or need more memory: raise --max-memory"
    return ErrorRow(
        path=task.name, sha256=task.sha256, stage="worker", error=error, message=message, hint=hint
    )


def default_workers() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this platform
        return os.cpu_count() or 1
