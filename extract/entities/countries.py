"""Countries by name, abbreviation and adjective."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from extract.entities.mentions import Mention
from extract.schema import Label

if TYPE_CHECKING:
    from extract.entities.mentions import State

_EXTRA = {
    "U.S.": "US", "US": "US", "USA": "US", "EE.UU.": "US", "EE UU": "US", "Estados Unidos": "US", "United States": "US",
    "UK": "GB", "U.K.": "GB", "Mexican": "MX", "mexicano": "MX", "mexicana": "MX", "mexicanos": "MX",
    "mexicanas": "MX", "Japanese": "JP", "American": "US", "estadounidense": "US", "Chinese": "CN",
    "British": "GB", "Indian": "IN", "Korean": "KR", "Republic of Korea": "KR",
}  # fmt: skip


@cache
def _names() -> dict[str, str]:
    names = dict(_EXTRA)
    for language in ("en", "es"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "ZZ", "QO"):
                names.setdefault(name, code)
    return names


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(n) for n in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def annotate(text: str, state: State) -> list[Mention]:
    """COUNTRY mentions of ``text``."""
    del state
    names = _names()
    return [
        Mention(Label.COUNTRY, m.start(), m.end(), rule="country.list", country=names[m[0]])
        for m in _pattern().finditer(text)
    ]


def code_of(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of a country name."""
    return _names().get(name)


@cache
def country_name(code: str, language: str) -> str:
    """Name of a country in ``en`` or ``es``."""
    return str(Locale(language).territories.get(code, code))
