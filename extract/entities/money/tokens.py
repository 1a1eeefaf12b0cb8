"""The scan: one regular expression finds digits, number words and currency forms alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from extract import resources
from extract.entities.money.lexicon import LANGUAGES, units
from extract.entities.numbers import DIGITS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.entities.money.lexicon import Unit
    from extract.entities.numbers import Piece

REACH = 32
"""Tokens further apart than this many characters have nothing to do with each other."""
BEFORE, AFTER, SNAP = 80, 48, 16
"""Characters before and after a currency form that are read, and how far to look for a space."""


@dataclass(slots=True)
class Token:
    """Digits, a number word or a currency form, ``text[start:end]``.

    Attributes:
        piece: of a number word, what it adds to a number.
        digits: of digits, the digits without the magnitude letters after them.
        scale: magnitude that letters after the digits stand for.
        units: of a currency form, what it may be.
    """

    start: int
    end: int
    piece: Piece | None = None
    digits: str = ""
    scale: Decimal | None = None
    units: tuple[Unit, ...] = ()


def lower(text: str) -> str:
    """The text in lower case with every character where it was.

    >>> len(lower("İZMİR")) == 5
    True
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@cache
def _abbreviations() -> dict[str, Decimal]:
    table = resources.tree("currencies.toml")["abbreviation"]
    return {form: Decimal(value) for form, value in table.items()}


def trie(forms: Iterable[str]) -> str:
    """A pattern that matches the longest of ``forms``, whole words where they end in a letter.

    >>> trie(["euro", "euros", "€"])
    '(?:euro(?:s(?![^\\\\W\\\\d_])|(?![^\\\\W\\\\d_]))|€)'
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {"letter": {}} if form[-1].isalpha() else {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ways = [re.escape(char) + _branch(rest) for char, rest in sorted(node.items()) if char]
    if "" in node:
        ways.append(r"(?![^\W\d_])" if node[""] else "")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


@cache
def _lexer() -> re.Pattern[str]:
    forms = {*units(), *(word for language in LANGUAGES for word in words(language))}
    spelled = trie(form for form in forms if form[0].isalpha())
    signs = trie(form for form in forms if not form[0].isalpha())
    glued = "|".join(sorted(_abbreviations(), key=len, reverse=True))
    apart = "|".join(form for form in glued.split("|") if form != "t")
    return re.compile(
        rf"(?P<digits>{DIGITS})"
        rf"(?:(?P<scale>(?:{glued})|[ \u00a0\u202f-](?:{apart}))(?![^\W_]|\.n))?"
        rf"|{signs}|(?<![^\W\d_]){spelled}"
    )


def scan(text: str, low: str, language: str, start: int, end: int) -> Iterator[list[Token]]:
    """Runs of neighbouring tokens around every currency form and magnitude word.

    Args:
        text, low: the text and the same in lower case.
        language: ``en`` or ``es``.
        start, end: the characters to search.
    """
    vocabulary, forms = words(language), units()
    for island_start, island_end in _islands(text, low, start, end):
        run: list[Token] = []
        for match in _lexer().finditer(low, island_start, island_end):
            if run and match.start() - run[-1].end > REACH:
                yield run
                run = []
            token = _token(match, text, vocabulary, forms)
            if token is not None:
                run.append(token)
        if len(run) > 0:
            yield run


def _islands(text: str, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches that may hold money, cut at white space and never overlapping."""
    left = right = start
    for at in sorted(_hits(text, low, start, end)):
        if at - BEFORE > right:
            if right > left:
                yield left, right
            left = _outward(low, max(at - BEFORE, right), right, -1)
        right = _outward(low, min(at + AFTER, end), end, 1)
    if right > left:
        yield left, right


def _outward(low: str, at: int, limit: int, step: int) -> int:
    """The nearest white space from ``at`` on, not beyond ``limit``; ``at`` if none is near."""
    for place in range(at, at + step * SNAP, step):
        if place == limit or low[place].isspace():
            return place
    return at


def _hits(text: str, low: str, start: int, end: int) -> list[int]:
    """Where a currency form or a magnitude word stands."""
    hits = list(_beside_digits(text, start, end))
    for last, (length, letters) in _automaton().iter(low, start, end):
        first = last + 1 - length
        if letters and (
            (first and low[first - 1].isalpha())
            or (last + 1 < len(low) and low[last + 1].isalpha())
        ):
            continue
        hits.append(first)
    return hits


@cache
def _automaton() -> ahocorasick.Automaton:
    """Forms of any case and magnitude words, in lower case → (length, whether all letters)."""
    found = ahocorasick.Automaton()
    known = {form for form, several in units().items() if any(u.surface is None for u in several)}
    for form in known | _magnitudes():
        found.add_word(form, (len(form), form.isalpha()))
    found.make_automaton()
    return found


def _magnitudes() -> set[str]:
    known = {word: piece for language in LANGUAGES for word, piece in words(language).items()}
    return {word for word, piece in known.items() if piece.kind == "scale" and piece.value >= 10**5}


_NUMBER = re.compile(r"[0-9][0-9.,]*")
_FIRST_WORD = re.compile(r"[^\W\d_]*\.?")
_SEPARATORS = " \u00a0\u202f\n-"
_WORD_ENDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ./srhktpčkłFnzuem")


def _beside_digits(text: str, start: int, end: int) -> Iterator[int]:
    """Where digits stand beside a code or abbreviation that counts only in its capitals."""
    capitals = _capitals()
    for match in _NUMBER.finditer(text, start, end):
        at, after = match.span()
        before = text[max(0, at - 7) : at].rstrip(_SEPARATORS)
        if before and before[-1] in _WORD_ENDS:
            word = before.split()[-1].lstrip("(['\"“«*")
            if word in capitals:
                yield at
        behind = text[after : after + 7].lstrip(_SEPARATORS)
        if behind and behind[0].isupper() and _FIRST_WORD.match(behind)[0] in capitals:  # type: ignore[index]
            yield at


@cache
def _capitals() -> frozenset[str]:
    """Codes and abbreviations that count only in their own capitals ("Rs", "CHF")."""
    return frozenset(
        unit.surface for several in units().values() for unit in several if unit.surface
    )


def _token(
    match: re.Match[str],
    text: str,
    vocabulary: Mapping[str, Piece],
    forms: Mapping[str, tuple[Unit, ...]],
) -> Token | None:
    start, end = match.span()
    if digits := match["digits"]:
        letters = match["scale"]
        scale = _abbreviations()[letters.strip(" \u00a0\u202f-")] if letters else None
        return Token(start, end, digits=digits, scale=scale)
    form = match[0]
    if piece := vocabulary.get(form):
        return Token(start, end, piece=piece)
    surface = text[start:end]
    fitting = tuple(unit for unit in forms.get(form, ()) if unit.surface in (None, surface))
    return Token(start, end, units=fitting) if fitting else None
