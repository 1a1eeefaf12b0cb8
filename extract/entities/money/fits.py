"""Whether a number and the sign beside it fit together: words and letters mean other things too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.money.numerals import Numeral

if TYPE_CHECKING:
    from extract.entities.money.phrases import Item
    from extract.entities.money.signs import Sign

THOUSAND = 10**3


def word_may_lead(sign: Sign, numeral: Item) -> bool:
    """Whether a word may lead: "Japanese yen 208 million", not "the euro 2024 budget".

    Args:
        sign: the word.
        numeral: what follows it.
    """
    if sign.unit.weak or not isinstance(numeral, Numeral):
        return False
    if sign.unit.factor > 1:
        return True
    if sign.narrowed:
        return not numeral.like_year
    return numeral.like_money and not numeral.article


def fits(sign: Sign, numeral: Item, low: str) -> bool:
    """Whether the number makes a sign that means other things as well mean money.

    Args:
        sign: the sign.
        numeral: what stands beside it.
        low: the text in lower case.
    """
    if not isinstance(numeral, Numeral):
        return False
    if _glued(sign, numeral, low):
        return False
    if not sign.unit.weak:
        return True
    if sign.unit.surface and len(sign.unit.surface) == 1:
        return _letter_fits(sign, numeral)
    coded = sign.unit.sort == "code" and sign.start > numeral.start
    return numeral.like_money or (coded and not numeral.like_year)


def _letter_fits(sign: Sign, numeral: Numeral) -> bool:
    """Whether a single letter is a currency: "R5.5bn", "Q1,500.00", "costó L 5 millones"."""
    if sign.end < numeral.start:
        return numeral.scale >= THOUSAND
    grouped = bool(numeral.bare) and numeral.value >= 1000 and not numeral.bare.isdigit()
    return grouped or numeral.scale >= THOUSAND


def _glued(sign: Sign, numeral: Numeral, low: str) -> bool:
    """Whether number or sign is a piece of a longer name: "A320", "DM89608", "_Rs5"."""
    before = low[numeral.start - 1 : numeral.start]
    if sign.start < numeral.start:
        before = low[sign.start - 1 : sign.start]
        return low[sign.start].isalpha() and (before.isalnum() or before == "_")
    if before.isalpha() or before in {"_", "%"}:
        return True
    if before in {"/", ":"} and low[numeral.start - 2 : numeral.start - 1].isdigit():
        return True
    return low[sign.end - 1].isalpha() and low[sign.end : sign.end + 1].isdigit()
