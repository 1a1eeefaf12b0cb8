"""From tokens to signs: currency forms with the nationality that says whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.names import nationalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.money.lexicon import Unit
    from extract.entities.money.tokens import Token

BEFORE = 32
"""Characters before a sign in which its nationality stands."""
MOST_WORDS = 6
_LOWER_US = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s(us)\s?$")
_WORD_BEFORE = re.compile(r"[^\s(]+")
_WORD_AFTER = re.compile(r"\s[^\W\d_][\w.]*")

Way = tuple[str, int, int]
"""Words beside a sign, in lower case, and the span they make with it."""


@dataclass(slots=True)
class Sign:
    """A currency form with its nationality, ``text[start:end]``.

    Attributes:
        unit: what it is, its codes narrowed down by the nationality.
        narrowed: whether a nationality stands with it.
    """

    start: int
    end: int
    unit: Unit
    narrowed: bool = False


def sign(token: Token, low: str) -> Sign:
    """The sign of a token, with "U.S." before or "mexicanos" after it.

    Args:
        token: a currency form.
        low: the text in lower case.
    """
    plain = Sign(token.start, token.end, token.units[0])
    if low[token.start] == "$" and (us := _lower_us(low, plain)):
        return us
    spelled = low[token.start].isalpha() and len(plain.unit.codes) > 1
    if plain.unit.sort != "word" and not (plain.unit.sort == "symbol" and spelled):
        return plain
    return (
        _narrowed(plain, _before(low, plain), "en")
        or _narrowed(plain, _after(low, plain), "es")
        or plain
    )


def _lower_us(low: str, dollar: Sign) -> Sign | None:
    """The sign of "a us $5 loan", with "us" where it is no pronoun ("gave us $5")."""
    match = _LOWER_US.search(low, max(0, dollar.start - BEFORE), dollar.start)
    if match is None or match[1] not in resources.tree("currencies.toml")["dollar_after"]:
        return None
    return Sign(match.start(2), dollar.end, replace(dollar.unit, codes=("USD",)), narrowed=True)


def _narrowed(plain: Sign, ways: Iterator[Way], language: str) -> Sign | None:
    known = nationalities(language)
    for phrase, start, end in ways:
        codes = known.get(phrase, frozenset())
        kept = tuple(code for code in plain.unit.codes if code in codes)
        if kept:
            unit = replace(plain.unit, codes=kept, weak=False, weight=False)
            return Sign(start, end, unit, narrowed=True)
    return None


def _before(low: str, plain: Sign) -> Iterator[Way]:
    """Up to six words before a sign, the longest phrase first."""
    edge = low[plain.start - 1] if plain.start else ""
    if not (edge.isspace() or edge == "-"):
        return
    window = max(0, plain.start - BEFORE)
    for first in list(_WORD_BEFORE.finditer(low, window, plain.start))[-MOST_WORDS:]:
        start = first.start() + first[0].startswith("-")
        yield " ".join(low[start : plain.start].strip("-").split()), start, plain.end


def _after(low: str, plain: Sign) -> Iterator[Way]:
    """Up to six words after a sign, the longest phrase first, with and without a full stop."""
    ends: list[int] = []
    at = plain.end
    while len(ends) < MOST_WORDS and (match := _WORD_AFTER.match(low, at)):
        at = match.end()
        ends.append(at)
    for end in reversed(ends):
        phrase = " ".join(low[plain.end : end].split())
        yield phrase, plain.start, end
        if phrase.endswith("."):
            yield phrase[:-1], plain.start, end - 1
