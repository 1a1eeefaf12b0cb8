"""Strings that are one number as a whole, in words, digits or both."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.digits import DIGITS, read_digits
from extract.entities.numbers import Piece, after, evaluate, joined, words

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["parse_number"]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    longest_first = sorted(words(language), key=len, reverse=True)
    return re.compile(rf"(?P<digits>{DIGITS})|(?P<word>{'|'.join(longest_first)})(?![^\W\d_])")


_ARTICLE = re.compile(r"an?[ -](?=[^\W\d_])")


def parse_number(string: str, language: str = "en", decimal: str | None = None) -> Decimal | None:
    """The number a whole string stands for.

    Args:
        string: digits, words or both.
        language: ``en`` or ``es``: decides scale, and the decimal mark unless given.
        decimal: ``.`` or ``,``.

    Returns:
        The value, or ``None`` if the string is no number or more than one.

    >>> str(parse_number("a hundred and twenty-five thousand")), str(parse_number("2.5 million"))
    ('125000', '2500000.0')
    >>> str(parse_number("dos mil millones", "es")), str(parse_number("un millón y medio", "es"))
    ('2000000000', '1500000.0')
    >>> parse_number("a third way") is None
    True
    """
    text = " ".join(string.lower().split())
    if article := _ARTICLE.match(text):
        text = text[article.end() :]
    decimal = decimal or ("," if language == "es" else ".")
    pieces: list[Piece] = []
    end = 0
    for match in _pattern(language).finditer(text):
        piece = _piece(match, language, decimal)
        gap = text[end : match.start()]
        if piece is None or not _goes_on(pieces, gap, piece):
            return None
        pieces.append(after(pieces[-1], gap.strip(), piece) if pieces else piece)
        end = match.end()
    return evaluate(pieces) if pieces and end == len(text) else None


def _goes_on(pieces: list[Piece], gap: str, piece: Piece) -> bool:
    return joined(pieces[-1], gap.strip(), piece) if pieces else not gap


def _piece(match: re.Match[str], language: str, decimal: str) -> Piece | None:
    if match["word"]:
        return words(language)[match["word"]]
    value = read_digits(match["digits"], decimal)
    return None if value is None else Piece("digits", value)
