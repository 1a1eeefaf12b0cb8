"""The ``extract`` command and its sub-commands."""

from __future__ import annotations

import typer

from extract.cli.agencies import agencies_app
from extract.cli.agreement import agreement
from extract.cli.annotations import annotations_app
from extract.cli.evaluate import evaluate
from extract.cli.explain import explain
from extract.cli.run import run
from extract.cli.schema import schema
from extract.cli.show import show
from extract.cli.text import text

app = typer.Typer(
    name="extract",
    help="Who funded, invested, sold, signed, met or ran what: records from press releases.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from extract import __version__

        typer.echo(f"extract {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Who funded, invested, sold, signed, met or ran what: records from press releases."""
    del version


app.command()(run)
app.command()(show)
app.command()(text)
app.command()(explain)
app.command()(schema)
app.command()(evaluate)
app.command()(agreement)
app.add_typer(agencies_app, name="agencies")
app.add_typer(annotations_app, name="annotations")
