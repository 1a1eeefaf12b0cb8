"""Whether a full stop ends its sentence: abbreviations, initials, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.resources import tree

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_ENUMERATOR = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])\Z")
_ADDRESS = re.compile(r"[/@]|\bwww\.")


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop and what stands around it.

    Attributes:
        word: what it follows, without opening marks.
        following: the next word, as written; empty at the end or before a symbol.
        listed: the word before ``word`` ends in a comma.
        leads: nothing of the sentence comes before ``word``.
        glued: no white space follows.
        initial: a full stop follows ``following`` too, which is one letter.
    """

    word: str
    following: str
    listed: bool = False
    leads: bool = False
    glued: bool = False
    initial: bool = False


@cache
def _words(group: str, language: str) -> frozenset[str]:
    lists = tree("abbreviations.toml")[group]
    return frozenset(f"{lists.get('both', '')} {lists.get(language, '')}".split())


def ends_sentence(stop: Stop, language: str) -> bool:
    """Whether a sentence ends at a full stop.

    >>> ends_sentence(Stop("U.S", "Embassy"), "en"), ends_sentence(Stop("U.S", "The"), "en")
    (False, True)
    >>> ends_sentence(Stop("No", "5"), "en"), ends_sentence(Stop("no", "He"), "en")
    (False, True)
    """
    key, following = stop.word.lower(), stop.following
    if following[:1].islower() or key in _words("never", language):
        return False
    if following[:1].isdigit() and key in _words("digits", language):
        return False
    if stop.listed and key in _words("states", language):
        return not following[:1].isdigit()
    if stop.glued and _ADDRESS.search(stop.word):
        return False
    if stop.leads and _ENUMERATOR.match(stop.word):
        return False
    return not _is_abbreviation(stop.word, language) or _starts(stop, key, language)


def _is_abbreviation(word: str, language: str) -> bool:
    initial = len(word) == 1 and word.isupper()
    return initial or word.lower() in _words("maybe", language) or bool(_DOTTED.match(word))


def _starts(stop: Stop, key: str, language: str) -> bool:
    """After an abbreviation that may end a sentence: whether another one starts."""
    following = stop.following.lower()
    if not following:
        return True
    if key in _words("ending", language):
        return following not in _words("continuing", language)
    return following in _words("starters", language) and not stop.initial
