"""A run of capitalised words as the grammar sees it: its words, and what each can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extract.entities.names.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.entities.names.lexicon import Head
    from extract.entities.names.runs import Token

OPENING, CLOSING = '"“«', '"”»'
QUOTES = frozenset(OPENING + CLOSING)
LONGEST = 32
"""Most tokens of a name on either side of its head; no real one has two thirds of them."""


@dataclass(frozen=True)
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

    def low(self, at: int) -> str:
        """The word at ``at`` in lower case; empty past the end."""
        return self.tokens[at].low if at < len(self.tokens) else ""

    def is_capital(self, at: int) -> bool:
        """Whether there is a capitalised word at ``at``."""
        return at < len(self.tokens) and self.tokens[at].capital

    def is_nation(self, at: int) -> bool:
        """Whether the word at ``at`` names a country."""
        return self.nation(self.tokens[at].start)

    @cached_property
    def is_shouted(self) -> bool:
        """Whether all of it is in capitals, so that they tell nothing."""
        return (
            len(self.tokens) > 2 and self.text[self.tokens[0].start : self.tokens[-1].end].isupper()
        )

    def head(self, at: int) -> tuple[int, Head | None]:
        """The head noun that starts at token ``at`` and how many tokens it has."""
        words = lexicon()
        if not self.is_capital(at):
            return 0, None
        for size in (4, 3, 2) if self.tokens[at].full in words.phrase_openers else ():
            phrase = tuple(t.full for t in self.tokens[at : at + size])
            head = words.phrases.get(phrase)
            if head is not None:
                return len(phrase), head
        heads = words.heads.get(self.tokens[at].low)
        if not heads:
            return 1, None
        return 1, next((h for h in heads if h.language == self.language), heads[0])

    def after_articles(self, at: int) -> int:
        """First token from ``at`` on that is no article."""
        articles = lexicon().articles
        while self.low(at) in articles and not self.is_capital(at):
            at += 1
        return at

    def is_phrase(self, at: int) -> bool:
        """Whether the head at ``at`` ends a phrase that names no body ("Freedom of Assembly")."""
        token, names, longest = self.tokens[at], lexicon().no_names, lexicon().longest_phrase
        before = self.text[max(0, token.end - longest) : token.end].lower()
        after = self.text[token.start : token.start + longest].lower()
        return before.endswith(names) or after.startswith(names)

    def is_plain(self, at: int) -> bool:
        """Whether the word at ``at`` is a capitalised noun, no acronym and no country."""
        token = self.tokens[at]
        word = self.text[token.start : token.end]
        return word.isalpha() and word[1:].islower() and not self.nation(token.start)

    def fits(self, at: int) -> bool:
        """Whether the word at ``at`` says what a public body is for: a field, level or nation."""
        words, low = lexicon(), self.low(at)
        return (
            words.is_field(low)
            or words.is_adjective(low)
            or low in words.levels
            or self.is_nation(at)
        )

    def ends_name(self, at: int) -> bool:
        """Whether no name goes on over the word at ``at``: a title, a verb, a possessive."""
        words, token = lexicon(), self.tokens[at]
        if token.possessive:
            return token.low not in words.possessives
        if token.low == "chief" and words.is_adjective(self.low(at + 1)):
            return False  # "Chief Administrative Office"
        return token.low in words.titles or token.low in words.verbs

    def breaks(self, at: int) -> bool:
        """Whether a stranger follows a field or a nation ("Bureau for Asia | Michael")."""
        words, before = lexicon(), self.low(at - 1)
        attribute = words.is_adjective(before) and not words.is_field(before)
        if (attribute or before in words.levels) and not self.is_nation(at - 1):
            return False  # an adjective waits for its noun
        if not self.is_capital(at + 1) and self.low(at).endswith("s") and words.is_field(before):
            return False  # "Committee on Immunization Practices"
        return self.fits(at - 1) and not self.fits(at) and self.head(at)[1] is None

    def closing_quote(self, at: int) -> int:
        """Token that closes the quotation opened at ``at``; -1 where it stays open."""
        after = range(at + 1, min(at + LONGEST, len(self.tokens)))
        return next((n for n in after if self.low(n) in CLOSING), -1)

    def opening_quote(self, at: int) -> int:
        """Token that opens the quotation closed at ``at``; ``at`` where none does."""
        return next(
            (n for n in range(at - 1, max(-1, at - LONGEST), -1) if self.low(n) in QUOTES), at
        )
