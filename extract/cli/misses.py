"""What an evaluation found wrong, listed with context."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from extract.cli.console import out, safe
from extract.evaluation.misses import find_misses
from extract.evaluation.wording import context

if TYPE_CHECKING:
    from extract.evaluation.evaluation import Evaluation
    from extract.evaluation.misses import Miss


def print_misses(
    evaluation: Evaluation,
    *,
    limit: int | None = None,
    sides: tuple[str, str] = ("gold", "predicted"),
) -> None:
    """The misses by subject and cause.

    Args:
        evaluation: what was measured.
        limit: how many of each sort at most; all when ``None``.
        sides: what to call gold and prediction.
    """
    texts = {pair.gold.id: pair.gold.text for pair in evaluation.pairs}
    misses = sorted(find_misses(evaluation.pairs), key=_sort)
    for (subject, cause), group in groupby(misses, key=_sort):
        listed = list(group)
        out.print(f"\n{subject}: {cause} ({len(listed)})", style="bold")
        for miss in listed[:limit]:
            _print_miss(miss, texts[miss.document], sides)


def _sort(miss: Miss) -> tuple[str, str]:
    return miss.subject, miss.cause.value


def _print_miss(miss: Miss, text: str, sides: tuple[str, str]) -> None:
    said = [(miss.gold, "green"), (miss.predicted, "red")]
    parts: list[str | tuple[str, str]] = [f"  {safe(miss.document)}:{miss.start} "]
    for side, (words, colour) in zip(sides, said, strict=True):
        parts += [f" {side}: ", (safe(words), colour) if words else "nothing"]
    out.print(Text.assemble(*parts))
    before, words, after = (safe(part) for part in context(text, miss.start, miss.end))
    line = Text.assemble("    ", before, (words, "reverse"), after, style="dim")
    out.print(line, soft_wrap=False, no_wrap=True, overflow="ellipsis")
