"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extract.errors import UsageError


def _table(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise UsageError(
            f"no table of institutions at {path}",
            hint="`extract agencies add` makes one, or mend the path after --agencies",
        )
    return path


AgencyTable = Annotated[
    Path | None,
    typer.Option(
        "--agencies",
        help="A table of institutions of your own to read as well.",
        callback=_table,
    ),
]


class LanguageChoice(StrEnum):
    """Which language to read a text in."""

    AUTO = "auto"
    EN = "en"
    ES = "es"

    @property
    def code(self) -> str | None:
        """The language code, ``None`` for auto."""
        return None if self is LanguageChoice.AUTO else self.value
