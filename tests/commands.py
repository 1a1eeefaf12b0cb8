"""Running commands inside a test, as the installed script does."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.cli import main


@dataclass
class Done:
    """What a command did: its exit code and what it wrote to each stream."""

    returncode: int
    stdout: str
    stderr: str


def extract(*args: str | Path, stdin: str = "") -> Done:
    """Run a command in this process, as the installed script does."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", ["extract", *map(str, args)])
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as stopped:
            main()
    return Done(int(stopped.value.code or 0), out.getvalue(), err.getvalue())
