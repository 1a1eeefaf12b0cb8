"""Workers: processes of their own, so that a document can cost no more than itself.

A worker that hangs, dies or eats memory is killed and replaced; the document it held fails, those
queued behind it go to another worker.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.process import BaseProcess

    from extract.batch.messages import Limits, Message, Task

    Target = Callable[[Connection, Limits], None]

_QUEUE = 4
"""Tasks handed to a worker ahead, so that it never waits for the next one."""
_STARTUP = 60.0
"""Seconds a worker may take to start, on top of the first document's limit."""


def serve(connection: Connection, limits: Limits) -> None:
    """A worker: load the pipeline, then tasks in, messages out, until the other side closes."""
    from extract.batch.work import run_task
    from extract.batch.zone import MemoryZone

    zone = MemoryZone()

    def process(task: Task) -> Iterator[Message]:
        with zone:
            yield from run_task(task, limits)

    answer(connection, limits, process)


def answer(
    connection: Connection, limits: Limits, process: Callable[[Task], Iterator[Message]]
) -> None:
    """Say that the worker is ready, then answer each task with its messages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(limits.megabytes)
    connection.send(None)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            for message in process(connection.recv()):
                connection.send(message)


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on this platform: the time limit still holds
        return
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - a kernel file
        used = int(statm.read().split()[0]) * resource.getpagesize()
    limit = used + (megabytes << 20)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


class Worker:
    """One process and the tasks it holds; the first of them is the one it works on."""

    def __init__(self, limits: Limits, target: Target) -> None:
        self.limits = limits
        self.tasks: deque[Task] = deque()
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=target, args=(theirs, limits), daemon=True
        )
        self.process.start()
        theirs.close()
        self.ready = False
        self.deadline = time.monotonic() + _STARTUP

    def give(self, task: Task) -> None:
        """Queue a task."""
        if self.ready and not self.tasks:
            self.restart_clock()
        self.tasks.append(task)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # noticed when read
            self.connection.send(task)

    def restart_clock(self) -> None:
        """The document at hand has its full time from now."""
        self.deadline = time.monotonic() + self.limits.seconds

    def stop(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """Runs tasks on worker processes.

    Args:
        count: how many processes.
        limits: what one document may cost.
        target: what a worker process runs.
    """

    def __init__(self, count: int, limits: Limits, target: Target = serve) -> None:
        self.count, self.limits, self.target = count, limits, target
        self.workers: list[Worker] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Message]]:
        """Messages of all tasks as they come; each task ends with exactly one ``End``."""
        waiting = deque(tasks)
        try:
            while waiting or any(worker.tasks for worker in self.workers):
                self._feed(waiting)
                for worker in self._ready():
                    yield from self._receive(worker)
                for worker in [w for w in self.workers if w.tasks or not w.ready]:
                    if time.monotonic() > worker.deadline:
                        yield from self._fail(worker, waiting, "TimeLimit")
                for worker in [w for w in self.workers if not w.process.is_alive()]:
                    yield from self._receive(worker)
                    yield from self._fail(worker, waiting, "WorkerDied")
        finally:
            for worker in self.workers:
                worker.stop()
            self.workers.clear()

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
        soonest = min(worker.deadline for worker in self.workers)
        timeout = min(max(soonest - time.monotonic(), 0.0), 1.0)
        sentinels = [worker.process.sentinel for worker in self.workers]
        found = wait([*by_connection, *sentinels], timeout)
        return [by_connection[item] for item in found if isinstance(item, Connection)]

    def _receive(self, worker: Worker) -> Iterator[tuple[Task, Message]]:
        with contextlib.suppress(EOFError, ConnectionResetError):
            while worker.connection.poll():
                message = worker.connection.recv()
                worker.restart_clock()
                if message is None:
                    worker.ready = True
                    continue
                yield worker.tasks[0], message
                if isinstance(message, End):
                    worker.tasks.popleft()

    def _fail(
        self, worker: Worker, waiting: deque[Task], error: str
    ) -> Iterator[tuple[Task, Message]]:
        code = worker.process.exitcode
        worker.stop()
        self.workers.remove(worker)
        held = deque(worker.tasks)
        if held and worker.ready:
            task = held.popleft()
            yield task, Failure(0, _limit_row(task, error, self.limits, code))
            yield task, End()
        elif not worker.ready:
            raise RuntimeError(f"a worker could not start (exit code {code})")
        waiting.extendleft(reversed(held))


def _limit_row(task: Task, error: str, limits: Limits, code: int | None) -> ErrorRow:
    if error == "TimeLimit":
        message, hint = f"took longer than {limits.seconds:g} s", "raise --max-seconds, or split it"
    else:
        message = f"the worker died (exit code {code})"
        hint = "the file may be damaged, or need more memory: raise --max-memory"
    return ErrorRow(
        path=task.name, sha256=task.sha256, stage="worker", error=error, message=message, hint=hint
    )
