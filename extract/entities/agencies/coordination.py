"""What "and" and commas join to a name: "Finance, Planning and Economic Development".

Fields of public business are joined, other bodies are not: "the Ministry of Health | and the
World Bank".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.agencies.run import LONGEST, OPENING
from extract.entities.names.lexicon import lexicon

if TYPE_CHECKING:
    from extract.entities.agencies.run import Run
    from extract.entities.names.lexicon import Head

_LINKS = frozenset({"of", "for", "on", "de", "del", "para"})
_LONGEST_ITEM = 4
_PUBLIC = frozenset({"ministry", "council", "agency", "office", "research_institute"})
"""Heads whose names list what they are for."""
_PLURALS = ("es", "ns", "rs", "ts", "ds", "ls", "ys", "ks", "fs", "as", "os")
_SHORTEST_PLURAL = 4


def after_and(run: Run, at: int, stop: int, head: Head) -> int:
    """Last token of what the conjunction before token ``at`` joins to the name.

    Args:
        run: the run.
        at: the token after the conjunction.
        stop: the last token of the name so far.
        head: its head noun.

    Returns:
        ``stop`` where nothing is joined; a name in quotes right after counts ("… y Nutrición
        «Salvador Zubirán»").
    """
    end = _joined(run, at, stop, head)
    if end > stop and run.low(end + 1) and run.low(end + 1) in OPENING:
        return max(end, run.closing_quote(end + 1))
    return end


def _joined(run: Run, at: int, stop: int, head: Head) -> int:
    words = lexicon()
    begin, apart = _conjunct_start(run, at, head)
    end = begin
    while run.is_capital(end) and not run.ends_name(end) and end < begin + LONGEST:
        end += 1
    if begin == end:
        return stop
    if run.low(begin) in words.regions:
        return begin
    apart = apart or run.is_nation(begin)
    if any(_is_body(run, n, apart=apart) for n in range(begin, end)):
        return stop
    if not _is_one_name(run, stop, begin, end, head, apart=apart):
        return stop
    for n in range(begin + 1, end):
        if run.low(n) in words.outcomes or (head.language == "en" and run.breaks(n)):
            return n - 1
    return end - 1


def _is_one_name(run: Run, stop: int, begin: int, end: int, head: Head, *, apart: bool) -> bool:
    """Whether the words from ``begin`` on go on the name that ends at ``stop`` so far.

    Both sides name fields, or those of a public body are two of a kind that no list knows:
    "Ports and Inland Waterways", "Hajj and Umrah".
    """
    words, before = lexicon(), run.low(stop)
    if words.is_adjective(before) and not words.is_field(before) and not run.is_nation(stop):
        return True
    if run.fits(stop):
        if _names_field(run, begin, end):
            return True
        return head.type in _PUBLIC and (_is_plural(run, end - 1) or _has_place(run, begin, end))
    if head.type not in _PUBLIC or (apart and head.language == "en") or run.is_shouted:
        return False
    if not run.is_plain(stop) or any(run.low(n) in words.titles for n in (stop, end)):
        return False
    if head.type == "office" and any(run.head(n)[1] for n in range(begin, end)):
        return False
    if _names_field(run, begin, end) or _is_plural(run, begin):
        return True
    if head.type == "office":
        return False
    return end == begin + 1 and run.is_plain(begin) and not apart


def _has_place(run: Run, begin: int, end: int) -> bool:
    """Whether one unknown noun goes on with its place: "y **Hábitat de** Córdoba"."""
    return end == begin + 1 and run.is_plain(begin) and run.low(end) == "de"


def _is_plural(run: Run, at: int) -> bool:
    """Whether the word at ``at`` is the plural of a noun: "Waterways", "Sitios"."""
    low = run.low(at)
    return (
        len(low) > _SHORTEST_PLURAL
        and low.endswith(_PLURALS)
        and run.is_plain(at)
        and low not in lexicon().given_names
    )


def _conjunct_start(run: Run, at: int, head: Head) -> tuple[int, bool]:
    """First word of the conjunct, and whether an article or "of" sets it apart as its own."""
    begin = run.after_articles(at)
    apart = begin > at
    if run.low(begin) in _LINKS:
        after = run.after_articles(begin + 1)
        apart = apart or head.language == "en" or run.low(begin) == "del" or after > begin + 1
        begin = after
    return begin, apart


def _is_body(run: Run, at: int, *, apart: bool) -> bool:
    """Whether the word at ``at`` makes a body of its own of the phrase it stands in."""
    head, words = run.head(at)[1], lexicon()
    if head is None:
        return apart and (run.low(at) in words.plurals or run.low(at) in words.governments)
    if not apart and words.is_field(run.low(at)) and run.low(at + 1) not in words.prepositions:
        return False  # "Department of Finance and Administration"
    return apart or head.strength == "strong"


def _names_field(run: Run, begin: int, end: int) -> bool:
    """Whether one of the first two words names a field, or bears on one."""
    words = lexicon()
    lows = [run.low(n) for n in range(begin, min(end, begin + 2))]
    return any(words.is_field(w) or words.is_adjective(w) or w in words.levels for w in lows)


def after_comma(run: Run, stop: int) -> int:
    """Last token of a list of fields that goes on at ``stop`` with a comma and has an "and".

    The first and the last must be fields; what stands between may be anything short.
    """
    conjunctions, at = lexicon().conjunctions, stop + 1
    if not run.fits(stop):
        return stop
    while run.low(at) == "," and at < stop + LONGEST:
        closing = run.low(at + 1) in conjunctions
        begin = at + 1 + closing
        at = _item_end(run, begin)
        if at == begin:
            return stop
        if not closing and run.low(at) in conjunctions:
            closing, begin = True, at + 1
            at = _item_end(run, begin)
        if closing:
            fits = any(run.fits(n) for n in range(begin, min(at, begin + 2)))
            return at - 1 if fits else stop
    return stop


def _item_end(run: Run, begin: int) -> int:
    """Token after the item of a list that starts at ``begin``; ``begin`` where none does."""
    at = first = run.after_articles(begin)
    while run.is_capital(at) and run.head(at)[1] is None:
        if run.ends_name(at):
            return begin
        if at > first and run.breaks(at):
            break
        at += 1
    return at if 0 < at - first <= _LONGEST_ITEM else begin


def field_phrase(run: Run, at: int) -> tuple[int, int] | None:
    """First and last token of a field from token ``at`` on ("of Economy", "Health")."""
    if run.low(at) in lexicon().prepositions:
        at += 1
    at = end = run.after_articles(at)
    while run.is_capital(end) and run.fits(end):
        end += 1
    return (at, end - 1) if end > at and not run.is_nation(at) else None
