"""``extract agreement``: how far two annotators agree."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from extract.errors import UsageError


def agreement(
    first: Annotated[Path, typer.Argument(help="One annotator's documents.")],
    second: Annotated[Path, typer.Argument(help="The other annotator's.")],
    errors: Annotated[bool, typer.Option("--errors", help="List the disagreements.")] = False,
    limit: Annotated[
        int | None, typer.Option(help="With --errors: at most so many of each sort.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All figures as JSON.")] = False,
) -> None:
    """Measure the agreement of two annotators of the same texts.

    F1 of entities, values, records and slots; kappa and alpha of token labels.

    Example: [bold]extract agreement annotations/ana annotations/ben --errors[/bold]
    """
    from extract.evaluation import evaluate, load_gold, pair_up
    from extract.evaluation.agreement import token_agreement

    theirs = load_gold(second, {}, unreviewed=True)
    ours = load_gold(first, theirs, unreviewed=True)
    both = {id_: document for id_, document in ours.items() if id_ in theirs}
    if not both:
        raise UsageError(
            "the two have no document in common", hint="documents are matched by their id"
        )
    result = evaluate(pair_up(both, theirs))
    coefficients = token_agreement(result.pairs)
    if json:
        from dataclasses import asdict
        from json import dumps

        from extract.evaluation.summary import to_json

        tokens = {name: asdict(c) for name, c in coefficients.items()}
        typer.echo(dumps(to_json(result) | {"agreement": tokens}, ensure_ascii=False, indent=1))
        return
    from extract.cli.figures import print_coefficients, print_figures
    from extract.cli.misses import print_misses

    print_figures(result, columns=("second", "first"))
    print_coefficients(coefficients)
    typer.echo(f"\n{len(both)} documents in common", err=True)
    if errors:
        print_misses(result, limit=limit, sides=("first", "second"))
