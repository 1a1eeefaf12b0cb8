"""Where in a text money may be: around currency forms and magnitude words, nowhere else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from extract.entities.money.lexicon import units
from extract.entities.money.names import LANGUAGES
from extract.entities.numbers import words

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE, AFTER, SNAP = 80, 48, 16
"""Characters before and after a hit that are read, and how far to look for white space there."""
_NUMBER = re.compile(r"[0-9][0-9.,]*")
_FIRST_WORD = re.compile(r"[^\W\d_]+\.?")
_SEPARATORS = " \u00a0\u202f\n-"
_OPENERS = "([\"'“«*"
COMMON = "etaoinsrhldcumfpgwybvkxjqz"
"""Letters by how often words begin with or hold them, in both languages together."""
LONGEST = 7
"""Most characters of a code or abbreviation with what sets it off from its number."""


def islands(text: str, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches that may hold money, cut at white space and never overlapping.

    Args:
        text: the text.
        low: the same in lower case.
        start: first character to search.
        end: the character after the last.
    """
    left = right = start
    for at in sorted((*_beside_digits(text, start, end), *_known_forms(low, start, end))):
        if at - BEFORE > right:
            if right > left:
                yield left, right
            left = _outward(low, at - BEFORE, right, -1)
        right = max(right, _outward(low, min(at + AFTER, end), end, 1))
    if right > left:
        yield left, right


def _outward(low: str, at: int, limit: int, step: int) -> int:
    """The nearest white space from ``at`` on, not beyond ``limit``; ``at`` if none is near."""
    for place in range(at, at + step * SNAP, step):
        if place == limit or low[place].isspace():
            return place
    return at


def _known_forms(low: str, start: int, end: int) -> Iterator[int]:
    """Where a currency form of any case or a magnitude word stands."""
    for last, (length, spelled) in _automaton().iter(low, start, end):
        first = last + 1 - length
        inside = spelled and (
            low[last + 1 : last + 2].isalpha() or low[first - 1 : first].isalpha()
        )
        if not inside:
            yield first


@cache
def _automaton() -> ahocorasick.Automaton:
    """Forms of any case and magnitude words, in lower case → (length, whether all letters)."""
    found = ahocorasick.Automaton()
    known = {form for form, several in units().items() if any(u.surface is None for u in several)}
    # A node's branches are tried in the order they came: the commonest letters first.
    for form in sorted(known | _magnitudes(), key=_commonest_first):
        found.add_word(form, (len(form), form.isalpha()))
    found.make_automaton()
    return found


def _commonest_first(form: str) -> tuple[bool, int, str]:
    return form[0] not in COMMON, COMMON.find(form[0]), form


def _magnitudes() -> set[str]:
    """Magnitudes that may stand without a currency; shorter words always have one beside them."""
    return {
        word
        for language in LANGUAGES
        for word, piece in words(language).items()
        if piece.kind == "scale" and len(word) >= len("millón")
    }


def _beside_digits(text: str, start: int, end: int) -> Iterator[int]:
    """Where digits stand beside a code or abbreviation that counts only in its capitals."""
    capitals, endings = _capitals()
    for match in _NUMBER.finditer(text, start, end):
        at, after = match.span()
        before = text[max(0, at - LONGEST) : at].rstrip(_SEPARATORS)
        if before and before[-1] in endings and before.split()[-1].lstrip(_OPENERS) in capitals:
            yield at
            continue
        behind = text[after : after + LONGEST].lstrip(_SEPARATORS)
        if behind and behind[0].isupper():
            word = _FIRST_WORD.match(behind)
            if word and (word[0] in capitals or word[0].rstrip(".") in capitals):
                yield at


@cache
def _capitals() -> tuple[frozenset[str], frozenset[str]]:
    """Codes and abbreviations that count only in their own capitals, and their last letters."""
    forms = {unit.surface for several in units().values() for unit in several if unit.surface}
    return frozenset(forms), frozenset(form[-1] for form in forms)
