"""The parts of amounts in a run of tokens: numerals and signs, in order."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.layout import WIDEST
from extract.entities.money.numerals import ARTICLE, Numeral, numeral
from extract.entities.money.signs import Sign, sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.numerals import ReadDigits
    from extract.entities.money.tokens import Token

Item = Numeral | Sign


def items(tokens: Sequence[Token], low: str, language: str, read: ReadDigits) -> list[Item]:
    """The numerals and signs of a run of tokens, in order.

    Args:
        tokens: the run.
        low: the text in lower case.
        language: ``en`` or ``es``.
        read: the value of digits.
    """
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        if tokens[at].units:
            new = sign(tokens[at], low)
            if language == "en" and (one := _article(found, new, low)):
                found.append(one)
            found.append(new)
            at += 1
            continue
        number, at = numeral(tokens, at, low, language, read)
        if number is not None:
            found.append(number)
    return found


def _article(found: list[Item], noun: Sign, low: str) -> Numeral | None:
    """The article before a currency word, as one: "a dollar a day", not "a dollar sign"."""
    if noun.unit.sort != "word" or noun.unit.weak or noun.unit.weight:
        return None
    match = ARTICLE.search(low, max(0, noun.start - 4), noun.start)
    if match is None or (found and found[-1].end > match.start(1)):
        return None
    following = low[noun.end : noun.end + WIDEST]
    first = following.split(None, 1)[0].strip(".,;:)") if following.strip() else ""
    if following.startswith("-") or first in resources.tree("currencies.toml")["no_amount"]:
        return None
    return Numeral(match.start(1), match.end(1), Decimal(1), article=True)
