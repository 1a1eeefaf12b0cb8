"""The words beside a mention, which tell whether it is a date."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extract.resources import tree

_SECOND = re.compile(r"([^\W\d_]+)\s{1,3}[^\W\d_]+\s{0,3}$")
_AFTER = re.compile(r"([^\S\n]*\n?[^\S\n]*)([^\W\d_]+|\S)")
_URL = re.compile(r"://|www\.|\.(?:com|org|net|gov|gob|int|html?|pdf|php)\b|@|[?&=_#%~\\]")
_URL_ENDS = frozenset(' \t\n\r\xa0()[]<>"“”«»')
_REACH = 30
"""Characters in which the word beside a mention is looked for."""


class Around(NamedTuple):
    """A mention and the words beside it.

    Attributes:
        text: the document.
        start, end: the mention's characters.
        language: ``en`` or ``es``.
        before, after: the word, or other character, next to it, in lower case; empty at the ends.
        before_capital, after_capital: whether that word is capitalised and on the same line.
        before_glued, after_glued: whether no space parts it from the mention.
    """

    text: str
    start: int
    end: int
    language: str
    before: str
    before_capital: bool
    before_glued: bool
    after: str
    after_capital: bool
    after_glued: bool

    @property
    def words(self) -> str:
        """The mention itself, its white space made single spaces."""
        return " ".join(self.text[self.start : self.end].split())

    @property
    def second_before(self) -> str:
        """The word before the word before, in lower case."""
        found = _SECOND.search(self.text, max(0, self.start - 2 * _REACH), self.start)
        return found[1].lower() if found else ""

    def follows(self, context: str) -> bool:
        """Whether the word before is one of a context's (``date_contexts.toml``)."""
        return self.before in _words(context, self.language)

    def precedes(self, context: str) -> bool:
        """Whether the word after is one of a context's (``date_contexts.toml``)."""
        return self.after in _words(context, self.language)

    def is_one_of(self, context: str) -> bool:
        """Whether the mention itself is one of a context's entries."""
        return self.words.lower() in _words(context, self.language)

    def among(self, word: str, context: str) -> bool:
        """Whether any word is one of a context's."""
        return word in _words(context, self.language)


@cache
def _words(context: str, language: str) -> frozenset[str]:
    return frozenset(tree("date_contexts.toml")[context][language])


def around(text: str, start: int, end: int, language: str) -> Around:
    """The words beside ``text[start:end]``.

    >>> beside = around("The Expo 2025 opens.", 9, 13, "en")
    >>> beside.before, beside.before_capital, beside.after
    ('expo', True, 'opens')
    """
    word, at = _word_before(text, start)
    after = _AFTER.match(text, end, min(len(text), end + _REACH))
    next_gap, next_word = after.groups() if after else (" ", "")
    parted = "\n" in text[at:start] or text[at : at + 1] in ".'’"
    return Around(
        text, start, end, language,
        word.lower(), word[:1].isupper() and not parted, at == start,
        next_word.lower(), next_word[:1].isupper() and "\n" not in next_gap, not next_gap,
    )  # fmt: skip


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word, or other character, that ends before ``start``, and where it ends.

    A full stop or apostrophe after a word is passed over: "Mrs. May", "Mexico's 2022 plan".
    """
    first = max(0, start - _REACH)
    end = start
    while end > first and text[end - 1].isspace():
        end -= 1
    if end - 1 > first and text[end - 1] in ".'’" and text[end - 2].isalpha():
        end -= 1
    left = end
    while left > first and text[left - 1].isalpha():
        left -= 1
    if left == end:
        left = max(first, end - 1)
    return text[left:end], end


def in_url(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` lies in a URL, an address or a file name."""
    left, right = start, end
    while left > 0 and start - left < 200 and text[left - 1] not in _URL_ENDS:
        left -= 1
    while right < len(text) and right - end < 60 and text[right] not in _URL_ENDS:
        right += 1
    return bool(_URL.search(text, left, start) or _URL.search(text, end, right))
