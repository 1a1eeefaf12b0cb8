"""Amounts whose currency is left out: "$1 billion from the Bank and 500 million from the Fund"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.context import NEAR
from extract.entities.money.currency import SENTENCE_END
from extract.entities.money.layout import gap
from extract.entities.money.names import LANGUAGES

if TYPE_CHECKING:
    from extract.entities.money.amounts import Amount
    from extract.entities.money.context import Context

_BEFORE = re.compile(r"(?:(?<![^\W\d_])(?:([^\W\d_]+)\s+)?([^\W\d_]+)|([^\w\s]))\s*$")
_BEHIND = re.compile(r"\s*(?:([.,;:)*\]–—-])|([^\W\d_]+))")


def elided(
    amount: Amount, previous: Amount | None, following: Amount | None, context: Context
) -> bool:
    """Whether a number with a magnitude but no sign is money after ``previous``.

    Args:
        amount: the number; its span grows over "of the same currency".
        previous: the amount before it in the text.
        following: the number after it.
        context: the document.
    """
    if previous is None or amount.numeral.scale < 1000 or amount.numeral.magnitude:
        return False
    text, low = context.text, context.low
    if following is not None and _listed(previous, amount, following, low):
        return True
    if amount.numeral.scale < 10**6:
        return False
    if amount.start - previous.end > NEAR:
        return False
    if SENTENCE_END.search(text, previous.end, amount.start):
        return False
    for phrase in _words("same_currency"):
        if low.startswith(" " + phrase, amount.end):
            amount.end += 1 + len(phrase)
            return True
    return _led(low, amount.start) and _left(low, amount.end)


def _listed(previous: Amount, amount: Amount, following: Amount, low: str) -> bool:
    """Whether the number stands in a list of amounts: "20 mil pesos, 15 mil y 10 mil pesos"."""
    if not following.units or gap(low, previous.end, amount.start) != ",":
        return False
    return gap(low, amount.end, following.start) in {",", "y", "and", "o", "or", ", y", ", and"}


def _led(low: str, start: int) -> bool:
    """Whether the word before leaves room for money."""
    match = _BEFORE.search(low, max(0, start - 40), start)
    if match is None:
        return False
    if match[3]:
        return match[3] in "(,;:–—"
    phrases = {match[2], f"{match[1]} {match[2]}"}
    if phrases & _words("not_before") or match[1] in _words("not_before"):
        return False
    return bool(phrases & _words("before"))


def _left(low: str, end: int) -> bool:
    """Whether what follows is not the thing counted."""
    match = _BEHIND.match(low, end)
    if match is None:
        return not low[end:].strip()
    if match[1]:
        return match[1] not in "-]*"
    return match[2] in _words("behind") or match[2] in _words("nouns")


@cache
def _words(sort: str) -> frozenset[str]:
    rows = resources.tree("qualifiers.toml")["elided"][sort]
    return frozenset(word for language in LANGUAGES for word in rows[language])
