"""Numbers as written: digits in every grouping, words in English and Spanish, and both mixed.

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["DIGITS", "Piece", "evaluate", "joined", "parse_number", "read_digits", "words"]

Kind = Literal["digits", "unit", "times", "scale", "part"]

_SPACE = " \u00a0\u2007\u2009\u202f"
DIGITS = (
    rf"[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,'’´][0-9]+)*(?:[½¼¾⅓⅔]|[ -][1-9]/[2-9](?![0-9/]))?|[½¼¾⅓⅔]"
)
"""Pattern of a number in digits: groups by comma, point, apostrophe or space; a vulgar fraction."""

_FRACTIONS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
}  # fmt: skip
_FALSE_FRIENDS = frozenset({"once", "media", "lac", "mio"})
"""Number words of one language that are everyday words of the other."""

_FRACTION = re.compile(r"[ -]?([½¼¾⅓⅔]|[1-9]/[2-9])$")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[0-9]{3})+$")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}$")


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


def read_digits(digits: str, decimal: str = ".") -> Decimal | None:
    """The value of a number in digits.

    Args:
        digits: what :data:`DIGITS` matches.
        decimal: the mark, ``.`` or ``,``, that separates decimals where the number itself leaves
            it open (``10.170`` is ten point one seven or ten thousand).

    >>> [str(read_digits(n)) for n in ("1,234.56", "1.234,56", "1'234.56", "1,00,00,000", "1 1/2")]
    ['1234.56', '1234.56', '1234.56', '10000000', '1.5']
    >>> str(read_digits("10.170")), str(read_digits("10.170", ","))
    ('10.170', '10170')
    >>> read_digits("1,2,3") is None
    True
    """
    extra = Decimal(0)
    if fraction := _FRACTION.search(digits):
        extra, digits = _fraction(fraction[1]), digits[: fraction.start()]
        if not digits:
            return extra
    digits = re.sub(rf"[{_SPACE}]", "", digits).replace("’", "'").replace("´", "'")
    plain = _without_groups(digits, decimal)
    return None if plain is None else Decimal(plain) + extra


def _fraction(text: str) -> Decimal:
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    above, below = text.split("/")
    return Decimal(above) / Decimal(below)


def _without_groups(digits: str, decimal: str) -> str | None:
    """Digits with grouping removed and ``.`` before decimals; ``None`` if the grouping is odd."""
    marks = [char for char in digits if not char.isdigit()]
    if not marks:
        return digits
    last = marks[-1]
    whole, _, decimals = digits.rpartition(last)
    if len(marks) > 1 and marks[0] == "'" and len(decimals) == 3:
        return _grouped(digits)
    if len(marks) > 1 and last not in marks[:-1] and last != "'":
        plain = _grouped(whole)
        return None if plain is None else f"{plain}.{decimals}"
    if len(marks) > 1:
        return _grouped(digits)
    whole, _, rest = digits.partition(last)
    if _is_group(whole, rest, last, decimal):
        return whole + rest
    return f"{whole}.{rest}"


def _grouped(digits: str) -> str | None:
    if _INDIAN.match(digits):
        return digits.replace(",", "")
    head, *groups = re.split(r"[.,']", digits)
    if 1 <= len(head) <= 3 and all(len(group) == 3 for group in groups):
        return head + "".join(groups)
    return None


def _is_group(whole: str, rest: str, mark: str, decimal: str) -> bool:
    """Whether one mark groups thousands: three digits after it, one to three before, no zero."""
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return False
    return mark != decimal


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

    >>> [str(parse_number(n)) for n in ("twenty-five", "a hundred and fifty thousand", "2.5 million")]
    ['25', '150000', '2500000.0']
    >>> [str(parse_number(n, "es")) for n in ("dos mil millones", "un millón y medio", "35 mil")]
    ['2000000000', '1500000.0', '35000']
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
        known = (not gap) if not pieces else joined(pieces[-1], gap.strip(), piece) if piece else 0
        if piece is None or not known:
            return None
        pieces.append(piece)
        end = match.end()
    return evaluate(pieces) if pieces and end == len(text) else None


def _piece(match: re.Match[str], language: str, decimal: str) -> Piece | None:
    if match["word"]:
        return words(language)[match["word"]]
    value = read_digits(match["digits"], decimal)
    return None if value is None else Piece("digits", value)
