"""A worker: a process of its own that takes tasks and gives their results, one after another."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from dataclasses import replace
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.messages import End, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from extract.batch.messages import Limits, Message, Result, Task

    Target = Callable[[Connection, Limits], None]

_STARTUP = 60.0
"""Seconds a worker may take to start, on top of the first document's limit."""


def serve(connection: Connection, limits: Limits) -> None:
    """A worker: load the pipeline, then tasks in, messages out, until the other side closes."""
    # Arrow's own allocator reserves a gigabyte of addresses, half of what the limit leaves
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    from extract.batch.work import run_task
    from extract.pipeline import process

    for warm_up in ("Japan lent Kenya $5 million in May.", "Japón prestó 5 millones a Kenia."):
        process(warm_up)
    answer(connection, limits, lambda task: run_task(task, limits))


def answer(
    connection: Connection, limits: Limits, process: Callable[[Task], Iterator[Message]]
) -> None:
    """Say that the worker is ready, then answer each task with its messages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(limits.megabytes)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(None)
        while True:
            for message in process(connection.recv()):
                connection.send(message)


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on this platform: the time limit still holds
        return
    with contextlib.suppress(ValueError, OSError):
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        limit = used + (megabytes << 20)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it is for this one, which gets it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # not on this platform
        yield
        return
    resource_tracker.ensure_running()  # else started with the first process, ending the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Worker:
    """One process and the tasks it holds; the first of them is the one it works on.

    Attributes:
        following: the place in that task's input that comes next.
        extracting: whether the document at that place has been read and is being worked on.
        exhausted: whether it ran out of memory; what it still holds may leave none for others.
    """

    def __init__(self, limits: Limits, target: Target) -> None:
        self.limits = limits
        self.tasks: deque[Task] = deque()
        self.following, self.extracting, self.exhausted = 0, False, False
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=target, args=(theirs, limits), daemon=True
        )
        with _deaf_to_interrupts():
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

    def take(self, result: Result) -> Result:
        """Note how far the task at hand has come."""
        self.extracting = False
        if isinstance(result, End):
            self.tasks.popleft()
            self.following = 0
        else:
            self.following = result.number + 1
        if isinstance(result, Failure) and result.error.error == MemoryError.__name__:
            self.exhausted = True
        return result

    def remaining(self) -> list[Task]:
        """What it has not done yet of its tasks."""
        tasks = list(self.tasks)
        if tasks:
            tasks[0] = replace(tasks[0], skip=max(self.following, tasks[0].skip))
        return tasks

    def overdue(self) -> bool:
        """Whether it is past its time; a worker that has nothing to do never is."""
        return self.busy() and time.monotonic() > self.deadline

    def busy(self) -> bool:
        """Whether it is starting or has a task."""
        return bool(self.tasks) or not self.ready

    def stop(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.join()
        self.connection.close()
