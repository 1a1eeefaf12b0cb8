"""Acronyms that a document defines: "Long Name (ABC)", "Long Name, ABC,", "ABC (Long Name)".

An acronym defined as an institution's is one everywhere in the document; one defined as something
else's (a programme, an indicator) nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.agencies.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import Mention

_SHORT = r"[A-ZÁÉÍÓÚÑ][\w&./-]*[\w](?:\s[A-Z][\w]*)?"
_BRACKET = re.compile(
    rf"[\"”»*_]*\s*(?:"
    rf"[(\[]\s*(?:(?:hereinafter|hereafter|henceforth|en adelante|or|o|the|la|el|known as)\s+)?[\"“«*_'‘]*(?P<in>{_SHORT})[\"”»*_'’]*(?:,?\s+(?:por|en|for)\s+[^()]{{3,40}})?\s*[)\]]"
    rf"|\s[-–—]\s?(?P<dash>[A-Z][A-Za-z]{{2,9}})\s?[-–—](?!\w)"
    rf"|,\s(?:o\s|or\s)?(?P<comma>[A-Z]{{3,9}}),"
    rf"|,?\s\(?(?:conocid[oa] como|known as|por sus siglas(?: en inglés)?|siglas)\s(?:el\s|la\s|the\s)?(?P<known>[A-Z][A-Za-z]{{2,9}})\b)"
)
_INITIAL = re.compile(r"(?<![\w'’])\w")


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form defined beside a name.

    Attributes:
        start, end: the short form, as characters of the document.
        short: as written there.
    """

    start: int
    end: int
    short: str


def defined_after(text: str, end: int) -> Definition | None:
    """The short form defined right after a name that ends at ``end``, if one is.

    >>> defined_after("National Polytechnic Institute (IPN), Mexico", 30)
    Definition(start=32, end=35, short='IPN')
    """
    match = _BRACKET.match(text, end)
    if match is None:
        return None
    kind = match.lastgroup or "in"
    return Definition(*match.span(kind), match[kind])


def matches_initials(short: str, name: str) -> bool:
    """Whether the letters of ``short`` run through the initials of ``name`` in order.

    >>> matches_initials("PCA", "Partnership for Central America")
    True
    >>> matches_initials("BID", "Banco Santander")
    False
    """
    letters = [c for c in fold(short) if c.isalpha()]
    initials = iter(fold(name).replace("-", " ").split())
    first = [word[0] for word in initials]
    at = 0
    for letter in first:
        if at < len(letters) and letters[at] == letter:
            at += 1
    return at == len(letters) and len(letters) > 1


def name_start(text: str, words: Sequence[tuple[int, int]], short: str) -> int | None:
    """Where the name that ``short`` abbreviates starts among ``words`` before it.

    Args:
        text: the document.
        words: offsets of the words of the run before the bracket, in order.
        short: the short form.

    Returns:
        Offset of the shortest ending of the run whose initials spell ``short`` from its first
        letter on, or ``None``.
    """
    letters = [c for c in fold(short) if c.isalpha()]
    at = len(letters) - 1
    for start, _ in reversed(words):
        initial = fold(text[start])
        if at >= 0 and initial == letters[at]:
            at -= 1
            if at < 0:
                return start
    return None


def occurrences(text: str, shorts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Every use of ``shorts`` in ``text``, whatever the case of letters of three or more."""
    if not shorts:
        return
    forms = sorted(shorts, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w@/.-])(?:{'|'.join(map(re.escape, forms))})(?![\w@]|-\w+[@-])")
    for match in pattern.finditer(text):
        yield match.start(), match.end(), match[0]


def links(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Definition]]:
    """Mentions directly followed by the definition of a short form."""
    for mention in mentions:
        definition = defined_after(text, mention.end)
        if definition is not None:
            yield mention, definition
