"""Amounts that are one: ranges ("$5 to $7 million") and units with their cents."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.layout import gap
from extract.entities.money.lexicon import CENT
from extract.entities.money.names import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.money.amounts import Amount

DASHES = frozenset({"-", "–", "—", "--", "‒", "―"})
AND = frozenset({"and", "y", "y los", "y las", "and the"})
TO = frozenset(
    {"to", "a", "or", "o", "u", "hasta", "-to-", "to about", "a los"}
    | {"and up to", "to up to", "y hasta"}
    | AND
)
_HUNDREDTHS = re.compile(r"\s([0-9]{2})/100(?:\sm\.\s?n\.)?(?![\w/])")
HALF = Decimal("0.5")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\W*(?:\b(?:los|las|the)\s)?$")
_CLAUSE_END = re.compile(r"[.;:]\s|\n")
CLAUSE = 64
"""Characters before an amount in which to look for a verb of change."""


def merged(found: Sequence[Amount], low: str) -> list[Amount]:
    """The amounts with those that belong together made one, in text order.

    Args:
        found: amounts and bare numbers, in text order.
        low: the text in lower case.
    """
    made: list[Amount] = []
    for amount in found:
        if made and (_add_cents(made[-1], amount, low) or _make_range(made[-1], amount, low)):
            continue
        _add_hundredths(amount, low)
        made.append(amount)
    return made


def _add_hundredths(amount: Amount, low: str) -> None:
    """Add cents as contracts write them: "mil pesos 50/100 M.N."."""
    if not amount.units or amount.units[-1].sort != "word":
        return
    if match := _HUNDREDTHS.match(low, amount.end):
        amount.low += Decimal(match[1]) * CENT
        amount.end = match.end()


def _add_cents(whole: Amount, cents: Amount, low: str) -> bool:
    """Add cents that follow their unit: "10 dollars and 50 cents", "25 euros con 50"."""
    if whole.high is not None or not whole.units or whole.units[-1].factor != 1:
        return False
    if whole.low != int(whole.low):
        return False  # "16.55 pesos, cinco centavos más"
    between = gap(low, whole.end, cents.start)
    if between not in {"", "and", "y", "con", ",", "with", "and a"}:
        return False
    if not cents.units and cents.low == HALF and between in {"y", "and a", "and"}:
        whole.low += HALF
    elif cents.units:
        if cents.units[-1].factor != CENT or cents.prefixed or cents.low >= 1:
            return False
        whole.low += cents.low
    elif _bare_cents(whole, cents, between, low):
        whole.low += cents.low * CENT
    else:
        return False
    whole.end = cents.end
    return True


def _bare_cents(whole: Amount, cents: Amount, between: str, low: str) -> bool:
    """Whether a bare number is cents: "25 euros con 50", "20 dollars 43." ending a sentence."""
    if whole.numeral.scale > 1 or whole.prefixed or whole.units[-1].sort != "word":
        return False
    if not (cents.low < 100 and cents.low == int(cents.low)):
        return False
    return between == "con" or low[cents.end : cents.end + 2].strip() in {
        "",
        ".",
        "!",
        "?",
        ";",
        ",",
    }


def _make_range(first: Amount, last: Amount, low: str) -> bool:
    """Join two amounts into a range if words or a dash say so, and the second is larger."""
    if first.high is not None or not (first.units or last.units) or _unlike(first, last):
        return False
    if not first.numeral.bare and first.numeral.value < 1:
        return False  # "in the quarter to $254 million"
    between = gap(low, first.end, last.start)
    if between and between.startswith("- "):
        between = between[2:]  # "a $5- to $7-million loan"
    if between is None or not (between in DASHES or between in TO):
        return False
    if not _ends_fit(first, last, between, low):
        return False
    shared = _shared_scale(first, last)
    if first.low * shared >= last.low:
        return False
    first.low, first.high, first.end = first.low * shared, last.low, last.end
    first.units, first.numeral = (*first.units, *last.units), last.numeral
    return True


def _unlike(first: Amount, last: Amount) -> bool:
    """Whether the two name different currencies."""
    if not (first.units and last.units):
        return False
    return not set(first.codes) & set(last.codes)


def _shared_scale(first: Amount, last: Amount) -> Decimal:
    """The magnitude of the second number if the first leans on it ("5 to 7 million")."""
    factor = Decimal(1)
    for unit in last.units:
        if not first.units:
            factor *= unit.factor
    scale = last.numeral.scale
    if first.numeral.scale >= scale or scale == 1:
        return factor
    return scale * factor if first.low * scale * factor < last.low else factor


def _ends_fit(first: Amount, last: Amount, between: str, low: str) -> bool:
    if between in AND:
        return _word_before(low, first.start) in _words("between")
    if between in {"or", "o", "u"}:
        return not first.units and first.numeral.scale == 1 and not first.numeral.like_year
    if first.units and last.units:
        return between in DASHES or not _is_change(low, first.start)
    if not first.units:
        return not first.numeral.like_year
    return _bare_end(first, last, between)


def _bare_end(first: Amount, last: Amount, between: str) -> bool:
    """Whether a number without a sign ends a range: "$5 to 7 million", not "$5 to 30 schools"."""
    if last.numeral.scale >= 1000:
        return True
    if first.numeral.scale >= 1000 or last.numeral.like_year:
        return False
    glued = first.end + 1 == last.start
    return between in DASHES and (glued or last.numeral.like_money)


def _is_change(low: str, start: int) -> bool:
    """Whether one amount became the other: "rose from $5 to $7", not "range from $5 to $7"."""
    window = low[max(0, start - CLAUSE) : start]
    words = _WORD.findall(_CLAUSE_END.split(window)[-1])
    if not _words("spread").isdisjoint(words):
        return False
    if words and words[-1] in _words("from"):
        return len(words) > 1
    return not _words("change").isdisjoint(words)


def _word_before(low: str, start: int) -> str:
    match = _LAST_WORD.search(low, max(0, start - 24), start)
    return match[1] if match else ""


@cache
def _words(sort: str) -> frozenset[str]:
    rows = resources.tree("qualifiers.toml")["range"][sort]
    return frozenset(word for language in LANGUAGES for word in rows[language])
