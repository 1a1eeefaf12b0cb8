"""The version of rules and resources: results made by another one are made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("schema", "readers", "entities", "relations", "resources")


@cache
def rules_version() -> str:
    """A digest of everything in the package that decides what is extracted, 16 hex digits."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> list[Path]:
    files = [_PACKAGE / "pipeline.py", _PACKAGE / "rows.py"]
    for room in _ROOMS:
        files += [
            path
            for path in (_PACKAGE / room).rglob("*")
            if path.is_file() and path.suffix != ".pyc" and "__pycache__" not in path.parts
        ]
    return files
