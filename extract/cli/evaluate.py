"""``extract evaluate``: precision and recall of output against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.errors import UsageError

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

    Examples:
      [bold]extract evaluate --errors --html report.html[/bold]

      [bold]extract evaluate output annotations --min MONEY.f1=.95 --min slots.f1=.7[/bold]

      [bold]extract evaluate new-output --against old-output[/bold]
    """
    from extract.evaluation import evaluate, load_documents, load_gold, pair_up

    documents = load_documents(predicted)
    truth = load_gold(gold, documents, unreviewed=unreviewed)
    if not truth.keys() & documents.keys():
        raise UsageError(
            f"no document of {gold} was predicted in {predicted}",
            hint=f"they are matched by id, such as {min(truth)!r} and {min(documents)!r}",
        )
    result = evaluate(pair_up(truth, documents), resamples=resamples, seed=seed)
    _report(result, as_json=json, html=html)
    if errors and not json:
        from extract.cli.misses import print_misses

        print_misses(result, limit=limit)
    if against is not None:
        other = evaluate(pair_up(truth, load_documents(against)), resamples=resamples, seed=seed)
        _compare(result, other)
    if update_floors:
        _update(result, floors or FLOORS, allow_lower=allow_lower)
        floors = None
    _gate(result, minimum or [], floors)


def _report(result: Evaluation, *, as_json: bool, html: Path | None) -> None:
    if as_json:
        from json import dumps

        from extract.evaluation.summary import to_json

        typer.echo(dumps(to_json(result), ensure_ascii=False, indent=1))
    else:
        _print(result)
    if html is not None:
        from extract.evaluation.html import render

        html.write_text(render(result), encoding="utf-8", errors="replace")


def _print(result: Evaluation) -> None:
    from extract.cli.figures import print_figures
    from extract.evaluation.summary import without_prediction

    print_figures(result)
    typer.echo(f"\n{len(result.pairs)} gold documents")
    if missing := without_prediction(result):
        typer.echo(f"without a prediction: {', '.join(missing)}", err=True)


def _compare(first: Evaluation, second: Evaluation) -> None:
    from extract.cli.figures import print_comparison
    from extract.evaluation.comparison import compare

    print_comparison(compare(first, second))


def _update(result: Evaluation, path: Path, *, allow_lower: bool) -> None:
    from extract.evaluation.floors import update

    for line in update(path, result, allow_lower=allow_lower):
        typer.echo(line, err=True)


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
