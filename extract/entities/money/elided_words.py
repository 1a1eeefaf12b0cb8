"""What the words around a number without a currency say: money that moves, or things counted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.names import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 48
"""Characters before a number that are read."""
_BEFORE = re.compile(r"(?:(?<![^\W\d_])(?:([^\W\d_]+)\s+)?([^\W\d_]+)|([^\w\s]))\s*$")
_BEHIND = re.compile(r"\s*(?:([.,;:)*\]–—-])|([^\W\d_]+))")
_MARK = re.compile(r"\s?(?:[,;:)]|\.(?!\d))|\s(?:and|y)\s")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_ONLY = re.compile(r"(?:[^\W\d_]+\s+)*$")
_AUXILIARIES = 3


def led(low: str, start: int, *, marks_only: bool = False) -> bool:
    """Whether the word or mark before ``start`` leaves room for money.

    Args:
        low: the text in lower case.
        start: where the number begins.
        marks_only: whether words do not do.
    """
    match = _BEFORE.search(low, max(0, start - WINDOW), start)
    if match is None:
        return False
    if match[3]:
        return match[3] in "(,;:–—"
    phrases = {match[2], f"{match[1]} {match[2]}"}
    if marks_only or phrases & _words("not_before") or match[1] in _words("not_before"):
        return False
    return bool(phrases & _words("before"))


def left(low: str, end: int) -> bool:
    """Whether what follows ``end`` is not the thing counted."""
    match = _BEHIND.match(low, end)
    if match is None:
        return not low[end:].strip()
    if match[1]:
        return match[1] not in "-]*"
    return match[2] in _words("behind") or match[2] in _words("nouns") or _passive(low, end)


def marked(low: str, end: int) -> bool:
    """Whether a mark, "and" or nothing follows ``end``."""
    return _MARK.match(low, end) is not None or not low[end : end + 2].strip()


def budgeted(low: str, start: int, end: int) -> bool:
    """Whether a noun of money governs the number: "a loan of …", "un presupuesto de unos …".

    Args:
        low: the text in lower case.
        start: where the number begins.
        end: the character after its last.
    """
    return _governed(low, start, _words("sums_before")) and left(low, end)


def moved(low: str, start: int, end: int) -> bool:
    """Whether a verb of paying governs the number: "repaid another …", "… was repaid to".

    Args:
        low: the text in lower case.
        start: where the number begins.
        end: the character after its last.
    """
    if _governed(low, start, _words("moved")):
        return left(low, end)
    return led(low, start) and _passive(low, end)


def _governed(low: str, start: int, heads: frozenset[str]) -> bool:
    """Whether one of ``heads`` stands before the number, words like "about" between aside."""
    skipped = _words("skipped")
    word = next((word for word in _words_before(low, start) if word not in skipped), "")
    return word in heads


def _words_before(low: str, start: int) -> Iterator[str]:
    """The words right before the number without a mark between, the nearest first."""
    window = _WORDS_ONLY.search(low, max(0, start - WINDOW), start)
    return reversed(_WORD.findall(window[0])) if window else iter(())


def _passive(low: str, end: int) -> bool:
    """Whether "was repaid to", "ya entregados," follows: the participle without an object."""
    for count, match in enumerate(_WORD.finditer(low, end, end + WINDOW)):
        if low[end : match.start()].strip() or count > _AUXILIARIES:
            return False
        end = match.end()
        if match[0] in _words("moved"):
            tail = _BEHIND.match(low, end)
            return tail is None or bool(tail[1]) or tail[2] in _words("behind")
        if match[0] not in _words("auxiliaries"):
            return False
    return False


def is_ordinal(low: str, start: int, end: int) -> bool:
    """Whether ``low[start:end]`` says which of several: "; el segundo, de", " and the second"."""
    return not _words("ordinals").isdisjoint(_WORD.findall(low[start:end]))


def same_currency(low: str, end: int) -> int:
    """How many characters "of the same currency" takes at ``end``; 0 if it does not stand there."""
    for phrase in _words("same_currency"):
        if low.startswith(" " + phrase, end):
            return 1 + len(phrase)
    return 0


@cache
def _words(sort: str) -> frozenset[str]:
    rows = resources.tree("qualifiers.toml")["elided"][sort]
    return frozenset(word for language in LANGUAGES for word in rows[language])
