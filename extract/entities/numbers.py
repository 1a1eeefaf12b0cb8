"""Numbers in words, English and Spanish, and in words and digits mixed ("35 mil 188").

English counts by the short scale (billion = 10⁹), Spanish by the long one (billón = 10¹²); see
guidelines §1. All functions are pure; what is no number is ``None``, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from extract import resources
from extract.entities.digits import DIGITS, read_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Piece", "evaluate", "joined", "parse_number", "words"]

Kind = Literal["digits", "unit", "times", "scale", "part"]

_FALSE_FRIENDS = frozenset({"once", "media", "lac", "mio"})
"""Number words of one language that are everyday words of the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or run of digits of a number.

    Attributes:
        kind: ``digits``; ``unit`` adds; ``times`` multiplies below a thousand; ``scale`` closes a
            group; ``part`` is a fraction of its neighbour.
        value: what it stands for.
    """

    kind: Kind
    value: Decimal


@cache
def words(language: str) -> Mapping[str, Piece]:
    """Number words in lower case, those of ``language`` (``en`` or ``es``) first.

    Words of the other language are known too, since quotations and titles mix the two, unless
    they mean something else here.

    >>> words("en")["mil"].value == 10**6, words("es")["mil"].value == 10**3
    (True, True)
    """
    other = "es" if language == "en" else "en"
    found = {word: piece for word, piece in _column(other).items() if word not in _FALSE_FRIENDS}
    return found | _column(language)


def _column(language: str) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for row in resources.table("numbers.tsv"):
        kind: Kind = row["kind"]  # type: ignore[assignment]
        piece = Piece(kind, Decimal(row["value"]))
        found.update((word, piece) for word in row[language].split("|") if word)
    return found


_GAPS = frozenset({"", "-"})
_AND = frozenset({"and", "y", "-and-", "-y-"})


def joined(left: Piece, gap: str, right: Piece) -> bool:
    """Whether two neighbouring pieces belong to one number.

    Args:
        left: the piece before.
        gap: what stands between, in lower case, trimmed, white space single.
        right: the piece after.
    """
    if right.kind == "part":
        return _part_joins(left, gap)
    if left.kind == "part":
        return right.kind == "scale" and gap in {"", "-", "a", "-a-", "of a", "of", "de", "de un"}
    if gap not in _GAPS:
        return gap in _AND and _adds(left, right)
    if right.kind in {"scale", "times"}:
        return not (right.kind == "times" and left.kind == "scale")
    return _adds(left, right)


def _part_joins(left: Piece, gap: str) -> bool:
    return gap in {"y", "and a", "-and-a-", "and one"} or (left.kind == "unit" and gap in _GAPS)


def _adds(left: Piece, right: Piece) -> bool:
    """Whether ``right`` fills places that ``left`` leaves empty."""
    if right.kind not in {"unit", "digits"}:
        return False
    if left.kind == "scale":
        return right.value < left.value
    if right.kind == "digits" or left.kind == "digits":
        return False
    if left.kind == "times":
        return right.value < left.value
    if left.value >= 100:
        return right.value < 100
    return left.value >= 20 and left.value % 10 == 0 and 0 < right.value < 10


def evaluate(pieces: Iterable[Piece]) -> Decimal:
    """The value of pieces that are :func:`joined` one by one.

    >>> million, mil = words("es")["millones"], words("es")["mil"]
    >>> str(evaluate([Piece("digits", Decimal(2)), mil, Piece("digits", Decimal(800)), million]))
    '2800000000'
    """
    total, group, last = Decimal(0), None, Decimal(1)
    for piece in pieces:
        value = piece.value
        if piece.kind == "part":
            total, group = _add_part(total, group, value, last)
        elif piece.kind == "times":
            below = (group or Decimal(0)) % 1000
            group = (group or Decimal(0)) - below + (below or Decimal(1)) * value
        elif piece.kind == "scale" and value > 1000:
            total, group = _close(total, group, value), None
        elif piece.kind == "scale":
            group = (Decimal(1) if group is None else group) * value
        else:
            group = value if group is None else group + value
        last = value if piece.kind == "scale" else Decimal(1)
    return total + (group or 0)


def _close(total: Decimal, group: Decimal | None, scale: Decimal) -> Decimal:
    """End a group at a scale word; one after another multiply ("lakh crore")."""
    if group is None:
        return (total or Decimal(1)) * scale
    return total + group * scale


def _add_part(
    total: Decimal, group: Decimal | None, part: Decimal, last: Decimal
) -> tuple[Decimal, Decimal | None]:
    if group is None:
        return (total + part * last, None) if total else (total, part)
    if part == Decimal("0.25"):
        return total, group * part
    return total, group + part * last


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
        if piece is None or not _goes_on(pieces, text[end : match.start()], piece):
            return None
        pieces.append(piece)
        end = match.end()
    return evaluate(pieces) if pieces and end == len(text) else None


def _goes_on(pieces: list[Piece], gap: str, piece: Piece) -> bool:
    return joined(pieces[-1], gap.strip(), piece) if pieces else not gap


def _piece(match: re.Match[str], language: str, decimal: str) -> Piece | None:
    if match["word"]:
        return words(language)[match["word"]]
    value = read_digits(match["digits"], decimal)
    return None if value is None else Piece("digits", value)
