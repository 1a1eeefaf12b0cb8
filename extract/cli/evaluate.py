"""``extract evaluate``: precision and recall of output against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    from extract.evaluation import Evaluation

FLOORS = Path("tests/floors.toml")


def evaluate(
    predicted: Annotated[
        Path, typer.Argument(help="Output folder, or a .jsonl of documents.")
    ] = Path("output"),
    gold: Annotated[
        Path, typer.Argument(help="Folder or .jsonl of hand-labelled documents.")
    ] = Path("annotations"),
    against: Annotated[
        Path | None, typer.Option(help="Another run to compare with, by paired bootstrap.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong.")] = False,
    limit: Annotated[
        int | None, typer.Option(help="With --errors: at most so many of each sort.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All figures as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a report as one HTML page.")] = None,
    minimum: Annotated[
        list[str] | None,
        typer.Option("--min", metavar="NAME.MEASURE=VALUE", help="Exit 1 below; may be repeated."),
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(help="Check against a file of floors; exit 1 below.")
    ] = None,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="Raise the floors to what was measured.")
    ] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="With --update-floors: lower them too.")
    ] = False,
    unreviewed: Annotated[
        bool, typer.Option("--unreviewed", help="Accept gold that no labeller has confirmed.")
    ] = False,
    resamples: Annotated[int, typer.Option(min=1, help="Of the bootstrap.")] = 2000,
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 20231,
) -> None:
    """Measure output against hand-labelled gold, and show what is wrong.

    Entities, values, links, records and slots, with 95 % bootstrap intervals over documents.
    """
    from extract.evaluation import evaluate, load_documents, load_gold, pair_up

    documents = load_documents(predicted)
    truth = load_gold(gold, documents, unreviewed=unreviewed)
    result = evaluate(pair_up(truth, documents), resamples=resamples, seed=seed)
    console = Console(stderr=json)  # standard output is the JSON's alone
    _report(console, result, as_json=json, html=html)
    if errors:
        from extract.evaluation.terminal import print_misses

        print_misses(console, result, limit)
    if against is not None:
        other = evaluate(pair_up(truth, load_documents(against)), resamples=resamples, seed=seed)
        _compare(console, result, other)
    if update_floors:
        _update(console, result, floors or FLOORS, allow_lower=allow_lower)
        floors = None
    _gate(result, minimum or [], floors)


def _report(console: Console, result: Evaluation, *, as_json: bool, html: Path | None) -> None:
    if as_json:
        from json import dumps

        from extract.evaluation.summary import to_json

        typer.echo(dumps(to_json(result), ensure_ascii=False, indent=1))
    else:
        from extract.evaluation.summary import without_prediction
        from extract.evaluation.terminal import print_figures

        print_figures(console, result)
        missing = without_prediction(result)
        console.print(f"\n{len(result.pairs)} gold documents", highlight=False)
        if missing:
            console.print(f"without a prediction: {', '.join(missing)}", markup=False)
    if html is not None:
        from extract.evaluation.html import render

        html.write_text(render(result), encoding="utf-8")


def _compare(console: Console, first: Evaluation, second: Evaluation) -> None:
    from extract.evaluation.comparison import compare
    from extract.evaluation.terminal import print_comparison

    comparison = compare(first, second)
    print_comparison(console, comparison.differences, comparison.changed)


def _update(console: Console, result: Evaluation, path: Path, *, allow_lower: bool) -> None:
    from extract.evaluation.floors import update

    for line in update(path, result, allow_lower=allow_lower):
        console.print(line, markup=False, highlight=False)


def _gate(result: Evaluation, minimum: list[str], floors: Path | None) -> None:
    from extract.evaluation.floors import check
    from extract.evaluation.gates import Gate, shortfalls

    short = shortfalls(result, [Gate.parse(text) for text in minimum])
    if floors is not None:
        short += check(floors, result)
    for line in short:
        typer.echo(line, err=True)
    if short:
        raise typer.Exit(1)
