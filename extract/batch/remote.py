"""Inputs that are not on this machine's disks: fsspec URLs such as ``s3://bucket/press``."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from extract.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def is_url(place: str | Path) -> bool:
    """Whether a place is an fsspec URL rather than a path.

    >>> is_url("s3://bucket/a.txt"), is_url("raw/a.txt")
    (True, False)
    """
    return "://" in str(place)


def find_remote(url: str) -> dict[str, str]:
    """URL → name below ``url`` for every file there; for a file the file alone.

    Raises:
        UsageError: there is nothing, it cannot be reached, or fsspec is not installed.
    """
    try:
        from fsspec.core import url_to_fs

        system, root = url_to_fs(url)
        if system.isfile(root):
            return {url: root.rpartition("/")[2]}
        files = system.find(root)
    except Exception as error:  # every file system has errors of its own
        raise UsageError(f"cannot reach {url}: {_reason(error)}", hint=_hint(error)) from error
    if not files:
        raise UsageError(f"no such input: {url}", hint="name files or folders to read")
    return {system.unstrip_protocol(file): file.removeprefix(root).lstrip("/") for file in files}


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _hint(error: Exception) -> str:
    """What to do about a URL that cannot be reached."""
    if isinstance(error, ModuleNotFoundError) and error.name == "fsspec":
        return "pip install 'press-extract[ray]'"
    if isinstance(error, ImportError):
        return "pip install what it names"
    return "check the address (file://…, s3://…, gs://…) and who may read it"


def open_remote(url: str) -> BinaryIO:
    """The bytes of a URL as a stream.

    Raises:
        OSError: it cannot be read.
    """
    import fsspec

    return cast("BinaryIO", fsspec.open(url, "rb").open())
