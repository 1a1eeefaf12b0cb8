"""The list of countries: names, adjectives, and every form they are written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from extract.entities.countries.inflection import english_forms, spanish_forms, unaccented
from extract.resources import table, tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = re.compile(r"\A(?:the|el|la|los|las) ")
_MIN_CAPITALS = 4
_MIN_UNACCENTED = 6


@cache
def codes() -> tuple[str, ...]:
    """All ISO 3166-1 alpha-2 codes known, in order.

    >>> len(codes()), codes()[:3]
    (250, ('AD', 'AE', 'AF'))
    """
    return tuple(row["code"] for row in table("countries.tsv"))


@cache
def country_name(code: str, language: str = "en") -> str:
    """The usual name of a country.

    Args:
        code: ISO 3166-1 alpha-2.
        language: ``en`` or ``es``.

    Returns:
        The name; the code itself where it is unknown.

    >>> country_name("DE"), country_name("DE", "es"), country_name("??")
    ('Germany', 'Alemania', '??')
    """
    for row in table("countries.tsv"):
        if row["code"] == code:
            return row[language].split("; ")[0]
    return code


def code_of(name: str) -> str | None:
    """The country of a name in either language, whatever its case, accents and article.

    >>> code_of("los Países Bajos"), code_of("peru"), code_of("EE. UU."), code_of("Atlantis")
    ('NL', 'PE', 'US', None)
    """
    key = _key(name)
    return _names_by_key().get(key) or _names_by_key().get(_ARTICLE.sub("", key))


def code_of_adjective(word: str) -> str | None:
    """The country of an adjective or noun of nationality in either language, in any form.

    >>> code_of_adjective("surcoreanas"), code_of_adjective("Dutch"), code_of_adjective("blue")
    ('KR', 'NL', None)
    """
    return _adjectives_by_key().get(_key(word))


@cache
def surface_forms(language: str) -> dict[str, str | None]:
    """What to look for in text of a language: form → code, ``None`` for what is no country.

    Names count in both languages, adjectives in their own.
    """
    other = "es" if language == "en" else "en"
    alien = set(tree("countries.toml")["only"][other])
    forms: dict[str, str | None] = {}
    for code, name in (*_cells("en"), *_cells("es")):
        if name not in alien:
            for form in _written(name):
                forms.setdefault(form, code)
    for code, adjective in _adjectives(language):
        for form in _cased(adjective, language):
            forms.setdefault(form, code)
    for part, code in tree("countries.toml")["combining"].items():
        forms.setdefault(part, code)
    for phrase in tree("countries.toml")["phrases"]["both"]:
        forms.update(dict.fromkeys(_written(phrase)))
    return forms


def _cells(column: str) -> Iterator[tuple[str, str]]:
    for row in table("countries.tsv"):
        for cell in filter(None, row[column].split("; ")):
            yield row["code"], cell


def _adjectives(language: str) -> Iterator[tuple[str, str]]:
    inflect = english_forms if language == "en" else spanish_forms
    for code, adjective in _cells(f"adjectives_{language}"):
        for form in inflect(adjective):
            yield code, form


def _written(name: str) -> set[str]:
    """A name as given, without accents, with the other apostrophe, in capitals."""
    forms = {name, name.replace(" and ", " & "), name.replace("St. ", "St ")}
    forms |= {unaccented(form) for form in forms}
    forms |= {form.replace("’", "'") for form in forms}
    if len(name) >= _MIN_CAPITALS and "." not in name:
        forms |= {form.upper() for form in forms}
    return forms


def _cased(adjective: str, language: str) -> set[str]:
    """English adjectives have capitals always, Spanish ones at most in names and titles."""
    forms = {adjective, adjective.upper()}
    if language == "es":
        forms.add(adjective[0].upper() + adjective[1:])
        if len(adjective) >= _MIN_UNACCENTED:  # "fines" are purposes rather than Finns
            forms |= {unaccented(form) for form in (adjective, adjective.upper())}
    return forms


def _key(name: str) -> str:
    plain = name.replace(".", "").replace("’", "'").replace("&", "and")
    return unaccented(" ".join(plain.split())).casefold()


@cache
def _names_by_key() -> dict[str, str]:
    only = tree("countries.toml")["only"]
    unsure = {*only["en"], *only["es"]}
    pairs = (*_cells("en"), *_cells("es"))
    return _by_key((code, name) for code, name in pairs if name not in unsure)


@cache
def _adjectives_by_key() -> dict[str, str]:
    return _by_key((*_adjectives("en"), *_adjectives("es")))


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name in pairs:
        found.setdefault(_key(name), code)
    return found


def rules() -> dict[str, Any]:
    """The data file of contexts in which a name is not the country."""
    return tree("countries.toml")
