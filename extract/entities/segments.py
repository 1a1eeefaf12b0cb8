"""Sentences inside blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LENGTH, SENT_START, SPACY

from extract.entities.language import language_of
from extract.entities.mentions import Segment, state_of
from extract.readers.layout import find_blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.entities.mentions import State

_STOP = re.compile(r"""(?<=[a-z0-9)%])[.!?]+["'”’»)\]]*(?=\s+["'“‘«(\[¿¡]*[A-Z0-9ÁÉÍÓÚÑ])""")


def find_segments(text: str, state: State) -> list[Segment]:
    """Sentences of ``text`` in order; fills in blocks and language where ``state`` has none."""
    if not state.blocks:
        state.blocks = find_blocks(text)
    if state.metadata.language is None:
        state.metadata = replace(state.metadata, language=language_of(text))
    segments = []
    for n, block in enumerate(state.blocks):
        language = language_of(text[block.start : block.end])
        start = block.start
        ends = [m.end() for m in _STOP.finditer(text, block.start, block.end)] + [block.end]
        for end in ends:
            piece = text[start:end]
            left = start + len(piece) - len(piece.lstrip())
            right = start + len(piece.rstrip())
            if left < right:
                segments.append(Segment(left, right, language, n))
            start = end
    return segments


def mark_sentences(doc: Doc) -> Doc:
    """Set ``token.is_sent_start`` from the segments; a token across a boundary ends a sentence."""
    if len(doc):
        lengths = doc.to_array([LENGTH, SPACY]).sum(axis=1)
        offsets = np.cumsum(lengths) - lengths
        wanted = np.searchsorted(offsets, [s.start for s in state_of(doc).segments])
        marks = np.full(len(doc), -1, dtype=np.int64)
        marks[0] = 1
        marks[wanted[wanted < len(doc)]] = 1
        doc.from_array([SENT_START], marks.astype(np.uint64))
    return doc
