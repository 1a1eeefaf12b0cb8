"""Numbers in digits: groups by comma, point, apostrophe or space, decimals by comma or point."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["DIGITS", "read_digits"]

_SPACE = " \u00a0\u2007\u2009\u202f"
DIGITS = (
    rf"[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,'’´][0-9]+)*(?:[½¼¾⅓⅔]|[ -][1-9]/[2-9](?![0-9/]))?|[½¼¾⅓⅔]"
    r"|(?<![^\s($€£¥-])\.[0-9]+"
)
"""Pattern of a number in digits: grouped, a vulgar fraction, a point before decimals alone."""

_FRACTIONS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
}  # fmt: skip
_FRACTION = re.compile(r"[ -]?([½¼¾⅓⅔]|[1-9]/[2-9])$")
MOST_DIGITS = 40
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}$")


def read_digits(digits: str, decimal: str = ".") -> Decimal | None:
    """The value of a number in digits.

    Args:
        digits: what :data:`DIGITS` matches; beyond 40 characters it counts as no number.
        decimal: the mark, ``.`` or ``,``, that separates decimals where the number itself leaves
            it open (``10.170`` is ten point one seven or ten thousand).

    >>> [str(read_digits(n)) for n in ("1,234.56", "1.234,56", "1'234.56", "1,00,00,000", "1 1/2")]
    ['1234.56', '1234.56', '1234.56', '10000000', '1.5']
    >>> str(read_digits("10.170")), str(read_digits("10.170", ","))
    ('10.170', '10170')
    >>> read_digits("1,2,3") is None
    True
    """
    if len(digits) > MOST_DIGITS:
        return None
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
    return f"{whole or 0}.{rest}"


def _grouped(digits: str) -> str | None:
    if _INDIAN.match(digits):
        return digits.replace(",", "")
    head, *groups = re.split(r"[.,']", digits)
    if 1 <= len(head) <= 3 and all(len(group) == 3 for group in groups):
        return head + "".join(groups)
    return None


def _is_group(whole: str, rest: str, mark: str, decimal: str) -> bool:
    """Whether one mark groups thousands: three digits after it, one to three before, no zero."""
    if len(rest) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return False
    return mark != decimal
