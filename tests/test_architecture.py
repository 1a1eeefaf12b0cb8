"""Imports point one way, between the rooms and between the packages of the relation stage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extract

ROOT = Path(extract.__file__).parent
ROOMS = ["resources", "schema", "readers", "entities", "relations", "evaluation", "batch", "cli"]
RELATIONS = ["words", "syntax", "context", "happenings", "roles", "records"]


def imports_of(package: Path, prefix: str) -> set[tuple[str, str]]:
    """(module, package imported) for every import below ``prefix`` at any depth of a function."""
    pattern = re.compile(rf"^\s*from {re.escape(prefix)}\.(\w+)", re.MULTILINE)
    return {
        (str(path.relative_to(ROOT)), found)
        for path in package.rglob("*.py")
        for found in pattern.findall(path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    ("prefix", "order"), [("extract", ROOMS), ("extract.relations", RELATIONS)]
)
def test_imports_point_one_way(prefix: str, order: list[str]) -> None:
    folder = ROOT.joinpath(*prefix.split(".")[1:])
    backward = {
        (module, found)
        for place, name in enumerate(order)
        for module, found in imports_of(folder / name, prefix)
        if found in order[place + 1 :]
    }
    assert backward == set()


def test_every_package_of_relations_has_its_place() -> None:
    folders = {path.parent.name for path in (ROOT / "relations").glob("*/__init__.py")}
    assert folders == set(RELATIONS)
