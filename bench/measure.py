"""What is measured: the whole pipeline, its stages, readers, start-up, workers, memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from extract.batch.messages import Limits
from extract.batch.pool import Pool
from extract.batch.run import Options, run
from extract.entities.mentions import State
from extract.pipeline import process, process_source, steps
from extract.readers import can_read, read
from extract.rows import record_rows
from extract.schema import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extract.batch.messages import Result, Task

_STARTED = "import extract.pipeline as p; p.process('Japan lent Kenya $5 million in May.')"
_ROUNDS = 3


def words_in(texts: Iterable[str]) -> int:
    """White-space separated words."""
    return sum(len(text.split()) for text in texts)


def best(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Processor seconds of the quickest of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def whole(texts: list[str]) -> float:
    """Seconds from texts to the lines of both output files."""

    def work() -> None:
        for text in texts:
            document = process_source(SourceText("t", text), path="t.txt", sha256="0")
            document.model_dump_json()
            for row in record_rows(document):
                row.model_dump_json()

    return best(work)


def tokenizer(texts: list[str]) -> float:
    """Seconds spaCy's blank tokenizer takes for the same texts, at its best."""
    nlp = spacy.blank("en")
    return best(lambda: [nlp.make_doc(text) for text in texts])


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds by component."""
    seconds = dict.fromkeys((name for name, _ in steps()), 0.0)
    for text in texts:
        state = State()
        for name, step in steps():
            start = time.process_time()
            step(text, state)
            seconds[name] += time.process_time() - start
    return seconds


def readers(folder: Path, seconds: float = 0.5) -> dict[str, float]:
    """Documents read per second, by suffix."""
    rates = {}
    kinds = sorted({path.suffix for path in folder.iterdir() if can_read(path.name)})
    for kind in kinds:
        paths = [path for path in folder.glob(f"*{kind}") if can_read(path.name)]
        start, count = time.process_time(), 0
        while time.process_time() - start < seconds:
            count += sum(1 for path in paths for _ in read(path))
        rates[kind] = count / (time.process_time() - start)
    return rates


def start_up() -> float:
    """Wall-clock seconds from nothing to the first document done, interpreter included."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _STARTED], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def batch(texts: list[str], workers: int) -> float:
    """Wall-clock seconds of a run over files, from the first result to the last."""
    moments: list[float] = []

    def watched(tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        for item in Pool(workers, Limits()).run(tasks):
            moments.append(time.perf_counter())
            yield item

    with tempfile.TemporaryDirectory() as name:
        raw = Path(name, "raw")
        raw.mkdir()
        for number, text in enumerate(texts):
            (raw / f"{number:06}.txt").write_text(text, encoding="utf-8")
        run(Options([raw], Path(name, "out"), workers=workers), engine=watched)
    return moments[-1] - moments[0]


def peak_memory(texts: list[str]) -> float:
    """Megabytes this process has had at most, after all texts."""
    for text in texts:
        process(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
