"""Tokens, and how figures and marks are read as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.lexicon import Value


class Token(NamedTuple):
    """A piece of text: its code, its characters ``start:end``, what it stands for.

    Beside the codes of words (:data:`extract.entities.dates.lexicon.CODES`) there are, for figures:
    ``d`` 1 to 31, ``Y`` a year, ``y`` a year of two digits, ``#`` another integer, ``N`` a numeric
    date, ``k`` day and month, ``L`` month and year, ``I`` an ISO week, ``q`` "Q1" or "H1", ``R``
    two years run together, ``A`` a Roman numeral; for marks, themselves; and ``x`` for all else.
    """

    code: str
    start: int
    end: int
    value: Value


def _figures(code: str) -> Callable[[re.Match[str]], list[Token]]:
    def read(match: re.Match[str]) -> list[Token]:
        value = tuple(int(part) for part in re.findall(r"\d+", match[match.lastgroup or 0]))
        return [Token(code, match.start(match.lastgroup or 0), match.end(), value)]

    return read


def _literal(code: str) -> Callable[[re.Match[str]], list[Token]]:
    return lambda match: [Token(code, match.start(match.lastgroup or 0), match.end(), 0)]


def _integer(match: re.Match[str]) -> list[Token]:
    digits = match[match.lastgroup or 0]
    number, code = int(digits[:9]), "#"
    if len(digits) <= 2 and 1 <= number <= 31:
        code = "d"
    elif len(digits) == 4 and 1000 <= number <= 2199:
        code = "Y"
    return [Token(code, match.start(match.lastgroup or 0), match.end(), number)]


def _numeric(match: re.Match[str]) -> list[Token]:
    """Three figures with the year, of four digits or two, first or last."""
    figures = re.findall(r"\d+", match[match.lastgroup or 0])
    numbers, widths = [int(f) for f in figures], tuple(map(len, figures))
    year_first = widths[0] == 4 and widths[2] <= 2
    year_last = max(widths[:2]) <= 2 and (
        widths[2] == 4 or (widths[2] == 2 and (match["sep"] == "/" or widths == (2, 2, 2)))
    )
    if widths[2] == 2 and year_last:
        numbers[2] += 2000 if numbers[2] < 50 else 1900
    code = "N" if year_first or year_last else "x"
    numbers.append(match["sep"] == ".")
    return [Token(code, match.start(match.lastgroup or 0), match.end(), tuple(numbers))]


def _first_number(code: str) -> Callable[[re.Match[str]], list[Token]]:
    def read(match: re.Match[str]) -> list[Token]:
        number = re.search(r"\d+", match[match.lastgroup or 0])
        return [
            Token(
                code,
                match.start(match.lastgroup or 0),
                match.end(),
                int(number[0]) if number else 0,
            )
        ]

    return read


def _short_year(match: re.Match[str]) -> list[Token]:
    number = int(match[match.lastgroup or 0][1:])
    return [
        Token(
            "y",
            match.start(match.lastgroup or 0),
            match.end(),
            number + (1900 if number > 50 else 2000),
        )
    ]


def _part(match: re.Match[str]) -> list[Token]:
    """Q1, 1Q, H2, T3 (trimestre), S1 (semestre), with a year close behind or not."""
    letter = match["letter"] or match["letter2"]
    number = int(match["number"] or match["number2"])
    months = 6 if letter in "HS" else 3
    if months * number > 12:
        return [Token("x", match.start(match.lastgroup or 0), match.end(), 0)]
    year = match["year"] or ""
    cut = match.end() - len(year)
    found = [Token("q", match.start(match.lastgroup or 0), cut, (months, number))]
    if year:
        found.append(Token("Y", cut, match.end(), 2000 + int(year[-2:])))
    return found


def _dash(match: re.Match[str]) -> list[Token]:
    """A dash between the ends of a range; an em dash with space about it parts clauses."""
    text, start, end = match.string, match.start(match.lastgroup or 0), match.end()
    parts = match[match.lastgroup or 0] == "—" and (
        text[start - 1 : start].isspace() or text[end : end + 1].isspace()
    )
    return [Token("x" if parts else "-", start, end, 0)]


READERS: dict[str, Callable[[re.Match[str]], list[Token]]] = {
    "break": _literal("x"),
    "line": lambda _: [],
    "other": _literal("x"),
    "iso": lambda m: [Token("N", m.start("iso"), m.end(), (*map(int, m["iso"].split("-")), 0))],
    "numeric": _numeric,
    "isoweek": _figures("I"),
    "yearmonth": _figures("L"),
    "daymonth": _figures("k"),
    "glued": lambda m: [
        Token("R", m.start("glued"), m.end(), (int(m["glued"][:4]), int(m["glued"][4:])))
    ],
    "decade": _first_number("D"),
    "ordinal": _first_number("o"),
    "integer": _integer,
    "shortyear": _short_year,
    "part": _part,
    "dash": _dash,
}
"""Group of the token pattern (:mod:`lexer`) → what it reads as."""
