"""Prodigy: one task a line, tokens, spans and relations by code points and token numbers.

Spans carry their value in a key of their own. Tasks that were not accepted are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.formats.files import dump_lines, json_lines, reading
from extract.evaluation.formats.flat import Flat, Link, Span, flatten, verify
from extract.evaluation.formats.restore import restore
from extract.evaluation.formats.tokens import Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.evaluation.formats.flat import Json
    from extract.schema import Document


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``prodigy.jsonl``, for ``rel.manual`` and ``spans.manual``."""
    return {"prodigy.jsonl": dump_lines(_task(flatten(d)) for d in documents)}, []


def _task(flat: Flat) -> Json:
    tokens = tokenise(flat.text, flat.spans)
    spans = [_span(flat.text, span, tokens) | {"id": n} for n, span in enumerate(flat.spans)]
    return {
        "text": flat.text,
        "tokens": [
            {
                "text": flat.text[t.start : t.end],
                "start": t.start,
                "end": t.end,
                "id": n,
                "ws": flat.text[t.end : t.end + 1] == " ",
            }
            for n, t in enumerate(tokens)
        ],
        "spans": [{**plain, "value": s.value} for plain, s in zip(spans, flat.spans, strict=True)],
        "relations": [
            {
                "head": spans[link.head]["token_end"],
                "child": spans[link.tail]["token_end"],
                "head_span": spans[link.head],
                "child_span": spans[link.tail],
                "label": link.label,
            }
            for link in flat.links
        ],
        "meta": {"document": flat.id},
        "about": flat.about,
        **({} if flat.about.get("reviewed") is False else {"answer": "accept"}),
    }


def _span(text: str, span: Span, tokens: Sequence[Token]) -> Json:
    """A span with its first and last token; tokens end where spans do."""
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    last = bisect_left(tokens, span.end, key=lambda token: token.start) - 1
    return {
        "start": span.start,
        "end": span.end,
        "token_start": first,
        "token_end": max(first, last),
        "label": span.label,
        "text": text[span.start : span.end],
    }


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """Prodigy's ``db-out``: accepted tasks, and tasks without an answer as drafts."""
    flats, refused = [], Counter[str]()
    for place, raw in json_lines(files):
        answer = raw.get("answer")
        if answer in (None, "accept"):
            with reading(place):
                flats.append(_flat(raw, place))
        else:
            refused[f"tasks answered {answer!r}"] += 1
    documents, losses = restore(flats)
    return documents, [*(f"{what} ({n})" for what, n in sorted(refused.items())), *losses]


def _flat(raw: Json, place: str) -> Flat:
    about = dict(raw.get("about") or {})
    about["reviewed"] = None if raw.get("answer") == "accept" else False
    id_ = about.get("id") or f"prodigy-{raw.get('_input_hash', place)}"
    flat = Flat(id_, raw["text"], about=about)
    numbers: dict[object, int] = {}
    for span in raw.get("spans") or ():
        label, start, end = span["label"], span["start"], span["end"]
        verify(flat.text, start, end, span.get("text"), f"{place}: {label}")
        numbers[_name(span)] = len(flat.spans)
        flat.spans.append(Span(label, start, end, span.get("value") or {}))
    for relation in raw.get("relations") or ():
        head, tail = _name(relation["head_span"]), _name(relation["child_span"])
        if head not in numbers or tail not in numbers:
            raise AnnotationError(f"{place}: a relation to or from no span")
        flat.links.append(Link(numbers[head], numbers[tail], relation["label"]))
    return flat


def _name(span: Json) -> object:
    """What relations know a span by: our number, or its place."""
    return span["id"] if "id" in span else (span["start"], span["end"], span["label"])
