"""Currency names of CLDR, read through Babel in English and Spanish."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from extract import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "es")


@cache
def in_use() -> frozenset[str]:
    """ISO 4217 codes of money and of units of account somewhere today, by CLDR."""
    from babel.core import get_global

    rows = get_global("territory_currencies").values()
    return frozenset(str(code) for row in rows for code, _, end, _ in row if end is None)


@cache
def legal_tender() -> Mapping[str, tuple[str, ...]]:
    """ISO 3166-1 code of a territory → the money it uses today."""
    from babel.core import get_global

    return {
        territory: tuple(str(code) for code, _, end, tender in rows if end is None and tender)
        for territory, rows in get_global("territory_currencies").items()
    }


@cache
def codes() -> tuple[str, ...]:
    """All ISO 4217 codes, past ones included, but for metals and tests."""
    from babel import Locale

    skipped = resources.tree("currencies.toml")["not_codes"]
    return tuple(str(code) for code in Locale("en").currencies if code not in skipped)


@cache
def names(language: str) -> tuple[tuple[str, str], ...]:
    """All names, singular and plural, as (name in lower case, code).

    Names with years or remarks in brackets are left out: nobody writes them.
    """
    from babel import Locale
    from babel.numbers import get_currency_name

    locale = Locale(language)
    pairs = {
        (name.lower(), code)
        for code in codes()
        for name in (get_currency_name(code, count, locale=locale) for count in (None, 1, 2))
        if "(" not in name and name != code
    }
    return tuple(sorted(pairs))


@cache
def heads() -> Mapping[str, frozenset[str]]:
    """Unit noun → codes: the last word of English names, the first of Spanish ones.

    >>> sorted(heads()["yenes"]), "MXN" in heads()["pesos"]
    (['JPY'], True)
    """
    found: dict[str, set[str]] = defaultdict(set)
    for head, _, code in _by_head():
        if _is_unit(head):
            found[head].add(code)
    return {head: frozenset(several) for head, several in found.items()}


def headless() -> list[tuple[str, str]]:
    """Names that only make sense as a whole ("nuevo séquel israelí"), with their codes."""
    return [(name, code) for head, name, code in _by_head() if not _is_unit(head) and " " in name]


def _by_head() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for name, code in names(language):
            yield name.split()[-1 if language == "en" else 0], name, code


def _is_unit(head: str) -> bool:
    return head.isalpha() and head not in resources.tree("currencies.toml")["not_heads"]


def _territories() -> list[tuple[str, str]]:
    """Territories and their English names in lower case."""
    from babel import Locale

    return [(str(code), name.lower()) for code, name in Locale("en").territories.items()]


@cache
def nationalities(language: str) -> Mapping[str, frozenset[str]]:
    """What narrows a unit down → codes: words before it in English, after it in Spanish.

    English puts the country's bare name there too ("40 Singapore dollars"); in Spanish "dólares
    de Canadá" may as well be dollars that Canada gave.

    >>> "MXN" in nationalities("en")["mexican"], "CAD" in nationalities("es")["canadienses"]
    (True, True)
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in names(language):
        words = name.split()
        found[" ".join(words[:-1] if language == "en" else words[1:])].add(code)
    for code, row in resources.tree("currencies.toml")["nationality"].items():
        for form in row[language]:
            found[form].add(code)
    if language == "en":
        for territory, name in _territories():
            found[name].update(legal_tender().get(territory, ()))
    found.pop("", None)
    return {form: frozenset(several) for form, several in found.items()}
