"""The evaluation as tables in the terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from extract.evaluation.misses import find_misses
from extract.evaluation.summary import SECTIONS, shown
from extract.evaluation.wording import context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console

    from extract.evaluation.evaluation import Evaluation, Figure
    from extract.evaluation.intervals import Difference, Interval
    from extract.evaluation.misses import Miss
    from extract.evaluation.summary import Section


def print_figures(console: Console, evaluation: Evaluation) -> None:
    """One table for each section, with 95 % intervals and languages."""
    languages = sorted({pair.language for pair in evaluation.pairs})
    for section in SECTIONS:
        figures = shown(evaluation, section)
        if figures:
            console.print(_table(evaluation, section, figures, languages))


def _table(
    evaluation: Evaluation,
    section: Section,
    figures: Mapping[str, Figure],
    languages: Sequence[str],
) -> Table:
    table = Table(title=section.title, title_justify="left", title_style="bold", box=None)
    table.add_column("", no_wrap=True)
    rates = ("right", "95 %") if section.share else ("P", "R", "F1", "95 %", "macro")
    for heading in (*rates, *languages, "found", "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, figure in figures.items():
        by_language = [evaluation.figures.get(f"{name}@{language}") for language in languages]
        table.add_row(
            name,
            *_rates(figure, share=section.share),
            *(_rate(f.tally.f1) if f else "" for f in by_language),
            f"{figure.tally.right_gold:g}" if section.share else f"{figure.tally.predicted:g}",
            f"{figure.tally.gold:g}",
        )
    return table


def _rates(figure: Figure, *, share: bool) -> Iterator[str]:
    if not share:
        yield _rate(figure.tally.p)
        yield _rate(figure.tally.r)
    yield _rate(figure.tally.f1)
    yield _interval(figure.f1)
    if not share:
        yield _rate(figure.macro)


def _rate(rate: float) -> str:
    """Three places, without the nought.

    >>> _rate(0.8765), _rate(1.0)
    ('.876', '1.000')
    """
    return f"{rate:.3f}".removeprefix("0")


def _interval(interval: Interval) -> str:
    return f"{_rate(interval.low)}–{_rate(interval.high)}"


def print_misses(console: Console, evaluation: Evaluation, limit: int | None = None) -> None:
    """The misses by subject and cause, each with its context.

    Args:
        console: where to print.
        evaluation: what was measured.
        limit: how many of each sort at most; all when ``None``.
    """
    texts = {pair.gold.id: pair.gold.text for pair in evaluation.pairs}
    misses = sorted(find_misses(evaluation.pairs), key=_sort)
    for (subject, cause), group in groupby(misses, key=_sort):
        listed = list(group)
        console.print(f"\n[bold]{subject}: {cause}[/bold] ({len(listed)})")
        for miss in listed[:limit]:
            _print_miss(console, miss, texts[miss.document])


def _sort(miss: Miss) -> tuple[str, str]:
    return miss.subject, miss.cause.value


def _print_miss(console: Console, miss: Miss, text: str) -> None:
    before, words, after = context(text, miss.start, miss.end)
    gold = f"[green]{escape(miss.gold)}[/green]" if miss.gold else "nothing"
    predicted = f"[red]{escape(miss.predicted)}[/red]" if miss.predicted else "nothing"
    console.print(f"  {escape(miss.document)}:{miss.start}  gold {gold}, predicted {predicted}")
    line = Text.assemble("    ", before, (words, "reverse"), after, style="dim")
    console.print(line, no_wrap=True, overflow="ellipsis", crop=True)


def print_comparison(
    console: Console, differences: Mapping[str, Difference], changed: Mapping[str, float]
) -> None:
    """How two runs differ.

    Args:
        console: where to print.
        differences: figure name → difference of F1, first run less second.
        changed: documents whose F1 over entities and slots moved → by how much.
    """
    table = Table(title="First less second, F1", title_justify="left", title_style="bold", box=None)
    for heading in ("", "difference", "95 %", "p"):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    for name in (name for section in SECTIONS for name in section.names if name in differences):
        d = differences[name]
        interval = f"{d.interval.low:+.3f} … {d.interval.high:+.3f}"
        table.add_row(name, f"{d.f1:+.3f}", interval, f"{d.p_value:.3f}")
    console.print(table)
    console.print(f"\n[bold]{len(changed)} documents changed[/bold]")
    for name, change in sorted(changed.items(), key=lambda item: (item[1], item[0])):
        console.print(f"  {change:+.3f}  {escape(name)}")
