"""The Ray engine: the same work as on this machine, on the processors of a cluster.

Tasks travel in shards. A process of the cluster works on its shard with a worker process of its
own, so that time and memory limits hold there too, and hands the results back whole: a shard whose
process or machine is lost is worked on anew elsewhere, and nothing of it has been counted before.
The journal is this machine's, as in any other run; shards that came back are never redone.
"""

from __future__ import annotations

import atexit
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from extract.batch.pool import Pool
from extract.errors import ExtractError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.batch.messages import Limits, Result, Task

    Results = list[tuple[Task, Result]]

SHARD = 100
"""Inputs of a shard: some seconds of work, so that a lost one costs little."""
_AHEAD = 2
"""Shards handed out per processor, so that none waits for the next."""
_RETRIES = 10


class RayEngine:
    """Runs tasks on a Ray cluster.

    Args:
        address: of the cluster, as for ``ray.init``; empty to start one on this machine.
        limits: what one document may cost.
        shard: inputs of a shard.

    Raises:
        UsageError: Ray is not installed, or no cluster answers.
    """

    def __init__(self, address: str, limits: Limits, shard: int = SHARD) -> None:
        self.limits, self.shard = limits, shard
        try:
            import ray
        except ImportError as error:
            raise UsageError(
                "Ray is not installed", hint="pip install 'press-extract[ray]'"
            ) from error
        if not ray.is_initialized():
            try:
                ray.init(address=address or None, log_to_driver=False, logging_level="error")
            except (ConnectionError, ValueError) as error:
                raise UsageError(
                    f"no Ray cluster at {address}", hint="start one: ray start --head"
                ) from error

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Results of all tasks, shard by shard as they are finished.

        Raises:
            ExtractError: the cluster keeps losing a shard.
        """
        import ray

        remote = ray.remote(max_retries=_RETRIES)(work_on)
        waiting = shards(tasks, self.shard)
        room = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        running: list[ray.ObjectRef[Results]] = []
        while True:
            new = islice(waiting, room - len(running))
            running += [remote.remote(shard, self.limits) for shard in new]
            if not running:
                return
            finished, running = ray.wait(running)
            try:
                yield from ray.get(finished[0])
            except ray.exceptions.RayError as error:
                raise ExtractError(
                    f"the cluster lost a shard: {type(error).__name__}",
                    hint="run the same command again to go on from here",
                ) from error


def shards(tasks: Iterable[Task], size: int) -> Iterator[list[Task]]:
    """Tasks in shards: ``size`` whole inputs, or one part of a large table, which is as long."""
    shard: list[Task] = []
    for task in tasks:
        if task.part:
            yield [task]
            continue
        shard.append(task)
        if len(shard) == size:
            yield shard
            shard = []
    if shard:
        yield shard


def work_on(shard: list[Task], limits: Limits) -> Results:
    """All results of a shard; runs in a process of the cluster."""
    return list(_pool(limits).run(shard))


@cache
def _pool(limits: Limits) -> Pool:
    """The worker of this process, kept from shard to shard."""
    pool = Pool(1, limits, keep=True)
    atexit.register(pool.close)
    return pool
