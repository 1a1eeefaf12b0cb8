"""Finding a document's own words again: many strings at once, at word boundaries."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, ClassVar

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GLUE = frozenset("@/.-")


def automaton(forms: Iterable[str]) -> ahocorasick.Automaton:
    """One scan for all of ``forms``, each of which is its own value."""
    found = ahocorasick.Automaton()
    for form in forms:
        found.add_word(form, form)
    found.make_automaton()
    return found


def places(
    text: str, forms: ahocorasick.Automaton, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, str]]:
    """Every occurrence of the forms of an automaton, inside words too, as start, end, form.

    Args:
        text: any text.
        forms: from :func:`automaton`.
        start: first character to search.
        end: the character after the last; the end of the text by default.
    """
    if forms.kind != ahocorasick.AHOCORASICK:  # it holds nothing
        return
    for last, form in forms.iter(text, start, len(text) if end is None else end):
        yield last + 1 - len(form), last + 1, form


def leftmost(found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Of overlapping occurrences the first, of those that start together the longest.

    >>> list(leftmost([(3, 7, "York"), (0, 3, "New"), (0, 7, "New York"), (8, 12, "City")]))
    [(0, 7, 'New York'), (8, 12, 'City')]
    """
    done = 0
    for start, end, form in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= done:
            yield start, end, form
            done = end


def find_all(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Every whole-word occurrence of ``forms`` in ``text``, as start, end, form.

    Of overlapping ones all are given. Words inside addresses and file names do not count.

    >>> list(find_all("the IDB (IDB-2), idb.org", ["IDB", "idb"]))
    [(4, 7, 'IDB'), (9, 12, 'IDB')]
    """
    for start, end, form in places(text, automaton(forms)):
        if not _glued(text[start - 1 : start]) and not _goes_on(text, end):
            yield start, end, form


_SPACED = bytes(
    code if chr(code).isalnum() else ord(" ") for code in range(256)
)  # fmt: skip


def padded(low: str) -> str:
    """Lower-case text with a space for all that is no letter, and one at each end.

    Letters beyond Latin-1, which no English or Spanish word has, count as none.
    """
    return f" {low.encode('latin-1', 'replace').translate(_SPACED).decode('latin-1')} "


class Words:
    """A fixed list of words, found between spaces, so that no part of a word is ever looked at.

    All lists together are looked for in one scan of a text, made when the first of them is asked
    for and remembered for the others.

    >>> list(Words(["bank", "fund"]).find(padded("the bank, banks and a fund")))
    [(4, 8), (22, 26)]
    """

    _lists: ClassVar[list[frozenset[str]]] = []

    def __init__(self, words: Iterable[str]) -> None:
        self._number = len(self._lists)
        self._lists.append(frozenset(words))
        self._all.cache_clear()
        self._scan.cache_clear()

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every occurrence, as characters of the text that was padded."""
        return iter(self._scan(text).get(self._number, ()))

    @staticmethod
    @lru_cache(maxsize=2)
    def _scan(text: str) -> dict[int, list[tuple[int, int]]]:
        """List → where its words stand."""
        found: dict[int, list[tuple[int, int]]] = {}
        words = Words._all()
        for last, (size, numbers) in words.iter(text) if len(words) else ():
            for number in numbers:
                found.setdefault(number, []).append((last - 1 - size, last - 1))
        return found

    @staticmethod
    @cache
    def _all() -> ahocorasick.Automaton:
        """The words of all lists, each with its length and the lists that hold it."""
        holders: dict[str, list[int]] = {}
        for number, words in enumerate(Words._lists):
            for word in words:
                holders.setdefault(word, []).append(number)
        found = ahocorasick.Automaton()
        for word, numbers in holders.items():
            found.add_word(f" {word} ", (len(word), numbers))
        found.make_automaton()
        return found


def _glued(before: str) -> bool:
    return before in _GLUE or before.isalnum()


def _goes_on(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after[:1].isalnum() or after[:1] in ("@", "_"):
        return True
    return after[:1] == "." and after[1:].islower()
