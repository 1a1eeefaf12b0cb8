"""From tokens to numerals: "two and a half million", "35 mil 188.4", "$5mn"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extract.entities.money.layout import gap
from extract.entities.numbers import Piece, after, evaluate, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.tokens import Token

ReadDigits = Callable[[str, bool], Decimal | None]
"""The value of digits, told whether a magnitude follows them."""

MOST_PIECES = 24
"""No number takes more words than this; endless ones would outgrow any value."""
ARTICLE = re.compile(r"(?<![^\W_])(an?)[\s-]$")


@dataclass(slots=True)
class Numeral:
    """A number, ``text[start:end]``.

    Attributes:
        value: what it stands for.
        scale: its last magnitude, 1 if it has none.
        bare: digits alone, as they are written; empty otherwise.
        article: it is but "a" or "an".
        magnitude: it is but a magnitude word ("USD million").
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    bare: str = ""
    article: bool = False
    magnitude: bool = False

    @property
    def like_money(self) -> bool:
        """Whether it has what a house number or a year has not: magnitude, groups, cents."""
        if self.scale >= 1000 or not self.bare:
            return self.scale >= 1000 or self.value >= 1000
        if self.bare.isdigit():
            return len(self.bare) >= 4 and not self.like_year
        return True

    @property
    def like_year(self) -> bool:
        """Whether it is written as a year is."""
        return len(self.bare) == 4 and self.bare.isdigit() and 1800 <= self.value <= 2100


def numeral(
    tokens: Sequence[Token], first: int, low: str, language: str, read: ReadDigits
) -> tuple[Numeral | None, int]:
    """The numeral that begins at token ``first``, and the token after it.

    Args:
        tokens: a run of tokens.
        first: index of the token it begins at.
        low: the text in lower case.
        language: ``en`` or ``es``.
        read: the value of digits.
    """
    last = first + 1
    piece = _piece(tokens, first, low, read)
    if piece is None:
        return None, last
    pieces, last = [piece], _past_restatement(tokens, last, [piece], low, read)
    while last < min(len(tokens), first + MOST_PIECES) and not tokens[last].units:
        piece = _piece(tokens, last, low, read)
        closed = last > first + len(pieces)
        if piece is None or not _continues(tokens, last, pieces[-1], piece, low, closed):
            break
        between = gap(low, tokens[last - 1].end, tokens[last].start) or ""
        pieces.append(after(pieces[-1], between, piece))
        last = _past_restatement(tokens, last + 1, pieces, low, read)
    made = _assemble(tokens[first:last], pieces, low, language)
    if last > first + len(pieces) and low[made.end] == ")":
        made.end += 1
    return made, last


def _past_restatement(
    tokens: Sequence[Token], at: int, pieces: Sequence[Piece], low: str, read: ReadDigits
) -> int:
    """The token after the same number in brackets: "3 (three) million"; ``at`` if none stands."""
    if at >= len(tokens) or gap(low, tokens[at - 1].end, tokens[at].start) != "(":
        return at
    inner: list[Piece] = []
    for end in range(at, min(len(tokens), at + MOST_PIECES)):
        if inner and gap(low, tokens[end - 1].end, tokens[end].start) == ")":
            counts = bool(tokens[end].units) or _is_scale(tokens[end])
            return end if counts and evaluate(inner) == evaluate(pieces) else at
        piece = None if tokens[end].units else _piece(tokens, end, low, read)
        if piece is None:
            return at
        inner.append(piece)
    return at


def _assemble(tokens: Sequence[Token], pieces: list[Piece], low: str, language: str) -> Numeral:
    value, scale = _value(pieces, tokens[-1].scale)
    start = tokens[0].start
    article = None
    if language == "en" and pieces[0].kind in {"times", "scale", "part"}:
        article = ARTICLE.search(low, max(0, start - 4), start)
    return Numeral(
        article.start(1) if article else start,
        tokens[-1].end,
        value,
        scale,
        bare="" if len(pieces) > 1 or tokens[0].scale else tokens[0].digits,
        magnitude=article is None and all(_needs_number(piece, language) for piece in pieces),
    )


def _value(pieces: list[Piece], letters: Decimal | None) -> tuple[Decimal, Decimal]:
    """Value and last magnitude, with that of the letters glued to the digits ("5mn")."""
    if letters is not None:
        return evaluate(pieces) * letters, letters
    scales = [piece.value for piece in pieces[-2:] if piece.kind == "scale"]
    closes = pieces[-1].kind in {"scale", "part"}
    return evaluate(pieces), scales[-1] if scales and closes else Decimal(1)


def _needs_number(piece: Piece, language: str) -> bool:
    """Whether a magnitude means nothing alone: "millions of dollars", but "mil pesos"."""
    if piece.kind == "scale":
        return language == "en" or piece.value > 1000
    return piece.kind == "times"


def _piece(tokens: Sequence[Token], at: int, low: str, read: ReadDigits) -> Piece | None:
    token = tokens[at]
    if token.piece is not None:
        return token.piece
    value = read(token.digits, token.scale is not None or _scale_follows(tokens, at, low))
    return None if value is None else Piece("digits", value)


def _scale_follows(tokens: Sequence[Token], at: int, low: str) -> bool:
    if at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if gap(low, tokens[at].end, following.start) not in {"", "-"}:
        return False
    return _is_scale(following) or any(unit.factor > 1 for unit in following.units)


def _is_scale(token: Token) -> bool:
    return token.piece is not None and token.piece.kind == "scale"


def _continues(
    tokens: Sequence[Token], at: int, left: Piece, right: Piece, low: str, closed: bool
) -> bool:
    """Whether the token ``at`` goes on with the numeral before it, a bracket ``closed`` or not."""
    before = tokens[at - 1]
    between = gap(low, before.end, tokens[at].start)
    if between is None or before.scale is not None:
        return False
    if closed:
        between = between.removeprefix(")")
    if left.kind == "scale" and right.kind == "digits":
        return between == "" and _digits_continue(tokens, at, left, right, low)
    return joined(left, between, right)


def _digits_continue(tokens: Sequence[Token], at: int, left: Piece, right: Piece, low: str) -> bool:
    """Digits after a magnitude: "35 mil 188", "un millón 200 mil"; not "$5 million 30 schools"."""
    if "\n" in low[tokens[at - 1].end : tokens[at].start] or right.value >= left.value:
        return False
    if left.value == 1000:
        return True
    if at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if gap(low, tokens[at].end, following.start) not in {"", "de"}:
        return False
    return bool(following.units) or _is_scale(following)
