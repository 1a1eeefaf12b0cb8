"""doccano: one JSON object a line, entities with offsets, relations between entities.

Offsets are code points. doccano keeps fields it does not know as the example's metadata: there
the values travel, by label and place, so the value of a span that was moved is lost. Records are
spans that may overlap mentions: the project has to allow overlapping spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.formats.files import dump_lines, json_lines, reading
from extract.evaluation.formats.flat import (
    Flat,
    Link,
    Span,
    flatten,
    values_by_key,
    verify,
    with_values,
)
from extract.evaluation.formats.restore import restore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.evaluation.formats.flat import Json
    from extract.schema import Document

LOSSES = ["values of spans that are moved in doccano"]


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``doccano.jsonl``, for *Sequence Labeling* with relations."""
    lines = [_line(flatten(document), n) for n, document in enumerate(documents, 1)]
    return {"doccano.jsonl": dump_lines(lines)}, LOSSES


def _line(flat: Flat, number: int) -> Json:
    return {
        "id": number,
        "text": flat.text,
        "entities": [
            {"id": n, "label": s.label, "start_offset": s.start, "end_offset": s.end}
            for n, s in enumerate(flat.spans)
        ],
        "relations": [
            {"id": n, "from_id": link.head, "to_id": link.tail, "type": link.label}
            for n, link in enumerate(flat.links)
        ],
        "about": flat.about,
        "values": values_by_key(flat),
    }


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """A doccano export: ``entities`` and ``relations``, or the plain ``label`` triples."""
    flats = []
    for place, raw in json_lines(files):
        with reading(place):
            flats.append(_flat(raw, place))
    return restore(flats)


def _flat(raw: Json, place: str) -> Flat:
    about = raw.get("about") or {}
    flat = Flat(about.get("id") or f"doccano-{raw.get('id', place)}", raw["text"], about=about)
    numbers: dict[object, int] = {}
    for id_, label, start, end in _entities(raw):
        numbers[id_] = len(flat.spans)
        verify(flat.text, start, end, None, f"{place}: {label}")
        flat.spans.append(Span(label, start, end))
    for relation in raw.get("relations") or ():
        head, tail = relation["from_id"], relation["to_id"]
        if head not in numbers or tail not in numbers:
            raise AnnotationError(f"{place}: a relation to or from no entity")
        flat.links.append(Link(numbers[head], numbers[tail], relation["type"]))
    return with_values(flat, raw.get("values") or {}, place)


def _entities(raw: Json) -> list[tuple[object, str, int, int]]:
    if "entities" in raw:
        return [(e["id"], e["label"], e["start_offset"], e["end_offset"]) for e in raw["entities"]]
    triples = raw.get("label", raw.get("labels")) or ()
    return [(n, label, start, end) for n, (start, end, label) in enumerate(triples)]
