"""Where a name ends: the complements after its head noun, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.agencies.coordination import after_and, after_comma
from extract.entities.agencies.run import LONGEST, QUOTES
from extract.entities.names.lexicon import lexicon

if TYPE_CHECKING:
    from extract.entities.agencies.run import Run
    from extract.entities.names.lexicon import Head

_PUBLIC = frozenset({"ministry", "council", "agency", "legislature", "office"})
_ACADEMIC = frozenset({"university", "research_institute", "hospital"})
_PARTS = frozenset({"agency", "office", "centre", "research_institute", "university", "forum"})
"""Heads of bodies that are part of another: its name goes on in theirs."""
_NEAR = 8
"""How many tokens before a place the nation of an office abroad stands at most."""


def right_edge(run: Run, last: int, head: Head) -> int:
    """Last token of the complements after the head that ends at token ``last``."""
    stop = last
    if head.language == "es":
        stop = _phrase(run, last + 1, head, stop)
    end = min(len(run.tokens), last + LONGEST)
    while not run.tokens[stop].possessive and stop + 1 < end:
        further = _further(run, stop, last, head)
        if further == stop:
            break
        stop = further
    return stop


def _further(run: Run, stop: int, last: int, head: Head) -> int:
    """Last token of what goes on after token ``stop``; ``stop`` where nothing does."""
    words, following = lexicon(), run.low(stop + 1)
    if run.is_capital(stop + 1):
        slip = head.language == "en" and head.type == "ministry" and stop == last
        return _phrase(run, stop + 1, head, stop) if slip and words.is_field(following) else stop
    if stop > last or run.low(stop) in words.fields:  # "Chamber of Commerce | and Industry"
        if following in words.conjunctions:
            return after_and(run, stop + 2, stop, head)
        if following == ",":
            closed = any(run.low(n) in words.conjunctions for n in range(last, stop))
            return stop if closed else after_comma(run, stop)
    if not _prepares(run, stop + 1, head):
        return stop
    at = run.after_articles(stop + 2)
    size, inner = run.head(at)
    state = inner is not None and run.is_nation(at + size - 1)  # "of the Russian Federation"
    if inner is not None and not state and not _may_hold(run, head, inner, at + size):
        return stop
    end = _phrase(run, at, head, stop)
    aimed = following in ("for", "para")
    return stop if aimed and _is_apart(run, at, end, head) else end


def _is_apart(run: Run, at: int, end: int, head: Head) -> bool:
    """Whether what "for" opens is a programme's name or a country served, no part of the name."""
    words, after = lexicon(), run.low(end + 1)
    if after in words.outcomes and not words.is_field(after):
        return True
    served = all(run.is_nation(n) for n in range(at, end + 1) if run.is_capital(n))
    return head.type != "office" and served


def _prepares(run: Run, at: int, head: Head) -> bool:
    """Whether the word at ``at`` opens a complement of ``head``."""
    follower = run.after_articles(at + 1)
    if follower >= len(run.tokens):
        return False
    words, word = lexicon(), run.low(at)
    if word == "at":
        return head.type == "university" and run.low(at - 1) not in words.heads
    if word in ("in", "en", "a", "al"):
        return _takes_place(run, follower, head, word)
    if word == "to":
        begins = run.head(at - 1)[1] is not None and not run.is_nation(follower)
        return head.type == "embassy" or (begins and head.type != "legislature")
    if word == "on":
        return head.type not in ("legislature", "fund")
    return word in words.prepositions and word != "por"


def _takes_place(run: Run, follower: int, head: Head, word: str) -> bool:
    """Whether "in" goes on: an embassy's place, a chamber's country, anybody's field."""
    if word in ("in", "en") and head.type == "embassy":
        return True
    if head.type in ("chamber", "office") and run.is_nation(follower):
        return True
    if head.language == "es" and head.type in ("office", "centre"):
        before = range(max(0, follower - _NEAR), follower - 1)
        if any(map(run.is_nation, before)):  # "Oficina Comercial del Perú en Tokio"
            return True
    return run.low(follower) in lexicon().fields and not run.is_nation(follower)


def _may_hold(run: Run, head: Head, inner: Head, after: int) -> bool:
    """Whether a name with ``head`` goes on over "of the" and another body's name.

    An office, a centre or a directorate is part of its parent's name; a council, an agency or a
    committee that stands by itself is not.
    """
    if inner.strength != "strong" or inner.language != head.language or inner.type in _ACADEMIC:
        return True
    named = after < len(run.tokens) and not run.is_capital(after)
    return not named or head.type in _PARTS or head.language == "es"


def _phrase(run: Run, at: int, head: Head, stop: int) -> int:
    """Last of the capitalised words from token ``at`` on; ``stop`` where there are none."""
    first, before = at, stop
    while at < min(len(run.tokens), first + LONGEST):
        if run.low(at) in QUOTES:
            at = run.closing_quote(at)
            if at < 0:
                break
        elif _is_officer(run, first, at):
            return before
        elif _ends(run, first, at, head):
            break
        stop = at
        if run.tokens[at].possessive:
            break
        at += 1
    return stop


def _is_officer(run: Run, first: int, at: int) -> bool:
    """Whether a country is followed by its officer: "of the U.S. | Attorney"."""
    return at == first + 1 and run.low(at) in lexicon().titles and run.is_nation(first)


def _ends(run: Run, first: int, at: int, head: Head) -> bool:
    """Whether the phrase that starts at ``first`` ends before token ``at``."""
    words, token = lexicon(), run.tokens[at]
    if not token.capital or token.low in words.verbs or run.taken(token.start):
        return True
    if token.low in words.titles and not _is_named_so(token.low, head, first=at == first):
        return True
    if at == first:
        return False
    if run.is_shouted and not run.fits(at):
        return True
    if head.type in _PUBLIC and head.language == "en" and run.breaks(at):
        return True
    plan = token.low in words.outcomes and token.low not in words.programs
    if head.type == "office" and token.low == "policy":
        return False  # "Office of Information Policy"
    return plan and run.low(at - 1) not in words.levels


def _is_named_so(title: str, head: Head, *, first: bool) -> bool:
    """Whether a title is part of the name: "Office of the President", "Consejo Coordinador"."""
    adjective = title.endswith("or") or title == "fiscal"
    return head.type == "office" or (first and head.language == "es" and adjective)
