"""The floors: the least the project's figures may be, and the gold they were measured on.

One TOML file: ``gold``, a digest of the gold documents, and ``[floors]``, figure → F1. They rise
by one command and sink only on an explicit wish, so that no change lowers them unseen.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import UsageError
from extract.evaluation.gates import Gate
from extract.evaluation.summary import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from extract.evaluation.evaluation import Evaluation
    from extract.schema import Document

PLACES = 4
_SLACK = 10**-PLACES  # a floor is rounded down; this much is no change


@dataclass(frozen=True, slots=True)
class Floors:
    """What the file says.

    Attributes:
        gold: digest of the gold measured on.
        least: figure → least F1.
    """

    gold: str
    least: Mapping[str, float]


def digest(gold: Iterable[Document]) -> str:
    """SHA-256 over the gold documents in canonical form, whatever files they are in.

    >>> digest([])[:12]
    'e3b0c44298fc'
    """
    total = hashlib.sha256()
    for document in sorted(gold, key=lambda d: d.id):
        data = document.model_dump(mode="json")
        line = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        total.update(line.encode("ascii") + b"\n")
    return total.hexdigest()


def read(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        UsageError: there is none, or it is malformed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Floors(str(data["gold"]), {k: float(v) for k, v in data["floors"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"cannot read floors from {path}: {error}",
            hint="`extract evaluate … --update-floors` writes them",
        ) from error


def check(path: Path, evaluation: Evaluation) -> list[str]:
    """One line for each figure below its floor, and one if the gold is another.

    Raises:
        UsageError: the file is not to be read.
    """
    floors = read(path)
    wrong = []
    if floors.gold != digest(pair.gold for pair in evaluation.pairs):
        wrong.append(f"the gold changed since {path} was written: measure anew, --update-floors")
    for name, least in floors.least.items():
        value = Gate(name, "f1", least).value(evaluation.total) if name in evaluation.total else 0.0
        if value < least:
            wrong.append(f"{name}.f1 is {value:.4f}, below its floor {least:g}")
    return wrong


def update(path: Path, evaluation: Evaluation, *, allow_lower: bool = False) -> list[str]:
    """Write what was measured as the new floors.

    Args:
        path: the file; made if absent.
        evaluation: what was measured.
        allow_lower: let floors sink.

    Returns:
        One line for each floor that moved.

    Raises:
        UsageError: a floor would sink and may not.
    """
    old = read(path).least if path.exists() else {}
    new = _measured(evaluation)
    lower = [name for name, least in old.items() if new.get(name, 0.0) < least - _SLACK / 2]
    if lower and not allow_lower:
        raise UsageError(
            "these floors would sink: "
            + ", ".join(f"{name} {old[name]:g} → {new.get(name, 0.0):g}" for name in lower),
            hint="find out why first; then --update-floors --allow-lower",
        )
    _write(path, Floors(digest(pair.gold for pair in evaluation.pairs), new))
    return [
        f"{name}: {old.get(name, 0.0):g} → {least:g}"
        for name, least in new.items()
        if old.get(name) != least
    ]


def _measured(evaluation: Evaluation) -> dict[str, float]:
    """F1 of every figure shown, rounded down so that it passes itself."""
    names = [name for section in SECTIONS for name in section.names]
    total = evaluation.total
    return {
        name: int(total[name].f1 * 10**PLACES) / 10**PLACES
        for name in names
        if name in total and total[name].gold
    }


def _write(path: Path, floors: Floors) -> None:
    lines = [
        "# The least the figures on annotations/ may be; a test holds them.",
        "# Written by `extract evaluate output annotations --update-floors`.",
        f'gold = "{floors.gold}"',
        "",
        "[floors]",
        *(f'"{name}" = {least:.{PLACES}f}' for name, least in floors.least.items()),
    ]
    temporary = path.with_suffix(".tmp")
    temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
    temporary.replace(path)
