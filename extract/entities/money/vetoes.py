"""What looks like money and is not: formulas, code, weights, capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.context import NEAR
from extract.entities.money.names import LANGUAGES
from extract.entities.money.places import currencies_named

if TYPE_CHECKING:
    from extract.entities.money.amounts import Amount
    from extract.entities.money.context import Context

_FORMULA = re.compile(r"\s?(?:\\[a-z]+|\^[\w{]|_[\w{]|\$(?!\s?\d))")
_OPEN_FORMULA = re.compile(r"\$(?:[^\s\d$]|[^$\n]*[\\^_{}])[^$\n]*$")
_OPEN_CODE = re.compile(r"(?<!`)`(?![`\s])[^`\n]*$")
_CLOSED_CODE = re.compile(r"[^`\n]{0,60}(?<![`\s])`(?!`)")
_WEIGHT_AFTER = re.compile(r"-|\s+(?:per|in weight|heavier|lighter|por|al año|weight|lighter)\b")
_GOODS = re.compile(r"\s(?:of|de)((?:\s[^\W\d_]+){1,3})")
_WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh\w*|los[te]\w*|lift\w*|pesa\w*|pesó|gain\w*)\s+(?:\w+\s+){0,2}$"
)
_CARGO = re.compile(
    r"\b(?:contain|carr[iy]|ship|transport|haul|unload|conten|contien|carg|descarg)\w*\s+"
    r"(?:\w+\s+){0,3}$"
)
_HYPHEN = re.compile(r"-(\w+)$")
_ADDRESS = re.compile(r"(?:://|www\.|%[0-9A-Fa-f]{2}|\.[a-z]{2,4}/)[^\s<>]*$|/[\w-]*-$")
_ADJECTIVE = re.compile(r"an?\s+\w+-\w+$")
_CONSTANT = re.compile(r"\b(?:in|constant|current|nominal|real|constantes|corrientes)\s+$")
SHORT = 400
"""Texts up to this long need not show that they count in pounds elsewhere."""
_LABEL = re.compile(r"(?<![^\W_])[A-Z][a-z]+\s$")
_ONE_DECIMAL = re.compile(r"^[0-9]+[.,][0-9]$")
_WORD_BEHIND = re.compile(r"\s[^\W\d_]")
RECENT = range(2005, 2051)
"""Numbers that are years rather than amounts beside a code."""


def is_money(amount: Amount, context: Context) -> bool:
    """Whether an amount with a sign is money after all.

    Args:
        amount: the amount.
        context: the document.
    """
    if _ADDRESS.search(context.text, max(0, amount.start - 400), amount.start):
        return False
    if _ADJECTIVE.match(context.low, amount.start, amount.end) or _is_price_base(amount, context):
        return False
    if any(unit.sort == "symbol" for unit in amount.units) and _in_formula(amount, context.text):
        return False
    if any(unit.weight for unit in amount.units) and _is_weight(amount, context):
        return False
    if _is_labelled(amount, context.text) or _is_edition(amount):
        return False
    if not any(unit.weak for unit in amount.units) or amount.numeral.scale >= 1000:
        return True
    if amount.numeral.like_money and not _is_everyday_word(amount, context.text):
        return True
    return _is_at_home(amount, context)


def _is_price_base(amount: Amount, context: Context) -> bool:
    """Whether it names a year's prices: "in constant 2015 US dollars", "in 2005 dollars"."""
    before = _CONSTANT.search(context.low, max(0, amount.start - 16), amount.start)
    return amount.numeral.like_year and not amount.prefixed and before is not None


def _in_formula(amount: Amount, text: str) -> bool:
    """Whether the dollar sign is one of TeX ("$5^2$") or of a program ("`$1`")."""
    if "$" not in text[amount.start : amount.end]:
        return False
    before = text[max(0, amount.start - 80) : amount.start]
    if before.endswith(("`", "{", "$")) or _FORMULA.match(text, amount.end):
        return True
    if text[amount.end - 1] == "$" and _OPEN_FORMULA.search(before):
        return True
    return bool(_OPEN_CODE.search(before) and _CLOSED_CODE.match(text, amount.end))


def _is_weight(amount: Amount, context: Context) -> bool:
    low = context.low
    if goods := _GOODS.match(low, amount.end):
        return not context.counts_in_pounds and _money_nouns().isdisjoint(goods[1].split())
    if context.counts_in_pounds:
        return False
    if _CARGO.search(low, max(0, amount.start - 50), amount.start):
        return True
    after = _WEIGHT_AFTER.match(low, amount.end) or _HYPHEN.search(low, amount.start, amount.end)
    before = _WEIGHT_BEFORE.search(low, max(0, amount.start - 40), amount.start)
    near = currencies_named(low, max(0, amount.start - NEAR), amount.end)
    if any(near[code] for code in amount.codes):
        return False
    return after is not None or before is not None or len(low) > SHORT


@cache
def _money_nouns() -> frozenset[str]:
    rows = resources.tree("qualifiers.toml")["elided"]["nouns"]
    more = resources.tree("qualifiers.toml")["elided"]["sums"]
    return frozenset(word for language in LANGUAGES for word in (*rows[language], *more[language]))


def _is_labelled(amount: Amount, text: str) -> bool:
    """Whether a single letter belongs to a label: "Annex R 1.2 million people"."""
    surface = amount.units[0].surface or ""
    return (
        len(surface) == 1
        and _LABEL.search(text, max(0, amount.start - 24), amount.start) is not None
    )


def _is_edition(amount: Amount) -> bool:
    """Whether a code is followed by a year: "USD 2023", "the EUR2030 strategy"."""
    numeral = amount.numeral
    return (
        amount.prefixed
        and amount.units[0].sort == "code"
        and numeral.like_year
        and numeral.value in RECENT
    )


def _is_everyday_word(amount: Amount, text: str) -> bool:
    """Whether a word or code that means other things too has nothing to make it money."""
    if amount.units[-1].sort == "word":
        return True
    if not amount.prefixed or amount.units[0].sort != "code":
        return False
    return _ONE_DECIMAL.search(amount.numeral.bare) is not None or (
        _WORD_BEHIND.match(text, amount.end) is not None
    )


def _is_at_home(amount: Amount, context: Context) -> bool:
    """Whether the text names a country that counts in the currency."""
    return any(context.country_counts[code] for code in amount.codes)
