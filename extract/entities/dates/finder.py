"""Finding dates: the scan, the grammar, the filters and the context put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.dates.around import around
from extract.entities.dates.context import Context
from extract.entities.dates.filters import is_date
from extract.entities.dates.grammar import grammar
from extract.entities.dates.lexer import fold
from extract.entities.dates.ranges import since
from extract.entities.dates.scan import chains
from extract.entities.mentions import Mention, zones
from extract.schema import DateInterval, Label, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.dates.calendar import Stretch
    from extract.entities.dates.figure_tokens import Token
    from extract.entities.dates.grammar import Candidate
    from extract.entities.dates.points import Expression
    from extract.entities.dates.scan import Chain
    from extract.entities.mentions import State


_LOOK = 6
"""Tokens looked at on each side of a mention."""
_YIELD = ("edge", "weekday.number", "weekday.side", "full.month_number", "hence")
"""Rules that may be no date while a part of their words is one: "las finales de 2006"."""


def find_dates(
    text: str,
    language: str,
    *,
    metadata: Metadata | None = None,
    start: int = 0,
    end: int | None = None,
) -> list[Mention]:
    """All dates of ``text[start:end]``, in text order.

    Args:
        text: the document.
        language: ``en`` or ``es``.
        metadata: its publication date resolves relative dates, its publisher the order of figures
            and fiscal years.
        start: first character to search; the words around still count as context.
        end: where to stop.

    >>> import datetime as dt
    >>> known = Metadata(published=dt.date(2025, 5, 19))
    >>> for m in find_dates("Signed last week, due by the end of 2026.", "en", metadata=known):
    ...     print(m.start, m.end, m.date.edtf)
    7 16 2025-05-12/2025-05-18
    29 40 2026-12-31
    """
    context = Context(text, metadata or Metadata(), language)
    return list(_find(fold(text), context, start, len(text) if end is None else end))


def annotate(text: str, state: State) -> list[Mention]:
    """All dates of a document, each part read in its own language."""
    low = fold(text)
    found: list[Mention] = []
    context = Context(text, state.metadata, "en")
    for start, end, language in zones(state.segments, len(text)):
        context.language = language if language in ("en", "es") else "en"
        found.extend(_find(low, context, start, end))
    return found


def _find(low: str, context: Context, start: int, end: int) -> Iterator[Mention]:
    text, language = context.text, context.language
    for chain in chains(text, low, language, start, end):
        candidates = grammar(language).candidates(chain.codes)
        at = 0
        while at < len(candidates):
            reached, mention = _read(candidates[at], chain, context)
            if mention is not None:
                yield mention
            at = max(reached, at + 1)


def _read(
    candidates: tuple[Candidate, ...], chain: Chain, context: Context
) -> tuple[int, Mention | None]:
    """How far the longest candidate reaches that makes sense, and the mention if it is a date."""
    for candidate in candidates:
        expression = grammar(context.language).build(candidate, chain.tokens)
        if expression is None:
            continue
        mention = _mention(candidate, expression, chain, context)
        if mention is not None or candidate.rule.id not in _YIELD:
            return candidate.end, mention
    return 0, None


def _mention(
    candidate: Candidate, expression: Expression, chain: Chain, context: Context
) -> Mention | None:
    text, language = context.text, context.language
    start, end = _start(chain.tokens[candidate.start], text), chain.tokens[candidate.end - 1].end
    before = chain.codes[max(0, candidate.start - _LOOK) : candidate.start]
    own = chain.codes[candidate.start : candidate.end]
    after = chain.codes[candidate.end : candidate.end + _LOOK]
    if not is_date(candidate.rule.id, around(text, start, end, language), before, own):
        return None
    stretch = _resolve(expression, context, start, end)
    if stretch is not None:
        context.note(stretch, end, explicit=any(code in "YNLI" for code in own))
        if stretch.start and not _has_end(candidate, own) and _opens(before, after):
            stretch = since(stretch)
    return Mention(Label.DATE, start, end, rule=f"date.{candidate.rule.id}", date=_value(stretch))


def _start(token: Token, text: str) -> int:
    """Where a mention begins that begins with ``token``: "en la noche" without its preposition."""
    if token.code != "O":
        return token.start
    return token.end - len(text[token.start : token.end].rsplit(maxsplit=1)[-1])


def _value(stretch: Stretch | None) -> DateInterval | None:
    if stretch is None:
        return None
    return DateInterval(start=stretch.start, end=stretch.end, edtf=stretch.edtf)


def _resolve(expression: Expression, context: Context, start: int, end: int) -> Stretch | None:
    try:
        return expression.resolve(context.now(start, end))
    except (ValueError, OverflowError):  # beyond the years 1 to 9999
        return None


def _has_end(candidate: Candidate, own: str) -> bool:
    """Whether the words name two ends themselves: "from 13 to 17 May" is not open."""
    return candidate.rule.id.startswith("range") or bool(re.search("[r&]|[do]-", own))


def _opens(before: str, after: str) -> bool:
    """Whether "since" stands before, or "and beyond" behind (guidelines §1)."""
    before, after = before.rstrip("tUf"), after.lstrip(",")
    if before.endswith("S") or after.startswith("+"):
        return True
    return before.endswith("m") and after.startswith("n")
