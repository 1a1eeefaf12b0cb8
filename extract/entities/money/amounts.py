"""From numerals and signs to amounts: which sign belongs to which number, ranges, cents."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extract.entities.money.fits import fits, word_may_lead
from extract.entities.money.layout import gap
from extract.entities.money.numerals import Numeral
from extract.entities.money.signs import Sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.lexicon import Unit
    from extract.entities.money.phrases import Item


@dataclass(slots=True)
class Amount:
    """A number with its currency, ``text[start:end]``.

    Attributes:
        low: the amount, the lower end of a range.
        high: the upper end of a range.
        units: the signs it carries; none where the currency is elided.
        numeral: its (last) number.
        prefixed: a sign stands before the number.
        like: the amount whose currency it shares, its own being elided.
    """

    start: int
    end: int
    low: Decimal
    units: tuple[Unit, ...]
    numeral: Numeral
    high: Decimal | None = None
    prefixed: bool = False
    like: Amount | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The currencies all its signs allow, the likeliest first."""
        if not self.units:
            return ()
        kept = self.units[-1].codes
        for unit in self.units[:-1]:
            kept = tuple(code for code in kept if code in unit.codes)
        return kept


_TO_SIGN = frozenset(
    {"", "-", "of", "de", "of the", "de los", "de las", "in", "en", "'", ",-", ".-"}
)
_IN = frozenset({"in", "en"})
_FROM_SIGN = frozenset({"", "-", "~", ".", "[", "**"})  # the last two: marks of Markdown


def amounts(found: Sequence[Item], low: str) -> list[Amount]:
    """Every number of ``found`` with the signs beside it; numbers without any are left bare.

    Args:
        found: numerals and signs in text order.
        low: the text in lower case.
    """
    taken: set[int] = set()
    made: list[Amount] = []
    for at, item in enumerate(found):
        if isinstance(item, Numeral) and not item.magnitude:
            made.append(_amount(found, at, item, taken, low))
    return [amount for amount in made if amount.units or not amount.numeral.article]


def _amount(found: Sequence[Item], at: int, numeral: Numeral, taken: set[int], low: str) -> Amount:
    before = None if at - 1 in taken else _sign_before(found, at, low)
    after = _sign_after(found, at, low)
    if before and after and not set(before.unit.codes) & set(after.unit.codes):
        after = None
    if after and (_belongs_to_next(found, at, low) or (before and _bracketed(after, low))):
        after = None
    amount = Amount(numeral.start, numeral.end, numeral.value, (), numeral)
    if before:
        amount.start, amount.units, amount.prefixed = before.start, (before.unit,), True
    if after:
        taken.add(at + 1)
        amount.end = _without_full_stop(after, low)
        amount.units = (*amount.units, after.unit)
        amount.low *= _factor(after, numeral)
    elif before:
        amount.low *= _factor(before, numeral)
    if amount.units:
        _absorb_magnitude(found, at + (2 if after else 1), amount, low)
    return amount


def _factor(sign: Sign, numeral: Numeral) -> Decimal:
    """What a sign multiplies its number by: "US$M 5" is millions, "US$M 5 million" as many."""
    return Decimal(1) if sign.unit.factor == numeral.scale else sign.unit.factor


def _without_full_stop(sign: Sign, low: str) -> int:
    """Where a sign after a number ends: the point of "kr." may be the sentence's."""
    if _bracketed(sign, low):
        return sign.end + 1
    if low[sign.end - 1] != "." or "." in low[sign.start : sign.end - 1]:
        return sign.end
    return sign.end - 1 if low[sign.end :].lstrip()[:1] in {"", "\n"} else sign.end


def _sign_before(found: Sequence[Item], at: int, low: str) -> Sign | None:
    sign, numeral = found[at - 1] if at else None, found[at]
    if not isinstance(sign, Sign) or sign.unit.place == "after":
        return None
    if gap(low, sign.end, numeral.start) not in _FROM_SIGN:
        return None
    if sign.unit.sort == "word" and not word_may_lead(sign, numeral):
        return None
    return sign if fits(sign, numeral, low) else None


def _sign_after(found: Sequence[Item], at: int, low: str) -> Sign | None:
    sign, numeral = found[at + 1] if at + 1 < len(found) else None, found[at]
    if not isinstance(sign, Sign) or sign.unit.place == "before":
        return None
    between = gap(low, numeral.end, sign.start)
    if between in _IN and not (isinstance(numeral, Numeral) and numeral.like_money):
        return None
    bracketed = between == "(" and _bracketed(sign, low)
    if not (bracketed or between in _TO_SIGN or _stopped(numeral, between, sign)):
        return None
    return sign if fits(sign, numeral, low) else None


def _stopped(numeral: Item, between: str | None, sign: Sign) -> bool:
    """Whether but the point of an abbreviation stands between: "5 mill. de euros", "5 mill. €"."""
    if not isinstance(numeral, Numeral) or numeral.bare:
        return False
    return between == ". de" or (between == "." and sign.unit.sort != "word")


def _bracketed(sign: Sign, low: str) -> bool:
    """Whether a code stands in brackets: "5 million (EUR)"."""
    bare = sign.unit.sort == "code" and low.startswith("(", sign.start - 1)
    return bare and low.startswith(")", sign.end)


def _belongs_to_next(found: Sequence[Item], at: int, low: str) -> bool:
    """Whether the sign after number ``at`` rather leads the number that follows it."""
    numeral, sign = found[at], found[at + 1]
    following = found[at + 2] if at + 2 < len(found) else None
    if not isinstance(following, Numeral) or following.magnitude:
        return False
    if not isinstance(sign, Sign) or sign.unit.sort == "word":
        return False
    if _sign_before(found, at + 2, low) is None:
        return False
    glued_left, glued_right = numeral.end == sign.start, sign.end == following.start
    if glued_left != glued_right:
        return glued_right
    return _sign_after(found, at + 2, low) is None


def _absorb_magnitude(found: Sequence[Item], at: int, amount: Amount, low: str) -> None:
    """A magnitude after the sign counts too: "125 USD million"."""
    if at >= len(found) or amount.numeral.scale > 1:
        return
    item = found[at]
    if isinstance(item, Numeral) and item.magnitude and gap(low, amount.end, item.start) == "":
        amount.end, amount.low = item.end, amount.low * item.value
