"""The README is true: its commands run, its Python and its record come out as it says."""

from __future__ import annotations

import contextlib
import doctest
import json
import re
import shlex
from pathlib import Path

import pytest

from tests.commands import extract


def commands(readme: str) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", readme, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line[2:].partition("   ")[0] for line in lines]


@pytest.fixture(scope="module")
def workplace(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the repository's documents and a finished run."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("raw", "annotations"):
        (folder / name).symlink_to(root / name, target_is_directory=True)
    with contextlib.chdir(folder):
        done = extract("run", "--quiet")
        assert done.returncode == 0, done.stderr
    return folder


def test_its_commands_run(root: Path, workplace: Path) -> None:
    found = commands((root / "README.md").read_text(encoding="utf-8"))
    assert len(found) >= 7
    targets = re.findall(r"^(\w+):", (root / "Makefile").read_text(), re.MULTILINE)
    with contextlib.chdir(workplace):
        for command in found:
            program, *args = shlex.split(command)
            if program == "make":
                assert args[0] in targets
            elif args[0] != "run":  # done once, by the fixture
                done = extract(*args)
                assert (done.returncode, done.stderr) == (0, ""), command
                assert done.stdout


def test_its_python_gives_what_it_says(root: Path) -> None:
    result = doctest.testfile(
        str(root / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert result.attempted >= 5
    assert result.failed == 0


def test_its_record_is_in_the_output(root: Path, workplace: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```json\n(.*?)```", readme, re.DOTALL)
    rows = (workplace / "output" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(shown) in [json.loads(row) for row in rows]
