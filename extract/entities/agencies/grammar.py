"""Names that no list holds, by structure: a head noun with what stands before and after it.

English names grow to both sides of the head ("**Korea Advanced** Institute **of Science and
Technology**"), Spanish ones to the right ("Instituto **Nacional de Ecología**"). The word classes
are data (``agency_heads.toml``, ``agency_context.toml``); guidelines §1, AGENCY.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.agencies.lexicon import Head, Lexicon, lexicon
from extract.entities.agencies.runs import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from extract.entities.agencies.runs import Token

_KEPT_POSSESSIVES = frozenset({"children", "women", "people", "workers", "farmers", "veterans", "peoples", "men", "girls", "lawyers", "nurses", "prosecutor", "prosecutors", "attorney", "attorneys", "sheriff", "general", "minister", "president", "governor", "mayor", "bar", "physicians", "teachers", "driver", "king", "queen", "officers", "employees", "consumers", "states"})  # fmt: skip
_EVENT_AFTER = "outcomes"


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by structure.

    Attributes:
        start, end: characters of the document.
        head: its head noun.
        word: the head as written, in lower case.
    """

    start: int
    end: int
    head: Head
    word: str


class Parser:
    """Parses runs of one document.

    Args:
        text: the document.
        nations: tells whether a character offset lies in a country mention.
    """

    def __init__(self, text: str, nations: Callable[[int], bool]) -> None:
        self.text, self.nations, self.words = text, nations, lexicon()

    def names(self, start: int, end: int) -> Iterator[Name]:
        """Names in the run ``text[start:end]``, left to right."""
        run = tokens(self.text, start, end)
        at = 0
        while at < len(run):
            found = self._name_at(run, at)
            if found is None:
                at += 1
                continue
            name, at = found
            if name is not None:
                yield name

    def _name_at(self, run: Sequence[Token], at: int) -> tuple[Name | None, int] | None:
        size, head = self._head(run, at)
        if head is None:
            return None
        if head.language == "en":
            return self._english(run, at, size, head)
        return self._spanish(run, at, size, head)

    def _head(self, run: Sequence[Token], at: int) -> tuple[int, Head | None]:
        """The head that starts at token ``at`` and how many tokens it has."""
        words = self.words
        if not run[at].capital:
            return 0, None
        for size in (4, 3, 2):
            phrase = tuple(t.low for t in run[at : at + size])
            head = words.phrases.get(phrase) if len(phrase) == size else None
            if head is not None:
                return size, head
        return 1, words.heads.get(run[at].low)

    # English -----------------------------------------------------------------------------------

    def _english(
        self, run: Sequence[Token], at: int, size: int, head: Head
    ) -> tuple[Name | None, int]:
        last = at + size - 1
        while last + 1 < len(run) and not run[last].possessive:
            more, further = self._head(run, last + 1)
            if further is None or further.language != "en":
                break
            last, head = last + more, further
        first = self._left(run, at)
        stop = last if run[last].possessive else self._right(run, last, head)
        follower = run[stop + 1] if stop + 1 < len(run) else None
        if follower is not None and follower.low in self.words.outcomes and stop == last and not run[last].possessive:
            return None, stop + 1
        if not self._enough(run, first, at, last, stop, head):
            return None, last + 1
        return Name(run[first].start, run[stop].end, head, run[last].low), stop + 1

    def _left(self, run: Sequence[Token], at: int) -> int:
        """First token of the modifiers that end before token ``at``."""
        words, first = self.words, at
        while first > 0:
            token = run[first - 1]
            if token.capital:
                if token.possessive and token.low not in _KEPT_POSSESSIVES:
                    break
                if token.low in words.titles and not token.possessive:
                    break
                first -= 1
            elif token.low in words.conjunctions and first > 1 and self._joins(run, first):
                first -= 1
            elif token.low in "\"“«”»" and first > 1 and run[first - 2].capital:
                first -= 1
            else:
                break
        while first < at and (run[first].low in words.openers or not run[first].capital and run[first].low not in "\"“«"):
            first += 1
        return first

    def _joins(self, run: Sequence[Token], first: int) -> bool:
        """Whether the conjunction before token ``first`` joins two fields ("Food and Drug")."""
        before, after = run[first - 2], run[first]
        return (
            before.capital
            and not before.possessive
            and self.words.is_field(before.low)
            and self.words.is_field(after.low)
        )

    # Spanish -----------------------------------------------------------------------------------

    def _spanish(
        self, run: Sequence[Token], at: int, size: int, head: Head
    ) -> tuple[Name | None, int]:
        stop = self._right(run, at + size - 1, head)
        if not self._enough(run, at, at, at + size - 1, stop, head):
            return None, at + size
        return Name(run[at].start, run[stop].end, head, run[at].low), stop + 1

    # Both --------------------------------------------------------------------------------------

    def _right(self, run: Sequence[Token], last: int, head: Head) -> int:
        """Last token of the name whose head ends at token ``last``."""
        stop = last
        if head.language == "es":
            stop = self._phrase(run, last + 1, head, stop)
        while True:
            further = self._complement(run, stop, head)
            if further == stop:
                return stop
            stop = further

    def _complement(self, run: Sequence[Token], stop: int, head: Head) -> int:
        """Last token of the complement after token ``stop``; ``stop`` where there is none."""
        words, at = self.words, stop + 1
        if run[stop].possessive or at >= len(run):
            return stop
        token = run[at]
        if token.capital or token.low not in words.prepositions:
            if head.language == "en" and token.low in ("in", "at") and self._takes_place(run, stop, head, token.low):
                pass
            else:
                return self._coordinate(run, stop, head)
        elif head.language == "en" and token.low == "in" and not self._takes_place(run, stop, head, "in"):
            return stop
        at += 1
        while at < len(run) and run[at].low in words.articles and not run[at].capital:
            at += 1
        return self._phrase(run, at, head, stop)

    def _takes_place(self, run: Sequence[Token], stop: int, head: Head, word: str) -> bool:
        if word == "at":
            return head.type == "university" and run[stop].low not in ("college",) and False
        return head.type == "embassy"

    def _phrase(self, run: Sequence[Token], at: int, head: Head, stop: int) -> int:
        """Last of the capitalised words from token ``at`` on; ``stop`` where there are none."""
        words, first = self.words, at
        while at < len(run):
            token = run[at]
            if token.low in "\"“«":
                at += 1
                continue
            if not token.capital or token.low in words.verbs:
                break
            if token.low in words.titles and at > first:
                break
            stop = at
            if at + 1 < len(run) and run[at + 1].low in "\"”»":
                stop = at = at + 1
            if token.possessive:
                break
            at += 1
        return stop

    def _coordinate(self, run: Sequence[Token], stop: int, head: Head) -> int:
        """Last token of the fields joined to the one at ``stop`` by "and" or commas."""
        words, at = self.words, stop + 1
        if not words.is_field(run[stop].low) and not run[at].low == "&":
            return stop
        if run[at].low == ",":
            return self._list(run, stop)
        if run[at].low not in words.conjunctions:
            return stop
        return self._conjunct(run, at + 1, stop, head)

    def _conjunct(self, run: Sequence[Token], at: int, stop: int, head: Head) -> int:
        words = self.words
        while at < len(run) and not run[at].capital and (run[at].low in words.articles or run[at].low in ("of", "de", "del", "para", "for", "on")):
            at += 1
        if at >= len(run) or not run[at].capital or self._head(run, at)[1] is not None:
            return stop
        end = self._phrase(run, at, head, stop)
        inside = run[at : end + 1]
        if not any(words.is_field(t.low) for t in inside[:2]):
            return stop
        return end

    def _list(self, run: Sequence[Token], stop: int) -> int:
        """Last token of a list of fields that goes on at ``stop`` with a comma and has an "and"."""
        words, at = self.words, stop + 1
        closing = False
        while at < len(run):
            if run[at].low == ",":
                at += 1
            if at < len(run) and run[at].low in words.conjunctions:
                closing, at = True, at + 1
            begin = at
            while at < len(run) and run[at].capital and run[at].low not in words.verbs:
                at += 1
            if at == begin or not any(words.is_field(t.low) for t in run[begin:at][:2]):
                return stop
            if closing:
                return at - 1
        return stop

    def _enough(
        self, run: Sequence[Token], first: int, at: int, last: int, stop: int, head: Head
    ) -> bool:
        """Whether a head with these modifiers and complements names an institution."""
        if first == at and stop == last:
            return False
        if head.strong:
            return True
        around = (*run[first:at], *run[last + 1 : stop + 1])
        return any(
            t.low in self.words.levels or self.words.is_field(t.low) or self.nations(t.start)
            for t in around
            if t.capital
        )
