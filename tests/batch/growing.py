"""How much a process grows over many short documents, all different."""

from __future__ import annotations

import functools
import gc
import random
import resource
import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from extract.pipeline import process

if TYPE_CHECKING:
    from collections.abc import Callable

GIVERS = ("USAID", "JICA", "The World Bank", "El BID", "Norway", "La Unión Europea", "KOICA")
TAKERS = ("Kenya", "Honduras", "the Ministry of Health of Peru", "Sri Lanka", "la CEPAL")
VERBS = ("granted", "lent", "otorgó", "donó", "will provide", "signed an agreement with")
SYLLABLES = ("ba", "cor", "del", "fa", "gui", "lan", "mer", "no", "pe", "ri", "san", "tu", "va")


def text(choose: random.Random) -> str:
    """A sentence or two with numbers and a name never seen before."""
    name = "".join(choose.choices(SYLLABLES, k=5)).capitalize()
    giver, verb, taker = (choose.choice(words) for words in (GIVERS, VERBS, TAKERS))
    amount, day = choose.randint(1, 10**6) / 100, choose.randint(1, 28)
    return (
        f"{giver} {verb} {taker} US${amount} million for the {name} project on {day} May "
        f"{choose.randint(1990, 2030)}. {name} Holdings Ltd. met {giver} in {name}."
    )


def grow(warm_up: int, count: int, measure: Callable[[], float], seed: int = 3) -> float:
    """By how much ``measure`` grows over ``count`` documents after ``warm_up``."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(warm_up):
        process(text(choose)).model_dump_json()
    before = measure()
    for _ in range(count):
        process(text(choose)).model_dump_json()
    return measure() - before


def resident() -> float:
    """Megabytes of memory this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / (1 << 20)


def traced() -> float:
    """Megabytes of Python objects made since tracing began and still alive.

    Caches that have a bound are emptied before; those that have none count.
    """
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.cache_info().maxsize:
            found.cache_clear()
    gc.collect()
    return tracemalloc.get_traced_memory()[0] / (1 << 20)


if __name__ == "__main__":
    sys.stdout.write(f"{grow(int(sys.argv[1]), int(sys.argv[2]), resident):.3f}\n")
