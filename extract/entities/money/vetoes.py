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
_WEIGHT_AFTER = re.compile(
    r"-|\s+(?:per|in weight|heavier|lighter|of|de|por|al año|weight|lighter)\b\s*([^\W\d_]*)"
)
_WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh\w*|los[te]\w*|lift\w*|pesa\w*|pesó|gain\w*)\s+(?:\w+\s+){0,2}$"
)
_HYPHEN = re.compile(r"-(\w+)$")
_ADDRESS = re.compile(r"(?:://|www\.|%[0-9A-Fa-f]{2}|\.[a-z]{2,4}/)[^\s<>]*$|/[\w-]*-$")
_ADJECTIVE = re.compile(r"an?\s+\w+-\w+$")
_CONSTANT = re.compile(r"\b(?:constant|current|nominal|real|constantes|corrientes)\s+$")
SHORT = 400
"""Texts up to this long need not show that they count in pounds elsewhere."""
_CAPITAL_WORD = re.compile(r"\s+[A-Z]{2,}\b")


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
    return not (_is_word_code(amount) and _CAPITAL_WORD.match(context.text, amount.end))


def _is_price_base(amount: Amount, context: Context) -> bool:
    """Whether it names a year's prices: "in constant 2015 US dollars"."""
    before = _CONSTANT.search(context.low, max(0, amount.start - 16), amount.start)
    return amount.numeral.like_year and before is not None


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
    after = _WEIGHT_AFTER.match(low, amount.end) or _HYPHEN.search(low, amount.start, amount.end)
    before = _WEIGHT_BEFORE.search(low, max(0, amount.start - 40), amount.start)
    near = currencies_named(low, max(0, amount.start - NEAR), amount.end)
    if context.counts_in_pounds or any(near[code] for code in amount.codes):
        return False
    if after is None and before is None:
        return len(low) > SHORT
    return not (after and after[1] in _money_nouns())


@cache
def _money_nouns() -> frozenset[str]:
    rows = resources.tree("qualifiers.toml")["elided"]["nouns"]
    return frozenset(word for language in LANGUAGES for word in rows[language])


def _is_word_code(amount: Amount) -> bool:
    return (
        amount.prefixed
        and amount.numeral.scale < 10**6
        and any(unit.sort == "code" and unit.weak for unit in amount.units)
    )
