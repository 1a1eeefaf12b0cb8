"""Evaluation figures and comparisons as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from extract.cli.console import out, safe
from extract.evaluation.summary import SECTIONS, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.evaluation.agreement import Coefficients
    from extract.evaluation.comparison import Comparison
    from extract.evaluation.evaluation import Evaluation, Figure
    from extract.evaluation.intervals import Interval
    from extract.evaluation.summary import Section


def print_figures(evaluation: Evaluation, *, columns: tuple[str, str] = ("found", "gold")) -> None:
    """One table for each section, with 95 % intervals and languages.

    Args:
        evaluation: what was measured.
        columns: what to call the two sides.
    """
    languages = sorted({pair.language for pair in evaluation.pairs})
    for section in SECTIONS:
        figures = shown(evaluation, section)
        if figures:
            table = _table(evaluation, section, figures, languages, columns)
            out.print(table, soft_wrap=False)


def _table(
    evaluation: Evaluation,
    section: Section,
    figures: Mapping[str, Figure],
    languages: Sequence[str],
    columns: tuple[str, str],
) -> Table:
    rates = ("right", "95 %") if section.share else ("P", "R", "F1", "95 %", "macro")
    sides = ("right", "of") if section.share else columns
    table = _empty_table(section.title, *rates, *languages, *sides)
    for name, figure in figures.items():
        by_language = [evaluation.figures.get(f"{name}@{language}") for language in languages]
        tally = figure.tally
        table.add_row(
            name,
            *_rates(figure, share=section.share),
            *(_rate(f.tally.f1) if f else "" for f in by_language),
            f"{tally.right_gold if section.share else tally.predicted:g}",
            f"{tally.gold:g}",
        )
    return table


def _empty_table(title: str, *headings: str) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        collapse_padding=True,
    )
    table.add_column("", no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
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

    >>> _rate(0.8768), _rate(1.0)
    ('.877', '1.000')
    """
    return f"{rate:.3f}".removeprefix("0")


def _interval(interval: Interval) -> str:
    return f"{_rate(interval.low)}–{_rate(interval.high)}"


def print_comparison(comparison: Comparison) -> None:
    """How two runs differ, and which documents changed."""
    table = _empty_table("First run less second, F1", "difference", "95 %", "p")
    named = comparison.differences
    for name in (name for section in SECTIONS for name in section.names if name in named):
        d = named[name]
        interval = f"{d.interval.low:+.3f} … {d.interval.high:+.3f}"
        table.add_row(name, f"{d.f1:+.3f}", interval, f"{d.p_value:.3f}")
    out.print(table, soft_wrap=False)
    out.print(f"\n{len(comparison.changed)} documents changed", style="bold")
    for document, change in sorted(comparison.changed.items(), key=lambda item: (item[1], item[0])):
        out.print(f"  {change:+.3f}  {safe(document)}", markup=False)


def print_coefficients(coefficients: Mapping[str, Coefficients]) -> None:
    """Chance-corrected agreement on tokens."""
    table = _empty_table("Tokens, beyond chance", "Cohen's kappa", "Krippendorff's alpha", "tokens")
    for name, c in coefficients.items():
        table.add_row(name, f"{c.kappa:.3f}", f"{c.alpha:.3f}", str(c.tokens))
    out.print(table, soft_wrap=False)
