"""What a spaCy ``Doc`` carries of a document: its state, also in bytes.

``doc._.mentions``, ``doc._.segments`` and ``doc._.records`` read it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import srsly
from pydantic import TypeAdapter
from spacy.tokens import Doc
from spacy.util import filter_spans

from extract.entities.mentions import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from thinc.types import Ints2d

_KEY = "extract"


def state_of(doc: Doc) -> State:
    """The state of ``doc``, made at first use."""
    state: State = doc.user_data.setdefault(_KEY, State())
    return state


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


def _encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Lets ``doc.to_bytes()`` and worker processes carry the state along."""
    if isinstance(value, State):
        return {"__extract_state__": _adapter().dump_json(value)}
    return value if chain is None else chain(value)


def _decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(value, dict) and "__extract_state__" in value:
        return _adapter().validate_json(value["__extract_state__"])
    return value if chain is None else chain(value)


srsly.msgpack_encoders.register("extract_state", func=_encode)
srsly.msgpack_decoders.register("extract_state", func=_decode)


def _part(name: str, doc: Doc) -> object:
    return getattr(state_of(doc), name)


for _name in ("mentions", "segments", "records"):
    Doc.set_extension(_name, getter=partial(_part, _name), force=True)


def show_entities(doc: Doc) -> None:
    """Set ``doc.ents`` to the mentions, widened to whole tokens where a mention splits one."""
    spans = []
    for mention in state_of(doc).mentions:
        span = doc.char_span(
            mention.start, mention.end, label=mention.label.value, alignment_mode="expand",
            span_id=mention.ref or mention.country or "",
        )  # fmt: skip
        if span is not None:
            spans.append(span)
    doc.ents = filter_spans(spans)


def mark_sentences(doc: Doc) -> Doc:
    """Set ``token.is_sent_start`` from the segments.

    A token that straddles a boundary (``Partnership:The``) stays with the sentence it begins in.
    """
    if len(doc):
        lengths = np.asarray(doc.to_array(["LENGTH", "SPACY"])).sum(axis=1)
        offsets = np.cumsum(lengths) - lengths
        first = np.searchsorted(offsets, [segment.start for segment in state_of(doc).segments])
        marks = np.full((len(doc), 1), -1, dtype=np.int64)
        marks[0] = 1
        marks[first[first < len(doc)]] = 1
        doc.from_array(["SENT_START"], cast("Ints2d", marks.astype(np.uint64)))
    return doc
