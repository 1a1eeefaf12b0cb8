"""Finding a document's own words again: many strings at once, at word boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GLUE = frozenset("@/.-")


def find_all(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Every whole-word occurrence of ``forms`` in ``text``, as start, end, form.

    Of overlapping ones all are given. Words inside addresses and file names do not count.

    >>> list(find_all("the IDB (IDB-2), idb.org", ["IDB", "idb"]))
    [(4, 7, 'IDB'), (9, 12, 'IDB')]
    """
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    if not len(automaton):
        return
    automaton.make_automaton()
    for last, form in automaton.iter(text):
        start, end = last + 1 - len(form), last + 1
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

    >>> list(Words(["bank", "fund"]).find(padded("the bank, banks and a fund")))
    [(4, 8), (22, 26)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in words:
            self._automaton.add_word(f" {word} ", len(word))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every occurrence, as characters of the text that was padded."""
        for last, size in self._automaton.iter(text):
            yield last - 1 - size, last - 1


def _glued(before: str) -> bool:
    return before in _GLUE or before.isalnum()


def _goes_on(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after[:1].isalnum() or after[:1] in ("@", "_"):
        return True
    return after[:1] == "." and after[1:].islower()
