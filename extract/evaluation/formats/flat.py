"""Documents as annotation tools know them: labelled spans, and labelled links between them.

A mention is a span labelled AGENCY, MONEY …; a record is a span labelled with its kind, over its
trigger (its evidence where it has none), linked to each of its fillers by role. What neither can
say (values, status, fillers that are no span) is a span's ``value``, which formats keep where they
have a place for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extract.errors import AnnotationError
from extract.schema import Kind

if TYPE_CHECKING:
    from extract.schema import Document, Record

Json = dict[str, Any]
KINDS = frozenset(kind.value for kind in Kind)


@dataclass(slots=True)
class Span:
    """A labelled stretch of text; ``value`` holds whatever else is known of it."""

    label: str
    start: int
    end: int
    value: Json = field(default_factory=dict)

    @property
    def is_record(self) -> bool:
        """Whether it stands for a record."""
        return self.label in KINDS


@dataclass(frozen=True, slots=True)
class Link:
    """From one span to another, as indices of the list of spans."""

    head: int
    tail: int
    label: str


@dataclass(slots=True)
class Flat:
    """A document as spans and links.

    Attributes:
        id: of the document.
        text: all offsets are code points of it.
        about: the document's ``source`` and ``reviewed``.
    """

    id: str
    text: str
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    about: Json = field(default_factory=dict)


def flatten(document: Document) -> Flat:
    """A document as spans and links; ``unflatten`` undoes it."""
    raw = document.model_dump(mode="json")
    flat = Flat(document.id, document.text)
    flat.about = {key: raw[key] for key in ("id", "source", "reviewed") if key in raw}
    place = {}
    for n, entity in enumerate(raw["entities"]):
        place[entity["id"]] = n
        value = {k: v for k, v in entity.items() if k not in ("label", "start", "end", "text")}
        flat.spans.append(Span(entity["label"], entity["start"], entity["end"], value))
    for record, raw_record in zip(document.records, raw["records"], strict=True):
        head = len(flat.spans)
        flat.spans.append(_record_span(record, raw_record))
        fillers = [(role.value, f) for role, fs in record.roles.items() for f in fs]
        flat.links += [Link(head, place[f], role) for role, f in fillers if f in place]
        unlinked = [[role, f] for role, f in fillers if f not in place]
        flat.spans[head].value["fillers"] = unlinked
    return flat


def _record_span(record: Record, raw: Json) -> Span:
    start, end = record.trigger or (record.start, record.end)
    value = {k: v for k, v in raw.items() if k not in ("kind", "roles", "trigger", "start", "end")}
    value["evidence"] = [record.start, record.end]
    value["trigger"] = record.trigger is not None
    return Span(record.kind.value, start, end, value)


def keys(flat: Flat) -> list[str]:
    """Names for the spans in formats whose spans carry nothing.

    >>> loan = Span("funding", 3, 7)
    >>> keys(Flat("", "$5 lent", [Span("MONEY", 0, 2), loan, loan]))
    ['MONEY:0:2', 'funding:3:7', 'funding:3:7#2']
    """
    seen: Counter[str] = Counter()
    names = []
    for span in flat.spans:
        name = f"{span.label}:{span.start}:{span.end}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return names


def values_by_key(flat: Flat) -> Json:
    """The values of all spans, with their words, for formats that keep them beside the spans."""
    named = zip(keys(flat), flat.spans, strict=True)
    return {key: {**s.value, "text": flat.text[s.start : s.end]} for key, s in named}


def with_values(flat: Flat, values: Json, place: str) -> Flat:
    """Put values back on the spans that are still where they were.

    Raises:
        AnnotationError: the words there have changed.
    """
    for key, span in zip(keys(flat), flat.spans, strict=True):
        value = dict(values.get(key, {}))
        if "text" in value:
            verify(flat.text, span.start, span.end, value.pop("text"), place)
        span.value = value
    return flat


def verify(text: str, start: int, end: int, words: str | None, place: str) -> None:
    """Refuse offsets that do not fit.

    Args:
        text: the document.
        start: of the stretch.
        end: of the stretch.
        words: what should be there, if the format says so.
        place: where in the file, for the message.

    Raises:
        AnnotationError: with the place, and what was found there.
    """
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise AnnotationError(
            f"{place}: {start}:{end} is not in the text of {len(text)} characters"
        )
    found = text[start:end]
    if words is not None and found != words:
        near = text.find(words)
        raise AnnotationError(
            f"{place}: {words!r} is not at {start}:{end}, there is {found!r}",
            hint=f"these words are at {near}" if near >= 0 else "the text is another one",
        )
