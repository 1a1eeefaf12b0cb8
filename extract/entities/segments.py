"""Sentences: no segment crosses a block, and no abbreviation ends one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.entities.abbreviations import Stop, ends_sentence
from extract.entities.language import block_languages, main_language
from extract.entities.mentions import Segment
from extract.readers.layout import find_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State
    from extract.schema import Block

_UPPER = "A-ZÁÉÍÓÚÑ"
_LOWER = "a-záéíóúñü"
# Windows-1252 quotes and ellipses survive bad decoding as control characters \x85 \x93 \x94.
# One character class in front lets the scan skip to the next candidate; each run of stops is tried
# once, at its first character.
_CANDIDATE = re.compile(
    rf"""
    [.!?…\x85:](?<![.!?…\x85].)
    (?:
        (?<!:)[.!?…\x85]*+
        (?:
            (?:\\?[\"'”’»)\]*_\x94]|[ \xa0](?:»|\*\*(?=\s)))*+
            (?:<sup>[^<\s]{{1,12}}</sup>|\\?\[\d{{1,3}}\\?\]|[¹²³⁰⁴-⁹]+
              |(?<=[{_LOWER}"”)][.])\d{{1,2}}(?=\s+[{_UPPER}]))*+
            (?=\s)
          | (?<=[{_LOWER}]{{2}}[.!?])[\"”»\x94]?(?=[“"«¿¡\x93]?[{_UPPER}][{_LOWER}])
        )
      | (?<=\.)[-–—]{{1,2}}(?=\s)
      | (?<=[{_LOWER}]{{3}}:)(?=[{_UPPER}][{_LOWER}])
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_LEAD_IN = re.compile(r"[\s\"'“‘«(\[*_¿¡—–\-\x93\\#>]*")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_NUMBERING = re.compile(r"\((?:[a-z]|[ivx]{1,4})\)")
_REACH = 40
_LONGEST = 2_000
"""Characters of a segment. No sentence of a real text is longer; what is (a table without cells,
noise) is cut between words, so that the work done per sentence stays bounded."""
_OPENING = "\"'“‘«([*_¿¡—–-\x93\\<>"


def find_segments(text: str, state: State) -> list[Segment]:
    """The sentences of a text, and layout pieces that stand for one, in text order.

    Fills in the blocks and the document's language where ``state`` has none.

    Args:
        text: the document.
        state: what is known of it; ``state.metadata.language`` decides for short paragraphs.

    Returns:
        Segments without surrounding white space; together they hold all of every block but that.
    """
    if not state.blocks:
        state.blocks = find_blocks(text)
    blocks = state.blocks
    languages = block_languages(text, blocks, state.metadata.language)
    if state.metadata.language is None and blocks:
        main = main_language(languages, (block.end - block.start for block in blocks))
        state.metadata = replace(state.metadata, language=main)
    return [
        Segment(start, end, language, number)
        for number, (block, language) in enumerate(zip(blocks, languages, strict=True))
        for sentence in _sentences(text, block, language)
        for start, end in _bounded(text, *sentence)
    ]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its parts of at most ``_LONGEST`` characters."""
    while end - start > _LONGEST:
        piece = text[start : start + _LONGEST]
        words = piece.rsplit(maxsplit=1)
        stop = start + len(words[0] if len(words) > 1 else piece.rstrip())
        yield start, stop
        start = stop
        while text[start].isspace():
            start += 1
    yield start, end


def _sentences(text: str, block: Block, language: str) -> Iterator[tuple[int, int]]:
    start, last = _inner(text, block.start, block.end)
    for match in _CANDIDATE.finditer(text, start, last):
        if match.end() < last and _splits(text, match, start, last, language):
            yield start, match.end()
            start, _ = _inner(text, match.end(), last)
    if start < last:
        yield start, last


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, left + len(piece.strip())


def _splits(text: str, match: re.Match[str], start: int, end: int, language: str) -> bool:
    """Whether a sentence ends at a candidate that is not the end of its block."""
    lead_in = _LEAD_IN.match(text, match.end(), end)
    at = lead_in.end() if lead_in else match.end()
    word = _WORD.match(text, at, end)
    following = word[0] if word else ""
    if following[:1].islower() and not _NUMBERING.match(text, at - 1, end):
        return False
    before = text[max(start, match.start() - _REACH) : match.start()]
    if not before or before[-1] in "([":
        return False
    if (
        following[:1].islower()
        or text[match.start()] != "."
        or text.startswith("..", match.start())
    ):
        return True
    if lead_in and ("¿" in lead_in[0] or "¡" in lead_in[0]):
        return True
    words = before.split()
    stop = Stop(
        word=words[-1].lstrip(_OPENING) if not before[-1].isspace() else "",
        following=following,
        listed=len(words) > 1 and words[-2].endswith(","),
        leads=len(words) == 1 and len(before) < _REACH,
        glued=not text[match.end()].isspace(),
        initial=len(following) == 1 and word is not None and text.startswith(".", word.end()),
    )
    return ends_sentence(stop, language)
