"""Names found without a list: by the grammar, or by the word that introduces them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.entities.agencies.filters import is_firm
from extract.entities.agencies.grammar import names
from extract.entities.agencies.run import Run
from extract.entities.companies.patterns import word_set
from extract.entities.mentions import Mention
from extract.entities.names.apposition import find_apposed
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import Words
from extract.entities.names.runs import find_runs, tokens
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extract.entities.agencies.grammar import Name
    from extract.entities.mentions import State

_SMALL_HEAD_OF = re.compile(r"\s+del?\s+(?:la\s+|los\s+|las\s+)?")
_OF_STATE = frozenset({"ministry", "agency", "legislature", "court", "council"})
_STATE = re.compile(r"\s+del\s+estado\b(?!\s+de\s)")
_SUBJECTS = ("Foreign", "Home", "External", "Internal", "Religious", "Cultural")
_AFFAIRS = re.compile(r"\s+(?:affairs|relations)\b")
_NUMBERED = re.compile(r"\b(?:\d{4}|\d{1,3}(?:st|nd|rd|th|[aªoº°.]|er|a\.)?|[IVX]+)\s$")


def find_built(text: str, state: State) -> list[Mention]:
    """AGENCY mentions by structure; ``state`` says where countries, amounts and dates stand."""
    nation, taken = _inside(state, Label.COUNTRY), _inside(state, Label.MONEY, Label.DATE)
    built = []
    for start, end in _within_blocks(_candidates(text), state):
        numbered = _NUMBERED.search(text, max(0, start - 8), start) is not None
        run = Run(
            text, tokens(text, start, end), language_at(state, start), nation, taken, numbered
        )
        built += [
            Mention(Label.AGENCY, name.start, _end(text, name), f"agency.grammar.{name.head.type}")
            for name in names(run)
            if not is_firm(text[name.start : name.end], name.head.type)
        ]
    return built


def _within_blocks(spans: Iterable[tuple[int, int]], state: State) -> Iterator[tuple[int, int]]:
    """``spans``, cut where a heading, a list item or a table cell ends: no name goes on there."""
    starts = [block.start for block in state.blocks]
    for start, end in spans:
        inside = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        yield from pairwise((start, *inside, end))


def _end(text: str, name: Name) -> int:
    """End of a name with what goes on in small letters: "Contraloría Interna **del estado**"."""
    if name.head.type in _OF_STATE and name.head.language == "es":
        tail = _STATE.match(text, name.end)
    else:
        tail = _AFFAIRS.match(text, name.end) if text.endswith(_SUBJECTS, 0, name.end) else None
    return tail.end() if tail else name.end


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Runs with a head noun, and those after one in small letters ("secretaría de Finanzas")."""
    runs = find_runs(text)
    yield from runs.holding(lexicon().signals)
    for start, end in _small_heads().find(runs.padded):
        follows = _SMALL_HEAD_OF.match(text, end) if text[start].islower() else None
        span = runs.at(follows.end()) if follows else None
        if follows is not None and span is not None and span[0] == follows.end():
            yield start, span[1]


@cache
def _small_heads() -> Words:
    return Words(tree("agency_heads.toml")["spanish"]["small"])


def _inside(state: State, *labels: Label) -> Callable[[int], bool]:
    """A test whether a character offset lies in a mention with one of ``labels``."""
    found = [m for m in state.mentions if m.label in labels]
    starts = [m.start for m in found]

    def inside(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and found[before - 1].end > at

    return inside


def language_at(state: State, at: int) -> str:
    """``en`` or ``es``, of the segment that holds the character at ``at``."""
    before = bisect_right(state.segments, at, key=lambda s: s.start)
    return state.segments[before - 1].language if before else "en"


@cache
def _introductions() -> tuple[re.Pattern[str], tuple[str, ...]]:
    data = tree("agency_context.toml")["introductions"]
    words = (*data["english"], *data["spanish"])
    pattern = re.compile(
        rf"(?:{'|'.join(words)})\s+[\"“«]?(?P<name>[A-ZÁÉÍÓÚ][\w-]+(?:\s[A-ZÁÉÍÓÚ][\w-]+){{0,4}})"
    )
    return pattern, words


@cache
def _appositions() -> tuple[Words, frozenset[str]]:
    data = tree("agency_context.toml")["appositions"]
    words = Words(word.replace("-", " ") for word in (*data["english"], *data["spanish"]))
    return words, frozenset(data["spanish"])


def find_introduced(text: str) -> list[Mention]:
    """AGENCY mentions after "NGO" and the like, or before "…, a non-profit"."""
    pattern, words = _introductions()
    apposed = [
        Mention(Label.AGENCY, start, end, rule="agency.apposed")
        for start, end in find_apposed(text, find_runs(text), *_appositions())
        if text[start:end].split(maxsplit=1)[0].lower() not in word_set("given_names")
    ]
    if not any(word in text for word in words):
        return apposed
    return apposed + [
        Mention(Label.AGENCY, *match.span("name"), rule="agency.introduced")
        for match in pattern.finditer(text)
        if not text[match.start() - 1 : match.start()].isalnum()
    ]
