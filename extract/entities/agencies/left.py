"""Where an English name starts: the modifiers before its head noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.agencies.run import LONGEST, OPENING, QUOTES
from extract.entities.names.lexicon import lexicon

if TYPE_CHECKING:
    from extract.entities.agencies.run import Run

_GLUED = "The"
"""Ends a heading's last word where an extractor lost the line break ("GrowthThe Bank of …")."""


def left_edge(run: Run, at: int) -> int:
    """First token of the modifiers before the English head at token ``at``."""
    first = at
    while first > max(0, at - LONGEST):
        if run.low(first - 1) in QUOTES:
            first = run.opening_quote(first - 1)
        elif _belongs(run, first):
            first -= 1
        else:
            break
    while first < at and (_opens(run, first) or _stays_open(run, first, at)):
        first += 1
    return first


def _belongs(run: Run, first: int) -> bool:
    """Whether the word before token ``first`` is part of the name."""
    words, before = lexicon(), run.tokens[first - 1]
    if before.capital:
        if run.text.endswith(_GLUED, before.start + 1, before.end):
            return False
        return not run.ends_name(first - 1) and not run.taken(before.start)
    if first < 2 or not run.is_capital(first - 2):
        return False
    if before.low == ",":
        return _lists(run, first)
    if before.low in words.conjunctions:
        return _joins(run, first)
    if run.is_nation(first - 1) and run.is_nation(first):
        return True  # the "of" of "Republic of Korea"
    return run.language == "en" and before.low in words.inside


def _lists(run: Run, first: int) -> bool:
    """Whether the comma before token ``first`` is one of a list of fields that an "and" closes.

    "the **Housing, Land and Water** Department": all of it follows an article.
    """
    if not run.fits(first) or run.low(first + 1) not in {*lexicon().conjunctions, ","}:
        return False
    item = first - 2
    return (
        run.fits(item)
        and not run.is_nation(item)
        and (_after_article(run, item) or run.low(item - 1) == ",")
    )


def _joins(run: Run, first: int) -> bool:
    """Whether the conjunction before token ``first`` joins two modifiers ("Food and Drug")."""
    words, before = lexicon(), run.tokens[first - 2]
    if before.possessive or run.head(first - 2)[1] is not None or run.is_nation(first):
        return False
    if run.low(first - 1) == "&":
        return True
    if _after_article(run, first - 2) and words.is_field(run.low(first)):
        return not run.is_nation(first - 2)
    if run.is_nation(first - 2):
        return words.is_adjective(before.low) or before.low.endswith("an")
    if first > 2 and run.is_capital(first - 3):
        led = run.tokens[first - 3]
        if led.low in words.levels or (not led.possessive and _is_of_nation(run, first)):
            return True
    return run.fits(first - 2)


def _is_of_nation(run: Run, first: int) -> bool:
    """Whether a country leads both conjuncts, the second at ``first``: "Kenya Tea and Coffee"."""
    plain = run.is_plain(first - 2) and run.is_plain(first)
    return plain and run.is_nation(first - 3) and run.low(first) not in lexicon().levels


def _after_article(run: Run, at: int) -> bool:
    """Whether token ``at`` is the first word after "the": "the Truth and Reconciliation …"."""
    if at == 1:
        return run.low(0) == "the"
    return at == 0 and run.text.endswith("the ", 0, run.tokens[at].start)


def _opens(run: Run, at: int) -> bool:
    """Whether the word at ``at`` stands before the name and is no part of it."""
    if not run.is_capital(at):
        return run.low(at) not in OPENING
    return run.low(at).endswith("-based") or lexicon().opens(run.low(at), run.low(at + 1))


def _stays_open(run: Run, first: int, at: int) -> bool:
    """Whether token ``first`` is a quote that stays open before the head at ``at``."""
    inside = range(first + 1, at)
    return run.low(first) in QUOTES and not any(run.low(n) in QUOTES for n in inside)
