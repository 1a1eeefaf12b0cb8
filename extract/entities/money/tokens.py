"""The tokens of amounts: digits, number words and currency forms, by one regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.digits import DIGITS
from extract.entities.money.islands import islands
from extract.entities.money.lexicon import units
from extract.entities.money.names import LANGUAGES
from extract.entities.money.trie import trie
from extract.entities.numbers import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.entities.money.lexicon import Unit
    from extract.entities.numbers import Piece

REACH = 32
"""Tokens further apart than this many characters have nothing to do with each other."""


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


def runs(text: str, low: str, language: str, start: int, end: int) -> Iterator[list[Token]]:
    """Runs of neighbouring tokens around every currency form and magnitude word.

    Args:
        text: the text.
        low: the same in lower case.
        language: ``en`` or ``es``.
        start: first character to search.
        end: the character after the last.
    """
    vocabulary, lexer = words(language), _lexer()
    for left, right in islands(text, low, start, end):
        run: list[Token] = []
        for match in lexer.finditer(low, left, right):
            if run and match.start() - run[-1].end > REACH:
                if _tells(run):
                    yield run
                run = []
            token = _token(match, text, vocabulary)
            if token is not None:
                run.append(token)
        if _tells(run):
            yield run


def _tells(run: list[Token]) -> bool:
    """Whether a currency or a magnitude is among the tokens, not numbers alone."""
    return any(
        token.units or (token.piece is not None and token.piece.kind == "scale") for token in run
    )


def _token(match: re.Match[str], text: str, vocabulary: Mapping[str, Piece]) -> Token | None:
    start, end = match.span()
    if digits := match["digits"]:
        letters = match["scale"]
        scale = _abbreviations()[letters.strip(" \u00a0\u202f-")] if letters else None
        return Token(start, end, digits=digits, scale=scale)
    form, surface = match[0], text[start:end]
    if piece := vocabulary.get(form):
        return Token(start, end, piece=piece)
    fitting = tuple(unit for unit in units().get(form, ()) if unit.surface in (None, surface))
    if not fitting and form[-1] == "$":
        return Token(end - 1, end, units=units()["$"])
    return Token(start, end, units=fitting) if fitting else None


@cache
def _abbreviations() -> Mapping[str, Decimal]:
    table = resources.tree("currencies.toml")["abbreviation"]
    return {form: Decimal(value) for form, value in table.items()}


@cache
def _lexer() -> re.Pattern[str]:
    forms = {*units(), *(word for language in LANGUAGES for word in words(language))}
    spelled = trie(form for form in forms if form[0].isalpha())
    signs = trie(form for form in forms if not form[0].isalpha())
    letters = sorted(_abbreviations(), key=len, reverse=True)
    glued, apart = "|".join(letters), "|".join(form for form in letters if form != "t")
    return re.compile(
        rf"(?P<digits>{DIGITS})"
        rf"(?:(?P<scale>(?:{glued})|[ \u00a0\u202f-](?:{apart}))(?![^\W_]|\.n))?"
        rf"|{signs}|(?<![^\W\d_]){spelled}"
    )
