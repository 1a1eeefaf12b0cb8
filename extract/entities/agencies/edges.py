"""Where a name built around a head noun starts and ends (guidelines §1: the whole name)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.names.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.entities.names.lexicon import Head
    from extract.entities.names.runs import Token

_QUOTES = '"“”«»'
_KEPT_POSSESSIVES = frozenset(
    [
        "attorney",
        "attorneys",
        "bar",
        "children",
        "consumers",
        "driver",
        "employees",
        "farmers",
        "general",
        "girls",
        "governor",
        "king",
        "lawyers",
        "mayor",
        "men",
        "minister",
        "nurses",
        "officers",
        "people",
        "peoples",
        "physicians",
        "president",
        "prosecutor",
        "prosecutors",
        "queen",
        "sheriff",
        "states",
        "teachers",
        "veterans",
        "women",
        "workers",
    ]
)
"""Possessives inside names ("Children's Fund"); any other splits ("Mexico's Senate")."""
_PUBLIC = frozenset({"ministry", "council", "agency", "legislature", "office"})
_PROGRAMS = frozenset({"programs", "programmes"})
"""Unlike one programme, these are what an office may be for ("Office of Justice Programs")."""
_LONGEST_ITEM = 4
_REGIONS = frozenset({"caribbean", "caribe", "pacific", "pacífico"})
"""What "Latin America and the …", "Asia y el …" go on with."""
_ACADEMIC = frozenset({"university", "research_institute", "hospital"})
_OFFICES = frozenset({"agency", "office", "centre", "research_institute", "university", "forum"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words with what is known about it.

    Attributes:
        text: the document.
        tokens: the words of the run.
        language: ``en`` or ``es``, of the text around.
        nation: tells whether a character offset lies in the name of a country.
        taken: tells whether a character offset lies in an amount or a date.
        numbered: whether a year or an ordinal stands before it ("2022 … Forum").
    """

    text: str
    tokens: Sequence[Token]
    language: str
    nation: Callable[[int], bool]
    taken: Callable[[int], bool]
    numbered: bool = False

    def head(self, at: int) -> tuple[int, Head | None]:
        """The head noun that starts at token ``at`` and how many tokens it has."""
        words = lexicon()
        if at >= len(self.tokens) or not self.tokens[at].capital:
            return 0, None
        for size in (3, 2):
            phrase = tuple(t.full for t in self.tokens[at : at + size])
            head = words.phrases.get(phrase)
            if head is not None:
                return len(phrase), head
        heads = words.heads.get(self.tokens[at].low)
        if not heads:
            return 1, None
        return 1, next((h for h in heads if h.language == self.language), heads[0])

    def fits(self, at: int) -> bool:
        """Whether the word at ``at`` can stand in a complement after a field or nation."""
        words, token = lexicon(), self.tokens[at]
        return (
            words.is_field(token.low)
            or words.is_adjective(token.low)
            or token.low in words.levels
            or self.nation(token.start)
        )


def left_edge(run: Run, at: int) -> int:
    """First token of the modifiers before the English head at token ``at``."""
    words, first = lexicon(), at
    while first > 0:
        before = run.tokens[first - 1]
        if before.capital:
            if _ends_before(before, words) or run.taken(before.start):
                break
        elif before.low in words.conjunctions:
            if first < 2 or not _joins(run, first):
                break
        elif before.low in _QUOTES:
            first = _opened(run, first - 1)
            continue
        else:
            break
        first -= 1
    while first < at and (_opens(run.tokens[first], words) or _unclosed(run, first, at)):
        first += 1
    return first


def _opened(run: Run, at: int) -> int:
    """Token that opens the quotation closed at ``at``; ``at`` where none does."""
    before = (n for n in range(at - 1, -1, -1) if run.tokens[n].low in _QUOTES)
    return next(before, at)


def _unclosed(run: Run, first: int, at: int) -> bool:
    """Whether token ``first`` is a quote that stays open before the head at ``at``."""
    return run.tokens[first].low in _QUOTES and not any(
        t.low in _QUOTES for t in run.tokens[first + 1 : at]
    )


def _ends_before(token: Token, words: Lexicon) -> bool:
    if token.possessive:
        return token.low not in _KEPT_POSSESSIVES
    return token.low in words.titles or token.low in words.verbs


def _opens(token: Token, words: Lexicon) -> bool:
    return token.low in words.openers or (not token.capital and token.low not in '"“«')


def _joins(run: Run, first: int) -> bool:
    """Whether the conjunction before token ``first`` joins two modifiers ("Food and Drug")."""
    words, before = lexicon(), run.tokens[first - 2]
    if not before.capital or before.possessive or run.head(first - 2)[1] is not None:
        return False
    if run.tokens[first - 1].low == "&":
        return True
    if _after_article(run, first - 2) and words.is_field(run.tokens[first].low):
        return not run.nation(before.start)
    if first > 2 and run.tokens[first - 3].capital and run.tokens[first - 3].low in words.levels:
        return True
    if run.nation(before.start):
        return words.is_adjective(before.low) or before.low.endswith("an")
    return (
        words.is_adjective(before.low) or words.is_field(before.low) or before.low in words.levels
    )


def _after_article(run: Run, at: int) -> bool:
    """Whether token ``at`` is the first word after "the": "the Truth and Reconciliation …"."""
    if at == 1:
        return run.tokens[0].low == "the"
    return at == 0 and run.text.endswith("the ", 0, run.tokens[at].start)


def right_edge(run: Run, last: int, head: Head) -> int:
    """Last token of the complements after the head that ends at token ``last``."""
    stop = last
    if head.language == "es":
        stop = _phrase(run, last + 1, head, stop)
    while not run.tokens[stop].possessive and stop + 1 < len(run.tokens):
        further = _complement(run, stop, last, head)
        if further == stop:
            break
        stop = further
    return stop


def _complement(run: Run, stop: int, last: int, head: Head) -> int:
    """Last token of what goes on after token ``stop``; ``stop`` where nothing does."""
    words, token = lexicon(), run.tokens[stop + 1]
    if token.capital:
        direct = head.language == "en" and head.type == "ministry" and words.is_field(token.low)
        return _phrase(run, stop + 1, head, stop) if direct and stop == last else stop
    listable = stop > last or run.tokens[stop].low in words.fields  # "Chamber of Commerce | and"
    if listable and token.low in words.conjunctions:
        return _conjunct(run, stop + 2, stop, head)
    if listable and token.low == ",":
        closed = any(t.low in words.conjunctions for t in run.tokens[last:stop])
        return stop if closed else _list(run, stop)
    if not _prepares(run, stop + 1, head):
        return stop
    at = _skip_articles(run, stop + 2)
    size, inner = run.head(at)
    if inner is not None and not _may_hold(head, inner, run, at + size):
        return stop
    return _phrase(run, at, head, stop)


def _prepares(run: Run, at: int, head: Head) -> bool:
    """Whether the word at ``at`` opens a complement of ``head``."""
    word = run.tokens[at].low
    if head.language == "en" and word == "in":
        follower = _skip_articles(run, at + 1)
        if follower >= len(run.tokens):
            return False
        if head.type == "embassy":
            return True
        nation = run.nation(run.tokens[follower].start)
        return head.type == "chamber" if nation else lexicon().is_field(run.tokens[follower].low)
    if head.language == "es" and word in ("a", "al", "en", "por"):
        return word == "en" and (
            head.type == "embassy"
            or (at + 1 < len(run.tokens) and lexicon().is_field(run.tokens[at + 1].low))
        )
    return word in lexicon().prepositions and (
        word not in ("to", "on") or head.type not in ("legislature", "fund")
    )


def _may_hold(head: Head, inner: Head, run: Run, after: int) -> bool:
    """Whether a name with ``head`` goes on over "of the" and another body's name.

    An office, a centre or a directorate is part of its parent's name; a council, an agency or a
    committee that stands by itself is not.
    """
    if inner.strength != "strong" or inner.language != head.language:
        return True
    if inner.type in _ACADEMIC:
        return True
    named = after < len(run.tokens) and not run.tokens[after].capital
    return not named or head.type in _OFFICES or head.language == "es"


def _skip_articles(run: Run, at: int) -> int:
    articles = lexicon().articles
    while at < len(run.tokens) and not run.tokens[at].capital and run.tokens[at].low in articles:
        at += 1
    return at


def _phrase(run: Run, at: int, head: Head, stop: int) -> int:
    """Last of the capitalised words from token ``at`` on; ``stop`` where there are none."""
    words, first = lexicon(), at
    while at < len(run.tokens):
        token = run.tokens[at]
        if token.low in _QUOTES:
            at = _quoted(run, at)
            if at < 0:
                break
            stop, at = at, at + 1
            continue
        if not token.capital or token.low in words.verbs or run.taken(token.start):
            break
        if at > first and (_ends_phrase(run, at, head) or _ends_with_outcome(run, at)):
            break
        if token.low in words.titles and head.type != "office":
            break
        stop = at
        if token.possessive:
            break
        at += 1
    return stop


def _ends_with_outcome(run: Run, at: int) -> bool:
    """Whether the word at ``at`` is a plan or an event the name before it belongs to."""
    words, low = lexicon(), run.tokens[at].low
    return (
        low in words.outcomes
        and low not in _PROGRAMS
        and run.tokens[at - 1].low not in words.levels
    )


def _quoted(run: Run, at: int) -> int:
    """Token that closes the quotation opened at ``at``; -1 where it stays open."""
    return next((n for n in range(at + 1, len(run.tokens)) if run.tokens[n].low in '"”»'), -1)


def _ends_phrase(run: Run, at: int, head: Head) -> bool:
    """Whether the name of a public body ends before token ``at``."""
    if head.type not in _PUBLIC or head.language == "es":
        return False
    return _breaks(run, at)


def _breaks(run: Run, at: int) -> bool:
    """Whether a stranger follows a field or a nation ("Bureau for Asia | Michael")."""
    words, before = lexicon(), run.tokens[at - 1]
    open_end = before.low in words.levels or (
        words.is_adjective(before.low) and not words.is_field(before.low)
    )
    if open_end and not run.nation(before.start):
        return False
    last = at + 1 >= len(run.tokens) or not run.tokens[at + 1].capital
    if last and run.tokens[at].low.endswith(("s", "ies")) and words.is_field(before.low):
        return False  # "Committee on Immunization Practices"
    return run.fits(at - 1) and not run.fits(at) and run.head(at)[1] is None


def _conjunct(run: Run, at: int, stop: int, head: Head) -> int:
    """Last token of what "and" joins to the words that end at ``stop``, with a name in quotes."""
    end = _joined(run, at, stop, head)
    if end > stop and end + 1 < len(run.tokens) and run.tokens[end + 1].low in '"“«':
        return max(end, _quoted(run, end + 1))
    return end


def _joined(run: Run, at: int, stop: int, head: Head) -> int:
    words, before = lexicon(), run.tokens[stop]
    begin = _skip_articles(run, at)
    if begin < len(run.tokens) and run.tokens[begin].low in (
        "of",
        "for",
        "de",
        "del",
        "para",
        "on",
    ):
        begin = _skip_articles(run, begin + 1)
    end = begin
    while (
        end < len(run.tokens)
        and run.tokens[end].capital
        and not _ends_before(run.tokens[end], words)
    ):
        end += 1
    if any(_is_body(run, n, article=begin > at) for n in range(begin, end)):
        return stop
    inside = run.tokens[begin:end]
    if not inside:
        return stop
    if inside[0].low in _REGIONS:
        return begin
    adjective = words.is_adjective(before.low) and not words.is_field(before.low)
    if not (adjective or run.fits(stop)):
        return stop
    if not (
        adjective or any(words.is_field(t.low) or words.is_adjective(t.low) for t in inside[:2])
    ):
        return stop
    return next(
        (
            n - 1
            for n in range(begin + 1, end)
            if (head.language == "en" and _breaks(run, n)) or inside[n - begin].low in words.outcomes
        ),
        end - 1,
    )


def _is_body(run: Run, at: int, *, article: bool) -> bool:
    """Whether the word at ``at`` makes a body of its own of the phrase it stands in."""
    head = run.head(at)[1]
    return head is not None and (article or head.strength == "strong")


def _list(run: Run, stop: int) -> int:
    """Last token of a list of fields that goes on at ``stop`` with a comma and has an "and".

    The first and the last must be fields; what stands between may be anything short.
    """
    words, at = lexicon(), stop + 1
    if not run.fits(stop):
        return stop
    while at < len(run.tokens) and run.tokens[at].low == ",":
        begin, closing = at + 1, False
        if begin < len(run.tokens) and run.tokens[begin].low in words.conjunctions:
            begin, closing = begin + 1, True
        at = _list_item(run, begin)
        if at == begin:
            return stop
        if not closing and at < len(run.tokens) and run.tokens[at].low in words.conjunctions:
            begin, closing = at + 1, True
            at = _list_item(run, begin)
        if closing:
            return at - 1 if any(run.fits(n) for n in range(begin, min(at, begin + 2))) else stop
    return stop


def _list_item(run: Run, begin: int) -> int:
    """Token after the item of a list that starts at ``begin``; ``begin`` where none does."""
    at = _skip_articles(run, begin)
    first = at
    while at < len(run.tokens) and run.tokens[at].capital and run.head(at)[1] is None:
        if _ends_before(run.tokens[at], lexicon()):
            return begin
        if at > first and _breaks(run, at):
            break
        at += 1
    return at if 0 < at - first <= _LONGEST_ITEM else begin


def field_phrase(run: Run, at: int) -> tuple[int, int] | None:
    """First and last token of a field of business from token ``at`` on ("of Economy", "Health")."""
    words = lexicon()
    if at < len(run.tokens) and run.tokens[at].low in words.prepositions:
        at += 1
    at = _skip_articles(run, at)
    end = at
    while end < len(run.tokens) and run.tokens[end].capital and run.fits(end):
        end += 1
    return (at, end - 1) if end > at else None
