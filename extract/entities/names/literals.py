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


def _glued(before: str) -> bool:
    return before in _GLUE or before.isalnum()


def _goes_on(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after[:1].isalnum() or after[:1] in ("@", "_"):
        return True
    return after[:1] == "." and after[1:].islower()
