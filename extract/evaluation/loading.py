"""Documents to compare: predictions in the contract, gold in the contract or leaner."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extract.errors import AnnotationError, UsageError
from extract.evaluation.lean import complete
from extract.schema import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """One document as gold has it and as it was predicted, on the same text."""

    gold: Document
    predicted: Document

    @property
    def language(self) -> str:
        """Language of the document, ``en`` where neither side says."""
        return self.gold.source.language or self.predicted.source.language or "en"


def load_documents(path: Path) -> dict[str, Document]:
    """Documents of the contract, by id.

    Args:
        path: a ``.jsonl`` or ``.json`` file, or a folder: its ``documents.jsonl`` if it has one
            (an output folder), else all its ``.jsonl`` and ``.json`` files.

    Raises:
        UsageError: nothing there.
        AnnotationError: a line that is no document, with file and line; an id that comes twice.
    """
    return {raw["id"]: _document(raw, {}, path, place) for place, raw in read_lines(path)}


def load_gold(
    path: Path, predicted: Mapping[str, Document], *, unreviewed: bool = False
) -> dict[str, Document]:
    """Gold documents by id, with their text.

    Args:
        path: as for :func:`load_documents`.
        predicted: where to take the text from when gold leaves it out.
        unreviewed: accept drafts that no labeller has confirmed.

    Raises:
        UsageError: nothing there.
        AnnotationError: malformed, unreviewed, or made on another text than the predicted one.
    """
    gold: dict[str, Document] = {}
    for place, raw in read_lines(path):
        if raw.get("reviewed") is False and not unreviewed:
            raise AnnotationError(
                f"{place}: {raw['id']} is an unreviewed draft",
                hint="correct it and drop its 'reviewed': false, or pass --unreviewed",
            )
        document = _document(raw, predicted, path, place)
        _same_text(document, predicted)
        gold[document.id] = document
    return gold


def pair_up(gold: Mapping[str, Document], predicted: Mapping[str, Document]) -> list[Pair]:
    """Gold documents with their predictions, an empty one where there is none."""
    return [
        Pair(g, predicted.get(g.id) or Document(id=g.id, source=g.source, text=g.text))
        for g in gold.values()
    ]


def read_lines(path: Path) -> Iterator[tuple[str, Raw]]:
    """All JSON objects under ``path`` with their places (``file:line``), ids checked."""
    seen: dict[str, str] = {}
    for file in _files(path):
        content = file.read_text(encoding="utf-8-sig")
        # not splitlines(): U+2028 and U+0085 are legal inside a JSON string
        lines = content.split("\n") if file.suffix == ".jsonl" else [content]
        for number, line in enumerate(lines, 1):
            if line.strip():
                raw = _parse(line, f"{file.name}:{number}")
                if raw["id"] in seen:
                    raise AnnotationError(
                        f"{file.name}:{number}: id {raw['id']!r} is also at {seen[raw['id']]}",
                        hint="one document, one line: remove or rename one of them",
                    )
                seen[raw["id"]] = f"{file.name}:{number}"
                yield f"{file.name}:{number}", raw


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if (path / "documents.jsonl").is_file():
        return [path / "documents.jsonl"]
    files = sorted((*path.glob("*.jsonl"), *path.glob("*.json"))) if path.is_dir() else []
    if not files:
        raise UsageError(
            f"no documents at {path}",
            hint="give a .jsonl of documents, or a folder of them; `extract run` writes output/",
        )
    return files


def _parse(line: str, place: str) -> Raw:
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise AnnotationError(f"{place}: not JSON: {error}") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
        raise AnnotationError(f"{place}: not a document", hint="a JSON object with an 'id'")
    return raw


def _document(raw: Raw, predicted: Mapping[str, Document], path: Path, place: str) -> Document:
    try:
        return Document.model_validate(complete(raw, predicted, path))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        reason = f"{where}: " * bool(where) + first["msg"].removeprefix("Value error, ")
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        reason = f"not built like a document: {type(error).__name__} {error}"
    raise AnnotationError(
        f"{place}: {raw['id']}: {reason}",
        hint="`extract annotations check` lists everything that is wrong",
    )


def _same_text(gold: Document, predicted: Mapping[str, Document]) -> None:
    other = predicted.get(gold.id)
    if other is None or other.text == gold.text:
        return
    same = next(
        (i for i, (a, b) in enumerate(zip(gold.text, other.text, strict=False)) if a != b),
        min(len(gold.text), len(other.text)),
    )
    raise AnnotationError(
        f"{gold.id}: gold and prediction have different texts, from character {same}: "
        f"{gold.text[same : same + 20]!r} and {other.text[same : same + 20]!r}",
        hint="run the pipeline on the file that was labelled",
    )
