"""From spans and links back to documents of the contract."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from pydantic import ValidationError

from extract.errors import AnnotationError
from extract.evaluation.formats.files import reading
from extract.schema import Document, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.evaluation.formats.flat import Flat, Json, Span

LABELS = frozenset(label.value for label in Label)
ROLES = frozenset(role.value for role in Role)
_BODIES = ("AGENCY", "COMPANY")
_VALUE_FIELD = {"AGENCY": "ref", "COMPANY": "ref", "MONEY": "money", "DATE": "date",
                "COUNTRY": "country"}  # fmt: skip


def restore(flats: Iterable[Flat]) -> tuple[list[Document], list[str]]:
    """Documents, and what of the spans and links the contract has no place for.

    Mentions without a value get their words as ref, or an unknown value.

    Raises:
        AnnotationError: values that are not built as ours, a document that the schema refuses.
    """
    losses: Counter[str] = Counter()
    documents = []
    for flat in flats:
        with reading(flat.id):  # values may hold anything: a tool's user can edit its export
            documents.append(unflatten(flat, losses))
    return documents, [f"{what} ({n})" for what, n in sorted(losses.items())]


def unflatten(flat: Flat, losses: Counter[str]) -> Document:
    """One document; what is left out is counted in ``losses``."""
    ids: dict[int, str] = {}
    raw: Json = {"id": flat.id, "text": flat.text, "entities": [], "records": []}
    raw["source"] = flat.about.get("source") or _source(flat)
    raw["reviewed"] = flat.about.get("reviewed")
    for n, span in enumerate(flat.spans):
        if span.label == Label.COUNTRY and "country" not in span.value:
            losses["COUNTRY without its code"] += 1
        elif span.label in LABELS:
            ids[n] = span.value.get("id") or f"e{n + 1}"
            raw["entities"].append(_entity(span, ids[n], flat.text))
        elif not span.is_record:
            losses[f"spans labelled {span.label!r}"] += 1
    for n, span in enumerate(flat.spans):
        if span.is_record:
            raw["records"].append(_record(flat, n, ids))
    _count_links(flat, ids, losses)
    return _validate(raw)


def _source(flat: Flat) -> Json:
    digest = hashlib.sha256(flat.text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"path": f"{flat.id}.txt", "sha256": digest}


def _entity(span: Span, id_: str, text: str) -> Json:
    words = text[span.start : span.end]
    known = {_VALUE_FIELD[span.label]: words if span.label in _BODIES else None}
    place = {"id": id_, "label": span.label, "start": span.start, "end": span.end, "text": words}
    return {**known, **span.value, **place}


def _record(flat: Flat, n: int, ids: dict[int, str]) -> Json:
    span = flat.spans[n]
    linked = [link for link in flat.links if link.head == n and link.tail in ids]
    linked = [link for link in linked if link.label in ROLES]
    roles: dict[str, list[str]] = {}
    for link in linked:
        roles.setdefault(link.label, []).append(ids[link.tail])
    for role, filler in span.value.get("fillers", ()):
        roles.setdefault(role, []).append(filler)
    start, end = _evidence(flat, span, [flat.spans[link.tail] for link in linked])
    value = {k: v for k, v in span.value.items() if k not in ("fillers", "evidence")}
    trigger = (span.start, span.end) if value.get("trigger", True) else None
    place = {"kind": span.label, "start": start, "end": end, "trigger": trigger, "roles": roles}
    return {**value, "id": value.get("id") or f"r{n + 1}", **place}


def _evidence(flat: Flat, span: Span, fillers: list[Span]) -> tuple[int, int]:
    """The evidence as it was; for a new record what covers it and its fillers."""
    stated = span.value.get("evidence")
    if stated:
        return min(stated[0], span.start), max(stated[1], span.end)
    parts = [span, *fillers]
    return min(part.start for part in parts), min(len(flat.text), max(part.end for part in parts))


def _count_links(flat: Flat, ids: dict[int, str], losses: Counter[str]) -> None:
    for link in flat.links:
        if link.label not in ROLES or not flat.spans[link.head].is_record:
            losses[f"links labelled {link.label!r} that are no role of a record"] += 1
        elif link.tail not in ids:
            losses["links to spans that are no mention"] += 1


def _validate(raw: Json) -> Document:
    try:
        return Document.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise AnnotationError(f"{raw['id']}: {where}: {first['msg']}") from error
