r"""Mentions: what the finders find, as characters of the text, and what is known beside them.

Characters are the truth and tokens a view of them: real text glues words together
(``Partnership:The``, ``\$320``), and the contract's offsets must hold there too.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.schema import (
    Agency,
    Block,
    DateInterval,
    Label,
    Metadata,
    Money,
    Record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(slots=True)
class Mention:
    """One mention of an entity: ``text[start:end]``.

    Attributes:
        label: what it is.
        start, end: characters of the document, half open.
        rule: id of the pattern, list or grammar that found it.
        money, date, country, agency: the normalised value, by label; ``None`` if unknown.
        ref: the body it names (AGENCY, COMPANY), the same for all its mentions.
    """

    label: Label
    start: int
    end: int
    rule: str = ""
    money: Money | None = None
    date: DateInterval | None = None
    country: str | None = None
    agency: Agency | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a layout piece that stands for one (heading, list item, table cell).

    Attributes:
        start, end: characters of the document, without surrounding white space.
        language: ``en`` or ``es``.
        block: index of the block it lies in.
    """

    start: int
    end: int
    language: str
    block: int


@dataclass(slots=True)
class State:
    """Everything the components know of a document."""

    metadata: Metadata = field(default_factory=Metadata)
    blocks: tuple[Block, ...] = ()
    segments: list[Segment] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)


def zones(segments: Iterable[Segment], length: int) -> Iterator[tuple[int, int, str]]:
    """Maximal runs of one language, as (start, end, language), covering the text from 0 to length.

    >>> list(zones([Segment(0, 4, "en", 0), Segment(5, 9, "en", 0), Segment(10, 14, "es", 1)], 15))
    [(0, 10, 'en'), (10, 15, 'es')]
    """
    start, language = 0, ""
    for segment in segments:
        if language and segment.language != language:
            yield start, segment.start, language
            start = segment.start
        language = segment.language
    yield start, length, language or "en"


_PRECEDENCE = {label: -rank for rank, label in enumerate(
    (Label.MONEY, Label.DATE, Label.AGENCY, Label.COMPANY, Label.COUNTRY)
)}  # fmt: skip


def merge(old: Iterable[Mention], new: Iterable[Mention]) -> list[Mention]:
    """All mentions that can stand together, in text order (guidelines §1: spans never overlap).

    Where two overlap the longer one stays, of two equals the one whose label is surer.
    """
    kept: list[Mention] = []
    crowd: list[Mention] = []  # mentions that overlap, directly or by way of others
    reach = 0
    for mention in sorted((*old, *new), key=_start):
        if mention.start >= reach:
            kept += crowd if len(crowd) < 2 else _longest(crowd)
            crowd = [mention]
            reach = mention.end
        else:
            crowd.append(mention)
            if mention.end > reach:
                reach = mention.end
    return kept + _longest(crowd)


_start = attrgetter("start")


def _longest(crowd: list[Mention]) -> list[Mention]:
    """Of overlapping mentions those that win over the others, in text order."""
    ranked = sorted(
        crowd, key=lambda m: (m.end - m.start, _PRECEDENCE[m.label], -m.start), reverse=True
    )
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in ranked:
        at = bisect_right(starts, mention.start)
        if at and kept[at - 1].end > mention.start:
            continue
        if at < len(kept) and kept[at].start < mention.end:
            continue
        starts.insert(at, mention.start)
        kept.insert(at, mention)
    return kept
