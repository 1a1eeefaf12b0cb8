"""What the whole document says of its numbers and currencies; worked out only when asked."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from extract.entities.digits import read_digits
from extract.entities.money.layout import lower
from extract.entities.money.names import legal_tender
from extract.entities.money.places import currencies_named

if TYPE_CHECKING:
    from decimal import Decimal

    from extract.schema import Metadata

LEAD = 320
"""Characters of a text that are its title, dateline and first lines."""
NEAR = 240
"""Characters within which two amounts, or an amount and a country, bear on each other."""
_DECIMALS = re.compile(r"[0-9]([.,])[0-9]{1,2}(?![0-9]|[.,/][0-9])")
"""Marks that can only set off decimals: one or two digits follow, and no further group."""
_DOMAIN = re.compile(r"^[a-z\d-]+([a-z]{2})$|\.([a-z]{2})(?:[:/]|$)")
"""Country domain of an address, or of one whose points were lost ("newsinasia.lk", "newslk")."""
_PESOS = re.compile(r"\bpesos\b|\bmdp\b|\bm\.n\.")
_STERLING = re.compile(r"£|\bgbp\b|sterling|esterlina")
_DOLLARS = re.compile(r"\bd[oó]lares\b|\bmdd\b|us\$|\busd\b|\bdls\b")


class Context:
    """A document and what is known of it.

    Args:
        text: the whole text.
        metadata: what is known beside it.
    """

    def __init__(self, text: str, metadata: Metadata) -> None:
        self.text, self.low, self.metadata = text, lower(text), metadata

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
            return (scaled or not digits.endswith("00")) and self.decimal != ","
        return scaled and self.decimal == "."

    @cached_property
    def decimal(self) -> str | None:
        """The decimal mark this text uses; ``None`` if it shows neither more than the other."""
        marks = Counter(_DECIMALS.findall(self.text))
        if marks["."] == marks[","]:
            return None
        return "." if marks["."] > marks[","] else ","

    @cached_property
    def publisher_codes(self) -> frozenset[str]:
        """Currencies of the country whose name the publisher or an address bears."""
        publisher = self.metadata.publisher or ""
        named = set(currencies_named(lower(publisher)))
        for address in (publisher, self.metadata.url or ""):
            if domain := _DOMAIN.search(address):
                named.update(legal_tender().get((domain[1] or domain[2]).upper(), ()))
        return frozenset(named)

    @cached_property
    def country_counts(self) -> Counter[str]:
        """Currency → how often the text names its country; the opening lines count thrice."""
        counts = currencies_named(self.low)
        for code, times in currencies_named(self.low, 0, min(LEAD, len(self.low))).items():
            counts[code] += 2 * times
        return counts

    @cached_property
    def counts_in_pounds(self) -> bool:
        """Whether the text shows that its pounds are money."""
        return _STERLING.search(self.low) is not None

    @cached_property
    def counts_in_pesos(self) -> bool:
        """Whether the text speaks of pesos more than of dollars."""
        return len(_PESOS.findall(self.low)) > len(_DOLLARS.findall(self.low))
