"""Which dollar, which peso: one code for every amount, and what decided it.

In this order: the amount's own words; the amounts beside it; how the document names currencies
elsewhere; its publisher; the countries it names; the commonest meaning of the word.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.amounts import Amount
    from extract.entities.money.context import Context

SENTENCE = re.compile(r"[.!?][\"”»)]?\s+(?=[^\W\d_a-zà-ÿ]|[¿¡\"“«])|\n\s*\n")
NEAR = 240


def currencies(found: Sequence[Amount], context: Context, language: str) -> list[tuple[str, str]]:
    """The currency of every amount, and its basis (see :class:`extract.schema.Money`).

    Args:
        found: amounts in text order, elided currencies among them.
        context: the document.
        language: ``en`` or ``es``.
    """
    own = [(amount.codes[0] if len(amount.codes) == 1 else "") for amount in found]
    named = Counter(code for code in own if code)
    chosen: list[tuple[str, str]] = []
    for at, amount in enumerate(found):
        if own[at]:
            chosen.append((own[at], max(amount.units, key=_clarity).sort))
        elif not amount.units:
            chosen.append(_elided(found, at, own, chosen))
        else:
            chosen.append(_ambiguous(found, at, own, named, context, language))
    return chosen


def _clarity(unit: object) -> bool:
    return len(unit.codes) == 1  # type: ignore[attr-defined]


def _elided(
    found: Sequence[Amount], at: int, own: Sequence[str], chosen: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """The currency of the amount before it, else of the one after."""
    if chosen:
        return chosen[-1][0], "neighbour"
    following = next((code for code in own[at:] if code), "USD")
    return following, "neighbour"


def _ambiguous(
    found: Sequence[Amount], at: int, own: Sequence[str], named: Counter[str],
    context: Context, language: str,
) -> tuple[str, str]:  # fmt: skip
    amount = found[at]
    codes = amount.codes
    dollar = any(unit.sort == "symbol" for unit in amount.units) and "USD" in codes
    if dollar and language == "en":
        codes = tuple(code for code in codes if code in context.dollars)
    if code := _neighbour(found, at, own, codes, context):
        return code, "neighbour"
    if dollar and language == "es" and (pesos := _pesos(context, codes)):
        codes = pesos
    elsewhere = [code for code in codes if named[code]]
    if len(elsewhere) == 1 and not (dollar and codes[0] not in elsewhere and language == "en"):
        return elsewhere[0], "document"
    issuer = [code for code in codes if code in context.publisher_codes]
    if len(issuer) == 1:
        return issuer[0], "publisher"
    if elsewhere:
        return max(elsewhere, key=lambda code: named[code]), "document"
    if codes[0] != "USD" and (code := _country(context, codes, amount)):
        return code, "country"
    return codes[0], "default"


def _pesos(context: Context, codes: Sequence[str]) -> tuple[str, ...]:
    """The pesos among ``codes``, if the text counts in pesos and not in dollars."""
    pesos, dollars = (
        len(re.findall(r"\bpesos\b|\bmdp\b", context.low)),
        len(re.findall(r"\bd[oó]lares\b|\bmdd\b|us\$|\busd\b|\bdls\b", context.low)),
    )
    return tuple(code for code in context.pesos if code in codes) if pesos > dollars else ()


def _neighbour(
    found: Sequence[Amount], at: int, own: Sequence[str], codes: Sequence[str], context: Context
) -> str:
    """The nearest clear currency in the same sentence, conversions in brackets aside."""
    amount = found[at]
    for other in (at - 1, at + 1):
        if not (0 <= other < len(found)) or own[other] not in codes:
            continue
        left, right = sorted((amount, found[other]), key=lambda a: a.start)
        between = context.text[left.end : right.start]
        if len(between) < NEAR and "(" not in between and not SENTENCE.search(between):
            if _alike(amount, found[other]):
                return own[other]
    return ""


def _alike(one: Amount, other: Amount) -> bool:
    """Both by sign or both by word: "A$5 million and $3 million", "5 US dollars or 9 dollars"."""
    return {unit.sort for unit in one.units} == {unit.sort for unit in other.units}


def _country(context: Context, codes: Sequence[str], amount: Amount) -> str:
    """The currency whose country the text names most, of two alike the one named nearby."""
    counts = context.country_counts
    if not any(counts[code] for code in codes):
        return ""
    near = context.countries_in(max(0, amount.start - NEAR), amount.end + NEAR // 4)
    score = {code: counts[code] + 2 * near[code] for code in codes}
    best = max(codes, key=lambda code: score[code])
    return best if score[best] > 1 else ""
