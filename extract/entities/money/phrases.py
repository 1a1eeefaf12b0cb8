"""From tokens to numerals ("two and a half million") and signs ("U.S. dollars")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.lexicon import nationalities
from extract.entities.numbers import Piece, evaluate, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.entities.money.lexicon import Unit
    from extract.entities.money.tokens import Token

    ReadDigits = Callable[[str, bool], Decimal | None]

WIDEST = 16
"""Longest text between two parts of one amount."""


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


@dataclass(slots=True)
class Sign:
    """A currency form with its nationality, ``text[start:end]``."""

    start: int
    end: int
    unit: Unit
    narrowed: bool = False


Item = Numeral | Sign


def gap(low: str, start: int, end: int) -> str | None:
    """What stands between two parts, trimmed; ``None`` if they are too far apart.

    A part may stand on the next line, not beyond an empty one.
    """
    if start == end:
        return ""
    if end - start > WIDEST:
        return None
    between = low[start:end]
    if between.count("\n") > 1:
        return None
    return " ".join(between.split()).replace("‑", "-").replace("‐", "-")


def items(
    tokens: Sequence[Token], text: str, low: str, language: str, read: ReadDigits
) -> list[Item]:
    """The numerals and signs of a run of tokens, in order.

    Args:
        tokens: the run.
        text, low: the text, and the same in lower case.
        language: ``en`` or ``es``.
        read: value of digits, told whether a magnitude follows them.
    """
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        if tokens[at].units:
            sign = _sign(tokens[at], low)
            if article := _article(found, sign, text, low, language):
                found.append(article)
            found.append(sign)
            at += 1
            continue
        numeral, at = _numeral(tokens, at, text, low, language, read)
        if numeral is not None:
            found.append(numeral)
    return found


def _numeral(
    tokens: Sequence[Token], first: int, text: str, low: str, language: str, read: ReadDigits
) -> tuple[Numeral | None, int]:
    """The numeral that begins at token ``first``, and the token after it."""
    last = first + 1
    pieces = [_piece(tokens, first, low, read)]
    while pieces[-1] is not None and last < len(tokens) and not tokens[last].units:
        piece = _piece(tokens, last, low, read)
        if piece is None or not _continues(tokens, last, pieces[-1], piece, low):
            break
        pieces.append(piece)
        last += 1
    known = [piece for piece in pieces if piece is not None]
    if not known:
        return None, last
    return _assemble(tokens[first:last], known, text, low, language), last


def _assemble(
    tokens: Sequence[Token], pieces: list[Piece], text: str, low: str, language: str
) -> Numeral:
    value, scale = evaluate(pieces), Decimal(1)
    if pieces[-1].kind == "scale":
        scale = pieces[-1].value
    if tokens[-1].scale:
        scale = tokens[-1].scale
        value *= scale
    if pieces[0].kind == "scale" and pieces[0].value >= 10**6 and len(pieces) == 2:
        value, scale = pieces[0].value * pieces[1].value, pieces[0].value
    alone = len(pieces) == 1
    start, article = tokens[0].start, False
    if pieces[0].kind in {"times", "scale", "part"} and language == "en":
        found = _AN.search(low, max(0, start - 4), start)
        article = found is not None
        start = found.start(1) if found else start
    return Numeral(
        start, tokens[-1].end, value, scale,
        bare=tokens[0].digits if alone and tokens[0].scale is None else "",
        magnitude=not article and all(_needs_number(piece, language) for piece in pieces),
    )  # fmt: skip


def _needs_number(piece: Piece, language: str) -> bool:
    """Whether a magnitude means nothing alone: "millions of dollars", but "mil pesos"."""
    if piece.kind == "scale":
        return language == "en" or piece.value > 1000
    return piece.kind == "times"


def _piece(tokens: Sequence[Token], at: int, low: str, read: ReadDigits) -> Piece | None:
    token = tokens[at]
    if token.piece is not None:
        return token.piece
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    scaled = token.scale is not None or (
        following is not None
        and gap(low, token.end, following.start) in {"", "-"}
        and (
            (following.piece is not None and following.piece.kind == "scale")
            or any(unit.factor > 1 for unit in following.units)
        )
    )
    value = read(token.digits, scaled)
    return None if value is None else Piece("digits", value)


def _continues(
    tokens: Sequence[Token], at: int, left: Piece | None, right: Piece, low: str
) -> bool:
    """Whether the token ``at`` goes on with the numeral before it."""
    before = tokens[at - 1]
    between = gap(low, before.end, tokens[at].start)
    if left is None or between is None or before.scale is not None:
        return False
    if left.kind == "scale" and right.kind == "digits":
        return between == "" and _digits_continue(tokens, at, left, right, low)
    return joined(left, between, right)


def _digits_continue(tokens: Sequence[Token], at: int, left: Piece, right: Piece, low: str) -> bool:
    """Digits after a magnitude: "35 mil 188", "un millón 200 mil"; never "$5 million 30 schools"."""
    if "\n" in low[tokens[at - 1].end : tokens[at].start] or right.value >= left.value:
        return at == 1 and left.value >= 10**6
    if left.value == 1000:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or gap(low, tokens[at].end, following.start) not in {"", "de"}:
        return False
    return bool(following.units) or (
        following.piece is not None and following.piece.kind == "scale"
    )


_AN = re.compile(r"(?<![^\W_])(an?)[\s-]$")
_WORDS_BEFORE = re.compile(r"\S+")
_WORDS_AFTER = re.compile(r"\s[^\W\d_][\w.]*")


def _article(found: list[Item], sign: Sign, text: str, low: str, language: str) -> Numeral | None:
    """ "a" before a currency word, as one ("a dollar a day")."""
    if language != "en" or sign.unit.sort != "word" or sign.unit.weak or sign.unit.weight:
        return None
    match = _AN.search(low, max(0, sign.start - 4), sign.start)
    if match is None or (found and found[-1].end > match.start(1)):
        return None
    following = low[sign.end : sign.end + WIDEST]
    first = following.split(None, 1)[0].strip(".,;:)") if following.strip() else ""
    if following.startswith("-") or first in resources.tree("currencies.toml")["no_amount"]:
        return None
    return Numeral(match.start(1), match.end(1), Decimal(1), article=True)


def _sign(token: Token, low: str) -> Sign:
    """The sign, with a nationality before or after it that narrows its codes."""
    sign = Sign(token.start, token.end, token.units[0])
    if sign.unit.sort == "code" or len(sign.unit.codes) == 1 or not low[token.start].isalpha():
        if sign.unit.sort != "word":
            return sign
    return (
        _narrowed(sign, _before(low, sign), "en")
        or _narrowed(sign, _after(low, sign), "es")
        or sign
    )


def _narrowed(sign: Sign, ways: list[tuple[str, int, int]], language: str) -> Sign | None:
    known = nationalities(language)
    for phrase, start, end in ways:
        codes = known.get(phrase, frozenset())
        kept = tuple(code for code in sign.unit.codes if code in codes)
        if kept:
            return Sign(start, end, replace(sign.unit, codes=kept, weak=False, weight=False), True)
    return None


def _before(low: str, sign: Sign) -> list[tuple[str, int, int]]:
    """Up to four words before a sign, the longest first, each with the span it makes with it."""
    window = max(0, sign.start - 32)
    if sign.start == 0 or not (low[sign.start - 1].isspace() or low[sign.start - 1] == "-"):
        return []
    words = list(_WORDS_BEFORE.finditer(low, window, sign.start))[-4:]
    phrases = []
    for first in words:
        phrase = " ".join(low[first.start() : sign.start].strip("-").split())
        phrases.append(
            (
                phrase.lstrip("(-"),
                sign.start - len(low[first.start() : sign.start].lstrip("(-")),
                sign.end,
            )
        )
    return phrases


def _after(low: str, sign: Sign) -> list[tuple[str, int, int]]:
    """Up to four words after a sign, the longest first, each with the span it makes with it."""
    ends = []
    at = sign.end
    while len(ends) < 5 and (match := _WORDS_AFTER.match(low, at)):
        at = match.end()
        ends.append(at)
    phrases = []
    for end in reversed(ends):
        phrase = " ".join(low[sign.end : end].split())
        phrases.append((phrase, sign.start, end))
        if phrase.endswith("."):
            phrases.append((phrase[:-1], sign.start, end - 1))
    return phrases
