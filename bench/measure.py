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


def rate(work: Callable[[str], object], texts: list[str]) -> float:
    """Words per processor second on texts that ``work`` has not seen before.

    The first of several parts of the texts warms caches up, the quickest of the others counts.
    """
    warm_up, *parts = (texts[n :: _ROUNDS + 1] for n in range(_ROUNDS + 1))
    for text in warm_up:
        work(text)
    return max(_rate(work, part) for part in parts)


def _rate(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return words_in(texts) / (time.process_time() - start)


def whole(text: str) -> None:
    """From a text to the lines of both output files."""
    document = process_source(SourceText("t", text), path="t.txt", sha256="0")
    document.model_dump_json()
    for row in record_rows(document):
        row.model_dump_json()


def tokenizer(texts: list[str]) -> tuple[float, float]:
    """Words per second of spaCy's blank tokenizer: on texts not seen before, and seen again.

    It remembers every word it has seen, so that a text read twice takes it a fraction.
    """
    nlp = spacy.blank("en")
    new = rate(nlp.make_doc, texts)
    return new, max(_rate(nlp.make_doc, texts) for _ in range(_ROUNDS))


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


def runs(texts: list[str]) -> tuple[float, float]:
    """Seconds of a run with one worker and with two, in turn; the best of each."""
    pairs = [(batch(texts, 1), batch(texts, 2)) for _ in range(_ROUNDS)]
    return min(one for one, _ in pairs), min(two for _, two in pairs)


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
