"""Is gold good gold: against its text, the schema and the guidelines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extract.evaluation.guidelines import Message, doubtful_entities, wrong_entities, wrong_records
from extract.schema import AgencyEntity, CompanyEntity, Document

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = 2  # names no longer than this may well be other words elsewhere


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong or odd in gold.

    Attributes:
        document: id.
        place: entity or record id.
        message: what is wrong.
        error: ``False`` for what may be right but is worth a look.
    """

    document: str
    place: str
    message: str
    error: bool = True

    def __str__(self) -> str:
        sort = "error" if self.error else "warning"
        return f"{self.document}: {sort}: {self.place}: {self.message}"


def check(raw: dict[str, Any]) -> list[Problem]:
    """All problems of one document as it stands in the file.

    Args:
        raw: the parsed JSON object, with ``id``.
    """
    misplaced = list(_offsets(raw))
    if misplaced:
        return misplaced
    try:
        document = Document.model_validate(raw)
    except ValidationError as error:
        return [
            Problem(raw["id"], ".".join(map(str, e["loc"])) or "document", e["msg"])
            for e in error.errors()
        ]
    wrong = (_repeated_ids, _overlaps, wrong_entities, wrong_records)
    doubtful = (doubtful_entities, _repeats)
    return [
        *(Problem(document.id, *message) for part in wrong for message in part(document)),
        *(
            Problem(document.id, *message, error=False)
            for part in doubtful
            for message in part(document)
        ),
    ]


def _offsets(raw: dict[str, Any]) -> Iterator[Problem]:
    """Mentions whose words are elsewhere; the schema would stop at the first."""
    text = raw.get("text")
    if not isinstance(text, str):
        return
    for entity in raw.get("entities") or ():
        try:
            start, end, words = int(entity["start"]), int(entity["end"]), str(entity["text"])
        except (KeyError, TypeError, ValueError):
            continue  # the schema names what is missing
        found = text[max(0, start) : end]
        if found != words:
            near = text.find(words)
            hint = f"; these words are at {near}" if near >= 0 else ""
            message = f"{words!r} is not at {start}:{end}, there is {found!r}{hint}"
            yield Problem(raw["id"], str(entity.get("id")), message)


def _repeated_ids(document: Document) -> Iterator[Message]:
    for parts in (document.entities, document.records):
        seen: set[str] = set()
        for part in parts:
            if part.id in seen:
                yield part.id, "the id comes twice"
            seen.add(part.id)


def _overlaps(document: Document) -> Iterator[Message]:
    """Entities are flat (guidelines §1)."""
    ordered = sorted(document.entities, key=lambda e: (e.start, -e.end))
    for before, after in pairwise(ordered):
        if after.start < before.end:
            yield after.id, f"{after.text!r} overlaps {before.id} {before.text!r}"


def _repeats(document: Document) -> Iterator[Message]:
    """Names labelled in one place and not in another."""
    covered = bytearray(len(document.text))
    for entity in document.entities:
        covered[entity.start : entity.end] = b"\1" * (entity.end - entity.start)
    bodies = [e for e in document.entities if isinstance(e, AgencyEntity | CompanyEntity)]
    names = {" ".join(e.text.split()) for e in bodies if len(e.text) > _SHORT}
    if not names:
        return
    ordered = sorted(names, key=lambda name: (-len(name), name))
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", document.text):
        if not any(covered[found.start() : found.end()]):
            place = f"{found.start()}:{found.end()}"
            yield place, f"{found[0]!r} is labelled elsewhere, but not here"
