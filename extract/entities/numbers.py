"""Numbers in words, English and Spanish, and in words and digits mixed ("35 mil 188").

English counts by the short scale (billion = 10⁹), Spanish by the long one (billón = 10¹²); see
guidelines §1. All functions are pure; what is no number is ``None``, never an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from extract import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Piece", "after", "evaluate", "joined", "words"]

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


def after(left: Piece, gap: str, right: Piece) -> Piece:
    """What a piece counts as behind another: "two and a quarter" adds, "three quarters" does not.

    Args:
        left: the piece before.
        gap: what stands between, as for :func:`joined`.
        right: the piece after.
    """
    if right.kind == "part" and gap and gap not in _GAPS and left.kind != "scale":
        return Piece("unit", right.value)
    return right


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
    return total, group * part
