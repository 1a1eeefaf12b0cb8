"""What the whole document says of its numbers and currencies; worked out only when asked."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from extract import resources
from extract.entities.money.lexicon import LANGUAGES, nationalities, units
from extract.entities.money.tokens import lower
from extract.entities.numbers import read_digits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from extract.schema import Metadata

_DECIMALS = re.compile(r"[0-9]([.,])[0-9]{1,2}(?![0-9]|[.,/][0-9])")
"""Marks that can only set off decimals: one or two digits follow, and no further group."""
_DOMAIN = re.compile(r"^[\w-]+([a-z]{2})$|\.([a-z]{2})(?:[:/]|$)")
"""Country domain of an address, or of one whose points were lost ("newsinasia.lk", "newslk")."""


LEAD = 320
"""Characters of a text that are its title, dateline and first lines."""


class Context:
    """A document and what is known of it.

    Args:
        text: the whole text.
        metadata: what is known beside it.
    """

    def __init__(self, text: str, metadata: Metadata) -> None:
        self.text, self.low, self.metadata = text, lower(text), metadata

    @cached_property
    def decimal(self) -> str | None:
        """The decimal mark this text uses; ``None`` if it shows neither."""
        marks = Counter(_DECIMALS.findall(self.text))
        if marks["."] == marks[","]:
            return None
        return "." if marks["."] > marks[","] else ","

    def read(self, digits: str, scaled: bool, language: str) -> Decimal | None:
        """The value of digits, ambiguous ones as this text writes its numbers.

        A lone mark before three digits groups thousands, but an English point does not, nor does
        the mark this text uses for decimals. Without a magnitude three decimals are unlikely in
        money, and none of them end in two zeros.

        Args:
            digits: the number as written.
            scaled: whether a magnitude follows.
            language: ``en`` or ``es``.
        """
        if len(digits) < 5 or digits[-4] not in ".,":
            return read_digits(digits)
        if digits[-4] == ".":
            decimal = self._point_is_decimal(digits, scaled, language)
        else:
            decimal = (scaled or language == "es") and self.decimal == ","
        return read_digits(digits, digits[-4] if decimal else "")

    def _point_is_decimal(self, digits: str, scaled: bool, language: str) -> bool:
        if language == "en":
            return self.decimal != "," and (scaled or not digits.endswith("00"))
        return scaled and self.decimal == "."

    @cached_property
    def publisher_codes(self) -> frozenset[str]:
        """Currencies of the country whose name the publisher or its address bears."""
        publisher = (self.metadata.publisher or "").lower()
        named = [code for name in _place_names().findall(publisher) for code in places()[name]]
        for address in (publisher, self.metadata.url or ""):
            if domain := _DOMAIN.search(address):
                named += _legal_tender().get((domain[1] or domain[2]).upper(), ())
        return frozenset(named)

    @property
    def dollars(self) -> frozenset[str]:
        """Codes of all dollars."""
        return _dollars()

    @property
    def pesos(self) -> tuple[str, ...]:
        """Codes of all pesos, the likeliest first."""
        return units()["peso"][0].codes

    @cached_property
    def country_counts(self) -> Counter[str]:
        """Currency → how often the text names its country; the opening lines count thrice."""
        counts = self.countries_in(0, len(self.low))
        for code, times in self.countries_in(0, min(LEAD, len(self.low))).items():
            counts[code] += 2 * times
        return counts

    def countries_in(self, start: int, end: int) -> Counter[str]:
        """Currency → how often ``text[start:end]`` names its country."""
        counts: Counter[str] = Counter()
        for match in _place_names().finditer(self.low, start, end):
            counts.update(places()[match[0]])
        return counts


@cache
def _dollars() -> frozenset[str]:
    return frozenset(units()["dollar"][0].codes)


@cache
def _legal_tender() -> Mapping[str, tuple[str, ...]]:
    from babel.core import get_global

    return {
        territory: tuple(code for code, _, end, tender in rows if end is None and tender)
        for territory, rows in get_global("territory_currencies").items()
    }


@cache
def places() -> Mapping[str, frozenset[str]]:
    """Names and adjectives of countries, in lower case → their currencies."""
    from babel import Locale

    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for phrase, codes in nationalities(language).items():
            if len(phrase) > 4 and not phrase.startswith(("de ", "moneda")):
                found[phrase] = codes
        for territory, name in Locale(language).territories.items():
            codes = frozenset(_legal_tender().get(territory, ()))
            if codes and len(name) > 3:
                found[name.lower()] = codes
    for code, cities in resources.tree("currencies.toml")["city"].items():
        found.update((city, frozenset({code})) for city in cities)
    return found


@cache
def _place_names() -> re.Pattern[str]:
    from extract.entities.money.tokens import trie

    return re.compile(rf"(?<![^\W\d_]){trie(places())}")
