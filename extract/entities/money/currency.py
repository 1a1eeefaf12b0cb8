"""Which dollar, which peso: one code for every amount, and what decided it.

In this order: the amount's own words; the amounts beside it; how the document names currencies
elsewhere; its publisher; the countries it names; the commonest meaning of the word.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extract.entities.money.context import NEAR
from extract.entities.money.layout import gap
from extract.entities.money.lexicon import units
from extract.entities.money.places import currencies_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.amounts import Amount
    from extract.entities.money.context import Context

SENTENCE_END = re.compile(r"[.!?][\"”»)]?\s+(?=[^\W\d_a-zà-ÿ]|[¿¡\"“«])|\n\s*\n")

_REMARK = re.compile(r"\s?\(([A-Z]{3})\)")
"""A code in brackets behind an amount: "$5 million (CAD)"."""

Choice = tuple[str, str]
"""A currency and its basis (see :class:`extract.schema.Money`)."""

_UNKNOWN: Choice = ("", "")


def currencies(found: Sequence[Amount], context: Context, language: str) -> list[Choice]:
    """The currency of every amount, and what decided it.

    Args:
        found: amounts in text order, those with an elided currency among them.
        context: the document.
        language: ``en`` or ``es``.
    """
    named = Counter(amount.codes[0] for amount in found if len(amount.codes) == 1)
    chosen: list[Choice] = []
    for at, amount in enumerate(found):
        if len(amount.codes) == 1:
            chosen.append((amount.codes[0], _clearest(amount)))
        elif amount.units:
            chosen.append(_ambiguous(found, at, named, context, language))
        else:
            chosen.append(_UNKNOWN)
    return _shared(found, chosen)


def _shared(found: Sequence[Amount], chosen: Sequence[Choice]) -> list[Choice]:
    """The choices with those of elided currencies taken from the amounts they are like."""
    known = {id(amount): choice for amount, choice in zip(found, chosen, strict=True)}
    for amount in found:
        if amount.like:
            known[id(amount)] = known[id(amount.like)][0], "neighbour"
    return [known[id(amount)] for amount in found]


def _clearest(amount: Amount) -> str:
    """How the sign that leaves no choice says so."""
    return min(amount.units, key=lambda unit: len(unit.codes)).sort


def _ambiguous(
    found: Sequence[Amount], at: int, named: Counter[str], context: Context, language: str
) -> Choice:
    amount = found[at]
    codes = _candidates(amount, context, language)
    if converted := _conversions(found, at, context):
        codes = tuple(code for code in codes if code not in converted) or codes
    remark = _REMARK.match(context.text, amount.end)
    if remark and remark[1] in amount.codes:
        return remark[1], "code"
    if code := _neighbour(found, at, codes, context):
        return code, "neighbour"
    elsewhere = [code for code in codes if named[code]]
    if len(elsewhere) == 1 and (elsewhere == [codes[0]] or not _plain_dollar(amount, language)):
        return elsewhere[0], "document"
    issuer = [code for code in codes if code in context.publisher_codes]
    if len(issuer) == 1:
        return issuer[0], "publisher"
    if elsewhere:
        return max(elsewhere, key=lambda code: named[code]), "document"
    if codes[0] != "USD" and (code := _country(context, codes, amount)):
        return code, "country"
    return codes[0], "default"


def _conversions(found: Sequence[Amount], at: int, context: Context) -> set[str]:
    """Clear currencies it is converted to or from in brackets: "$5 million (C$6.9 million)"."""
    converted: set[str] = set()
    for left, right in ((at - 1, at), (at, at + 1)):
        if left < 0 or right == len(found) or found[left].low == found[right].low:
            continue
        if gap(context.low, found[left].end, found[right].start) == "(":
            converted.update(*(found[side].codes for side in (left, right) if side != at))
    return converted if len(converted) == 1 else set()


def _plain_dollar(amount: Amount, language: str) -> bool:
    """Whether it bears a bare "$" in English: "C$" elsewhere does not make it Canadian."""
    return language == "en" and "USD" in amount.codes and amount.units[0].sort == "symbol"


def _candidates(amount: Amount, context: Context, language: str) -> tuple[str, ...]:
    """The currencies a sign may stand for here: "$" is a peso only in Spanish, and where said."""
    codes = amount.codes
    if _plain_dollar(amount, language):
        dollars = units()["dollar"][0].codes
        return tuple(code for code in codes if code in dollars)
    if language == "es" and codes[0] == "USD" and context.counts_in_pesos:
        pesos = units()["peso"][0].codes
        return tuple(code for code in pesos if code in codes) or codes
    return codes


def _neighbour(found: Sequence[Amount], at: int, codes: Sequence[str], context: Context) -> str:
    """A clear currency beside it in the same sentence, conversions in brackets aside."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(found) and _bears_on(found[other], found[at], context):
            own = found[other].codes
            if len(own) == 1 and own[0] in codes:
                return own[0]
    return ""


def _bears_on(other: Amount, amount: Amount, context: Context) -> bool:
    """Whether both are in one sentence and both by sign or both by word."""
    left, right = sorted((amount, other), key=lambda each: each.start)
    between = context.text[left.end : right.start]
    if len(between) > NEAR or "(" in between or SENTENCE_END.search(between):
        return False
    return {unit.sort for unit in amount.units} == {unit.sort for unit in other.units}


def _country(context: Context, codes: Sequence[str], amount: Amount) -> str:
    """The currency whose country the text names most, and nearby; one far mention is none."""
    counts = context.country_counts
    if not any(counts[code] for code in codes):
        return ""
    near = currencies_named(context.low, max(0, amount.start - NEAR), amount.end + NEAR // 4)
    score = {code: counts[code] + 2 * near[code] for code in codes}
    best = max(codes, key=lambda code: score[code])
    return best if score[best] > 1 else ""
