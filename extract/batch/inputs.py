"""From what the user named to the inputs of a run: which files, in which order, under which ids."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch.output import STATE, WRITTEN
from extract.batch.remote import find_remote, is_url
from extract.errors import UsageError
from extract.readers import SUFFIXES
from extract.readers.metadata import METADATA_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    Found = dict[Path | str, tuple[str, Path | None]]
    """Path or URL → name in the output, folder that was named."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read.

    Attributes:
        path: where it is: a path, or an fsspec URL.
        name: how the output calls it: relative to the folder named, ``/``-separated,
            undecodable bytes escaped.
        id: id of its document (documents of a table add ``#n``), unique in the run.
        folder: the folder that was named, where ``metadata.csv`` would be; ``None`` for URLs.
    """

    path: Path | str
    name: str
    id: str
    folder: Path | None


def find_inputs(paths: Sequence[Path | str]) -> list[Input]:
    """All files below ``paths``, sorted by name; strings may be fsspec URLs.

    Left out of folders are hidden files, ``metadata.csv``, and the output of runs. Symbolic links
    to folders are not followed, so loops cannot occur.

    Raises:
        UsageError: a path does not exist, or there is no file at all.
    """
    found: Found = {}
    for place in paths:
        if is_url(place):
            _find_remote(str(place), found)
        else:
            _find_local(Path(place), found)
    if not found:
        raise UsageError(
            f"nothing to read in {', '.join(map(str, paths))}",
            hint=f"name files, or folders of them: {', '.join(sorted(SUFFIXES))}",
        )
    return _named(found)


def _named(found: Found) -> list[Input]:
    """Inputs in the order of their names, each with a name and an id of its own."""
    named = sorted(
        ((printable(name), path, folder) for path, (name, folder) in found.items()),
        key=lambda item: (item[0], str(item[1])),
    )
    stems = Counter(Path(name).stem for name, _, _ in named)
    names = Counter(name for name, _, _ in named)
    inputs = []
    for name, path, folder in named:
        stem = Path(name).stem
        unique = name if names[name] == 1 else printable(str(path))
        inputs.append(Input(path, unique, stem if stems[stem] == 1 else unique, folder))
    return inputs


def _find_remote(url: str, found: Found) -> None:
    for file, name in find_remote(url).items():
        if not any(map(_is_hidden, name.split("/"))):
            found.setdefault(file, (name, None))


def _find_local(path: Path, found: Found) -> None:
    if path.is_dir():
        for file in _walk(path):
            found.setdefault(file, (file.relative_to(path).as_posix(), path))
    elif path.exists() or path.is_symlink():
        found.setdefault(path, (path.name, path.parent))
    else:
        raise UsageError(f"no such input: {path}", hint="name files or folders to read")


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == METADATA_FILE


def _walk(folder: Path) -> list[Path]:
    files: list[Path] = []

    def keep(error: OSError) -> None:  # as an input, so that the run says what it could not see
        files.append(Path(error.filename))

    for root, folders, names in os.walk(folder, onerror=keep):
        passed = WRITTEN if STATE in folders else ()
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and name not in passed)
        files += [Path(root, name) for name in names if not _is_hidden(name) and name not in passed]
    return files


def printable(name: str) -> str:
    r"""A file name as valid Unicode on one line: other bytes and control characters escaped.

    >>> printable("a\udcffb\nc.txt")
    'a\\xffb\\nc.txt'
    """
    return "".join(_escape(char) for char in name)


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    if char < " " or "\ud800" <= char <= "\udfff":
        return char.encode("unicode_escape").decode()
    return char
