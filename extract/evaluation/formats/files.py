"""Reading the files of a format with errors that say where."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extract.errors import AnnotationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.evaluation.formats.flat import Json


def decode(content: bytes, name: str) -> str:
    """UTF-8 text, a byte-order mark dropped, line ends as they are.

    Raises:
        AnnotationError: it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{name}: not UTF-8 at byte {error.start}") from error


@contextmanager
def reading(place: str) -> Iterator[None]:
    """What is not built as the format says becomes an error with its place."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        reason = f"{type(error).__name__} {error}"
        raise AnnotationError(f"{place}: not built as the format says: {reason}") from error


def parse(text: str, place: str) -> Any:
    """JSON.

    Raises:
        AnnotationError: it is none.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise AnnotationError(f"{place}: not JSON: {error}") from error


def json_lines(files: Mapping[str, bytes]) -> Iterator[tuple[str, Json]]:
    """The objects of all ``.jsonl`` files, with their places."""
    for name, content in files.items():
        for number, line in enumerate(decode(content, name).split("\n"), 1):
            if line.strip():
                raw = parse(line, f"{name}:{number}")
                if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
                    raise AnnotationError(f"{name}:{number}: no object with a 'text'")
                yield f"{name}:{number}", raw


def dump(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_lines(values: Iterable[object]) -> bytes:
    """One JSON value a line."""
    return "".join(dump(value) + "\n" for value in values).encode("utf-8", "surrogatepass")
