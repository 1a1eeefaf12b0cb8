"""``python -m bench``: measure and write a table."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from bench import measure, peers, texts

_MEGABYTE = 1e6
_PEER_PARTS = ("money", "dates")


def main() -> None:
    """Measure, write the table to standard output."""
    options = _options()
    sample = _sample(options)
    rows = [*_speed(sample), *_peers(sample, options.peers), *_rest(sample, options.raw)]
    if not options.text:
        dense = texts.generate(options.raw, options.count // 2, dense=True)
        rows.insert(2, ("… dense text", f"{measure.rate(measure.whole, dense):,.0f} words/s",
                        "every sentence of raw/ alike"))  # fmt: skip
    sys.stdout.write("| what | measured | |\n|---|--:|---|\n")
    for row in rows:
        sys.stdout.write("| " + " | ".join(row) + " |\n")


Row = tuple[str, str, str]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Measure speed and memory.")
    parser.add_argument("--text", type=Path, help="JSON Lines with a field text, or plain text")
    parser.add_argument("--raw", type=Path, default=Path("raw"), help="where texts are made from")
    parser.add_argument("--count", type=int, default=600, help="how many texts")
    parser.add_argument("--peers", default=sys.executable, help="interpreter that has the peers")
    return parser.parse_args()


def _sample(options: argparse.Namespace) -> list[str]:
    if options.text:
        return texts.load(options.text)[: options.count]
    return texts.generate(options.raw, options.count)


def _speed(sample: list[str]) -> list[Row]:
    words, size = measure.words_in(sample), sum(len(text.encode()) for text in sample)
    megabytes = size / words / _MEGABYTE
    new, again = measure.tokenizer(sample)
    whole = measure.rate(measure.whole, sample)
    one, two = measure.runs(sample)
    stages = measure.stages(sample)
    total = sum(stages.values())
    return [
        ("texts", f"{len(sample):,}", f"{words:,} words, {size / _MEGABYTE:.1f} MB"),
        ("end to end, one core", f"{whole:,.0f} words/s",
         f"{whole * megabytes:.2f} MB/s, {whole / new:.0%} of the tokenizer"),
        ("spaCy's blank tokenizer", f"{new:,.0f} words/s", "on the same texts, new to both"),
        ("… texts seen before", f"{again:,.0f} words/s", "it remembers every word"),
        ("run, 1 worker", f"{words / one:,.0f} words/s", f"{size / one / _MEGABYTE:.2f} MB/s"),
        ("run, 2 workers", f"{words / two:,.0f} words/s",
         f"{size / two / _MEGABYTE:.2f} MB/s, {one / two:.2f} times one"),
        *((f"stage {name}", f"{seconds / words * 1e6:.2f} µs/word", f"{seconds / total:.0%}")
          for name, seconds in stages.items()),
    ]  # fmt: skip


def _peers(sample: list[str], interpreter: str) -> list[Row]:
    output = subprocess.run(
        [interpreter, peers.__file__], input=json.dumps(sample).encode(), capture_output=True,
        check=True,
    ).stdout  # fmt: skip
    rates: dict[str, float | None] = json.loads(output)
    stages = measure.stages(sample)
    ours = measure.words_in(sample) / sum(stages[name] for name in _PEER_PARTS)
    rows = [("money and dates here", f"{ours:,.0f} words/s", "")]
    for name, rate in rates.items():
        if rate is None:
            rows.append((name, "not installed", "extra [bench]"))
        else:
            rows.append((name, f"{rate:,.0f} words/s", f"{ours / rate:,.0f} times slower"))
    return rows


def _rest(sample: list[str], raw: Path) -> list[Row]:
    return [
        *((f"reading {kind}", f"{rate:,.0f} documents/s", "")
          for kind, rate in measure.readers(raw).items()),
        ("start to first document", f"{measure.start_up():.2f} s", "interpreter included"),
        ("peak memory, one process", f"{measure.peak_memory(sample):.0f} MB", ""),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
