"""What currencies are called: names of CLDR (by Babel), signs and abbreviations of our own data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from extract import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["LANGUAGES", "Unit", "in_use", "nationalities", "units"]

LANGUAGES = ("en", "es")
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency word, sign or code.

    Attributes:
        codes: the ISO 4217 codes it may stand for, the likeliest first.
        sort: ``code``, ``symbol`` or ``word``: how it says so.
        factor: units of the currency it stands for: a hundredth for cents, a million for ``mdd``.
        place: on which side of the number it stands.
        weak: an everyday word too; wants a number that only money has.
        weight: a weight as well.
        surface: the only spelling that counts; ``None`` for any case.
    """

    codes: tuple[str, ...]
    sort: Literal["code", "symbol", "word"]
    factor: Decimal = Decimal(1)
    place: Literal["both", "before", "after"] = "both"
    weak: bool = False
    weight: bool = False
    surface: str | None = None


def _data() -> dict[str, Any]:
    return resources.tree("currencies.toml")


@cache
def in_use() -> frozenset[str]:
    """ISO 4217 codes that are legal tender or fund codes somewhere today, by CLDR."""
    from babel.core import get_global

    rows = get_global("territory_currencies").values()
    return frozenset(code for row in rows for code, _, end, _ in row if end is None)


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    """All CLDR names as (name in lower case, code), without years and remarks in brackets."""
    from babel import Locale

    locale = Locale(language)
    skipped = _data()["not_codes"]
    pairs = {
        (name.lower(), code)
        for code, name in locale.currencies.items()
        for name in (name, *_plurals(locale, code))
        if code not in skipped and "(" not in name
    }
    return tuple(sorted(pairs))


def _plurals(locale: Any, code: str) -> Iterable[str]:
    from babel.numbers import get_currency_name

    return {get_currency_name(code, count, locale=locale) for count in (1, 2)}


@cache
def _heads() -> Mapping[str, frozenset[str]]:
    """Unit noun → codes: the last word of English names, the first of Spanish ones."""
    found: dict[str, set[str]] = defaultdict(set)
    blocked = _data()["not_heads"]
    for language in LANGUAGES:
        for name, code in _names(language):
            head = name.split()[-1 if language == "en" else 0]
            if head not in blocked and head.isalpha():
                found[head].add(code)
    return {head: frozenset(codes) for head, codes in found.items()}


def _ordered(codes: Iterable[str], default: str | None) -> tuple[str, ...]:
    return tuple(sorted(codes, key=lambda code: (code != default, code not in in_use(), code)))


@cache
def units() -> Mapping[str, tuple[Unit, ...]]:
    """Every form in lower case → what it may be; several where only capitals tell them apart."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for form, unit in (*_symbols(), *_dollars(), *_codes()):
        found[form].append(unit)
    nouns = dict((*_cldr_nouns(), *_unit_nouns(), *_words()))
    for form, unit in (*nouns.items(), *_multiples(), *_subunits(nouns)):
        found[form].append(unit)
    return {form: tuple(several) for form, several in found.items()}


def _noun(form: str, codes: Iterable[str], default: str | None) -> tuple[str, Unit]:
    data = _data()
    unit = Unit(
        _ordered(codes, default), "word", weak=form in data["weak"], weight=form in data["weights"]
    )
    return form, unit


def _cldr_nouns() -> Iterator[tuple[str, Unit]]:
    for head, codes in _heads().items():
        yield _noun(head, codes, _data()["default"].get(head))


def _unit_nouns() -> Iterator[tuple[str, Unit]]:
    for row in _data()["unit"]:
        forms = {*row["en"], *row["es"]}
        codes = frozenset[str]().union(*(_heads().get(form, ()) for form in forms))
        for form in forms:
            yield _noun(form, codes, _data()["default"].get(row["en"][0]))


def _words() -> Iterator[tuple[str, Unit]]:
    for row in _data()["word"]:
        for form in {*row["en"], *row["es"]}:
            codes = row["code"] if isinstance(row["code"], list) else [row["code"]]
            yield _noun(form, codes, codes[0])


def _multiples() -> Iterator[tuple[str, Unit]]:
    for row in _data()["multiple"]:
        for form in row["forms"]:
            unit = Unit((row["code"],), "word", Decimal(row["scale"]))
            yield form, replace(unit, weak=form in _data()["weak"])
    for code in _data()["any_case_codes"]:
        for letters in _data()["before_codes"]:
            scale = Decimal(_data()["abbreviation"][letters])
            yield f"{letters}{code}".lower(), Unit((code,), "code", scale)


def _subunits(nouns: Mapping[str, Unit]) -> Iterator[tuple[str, Unit]]:
    for row in _data()["subunit"]:
        codes = [code for name in row["units"] for code in nouns[name].codes]
        for form in {*row["en"], *row["es"]}:
            yield form, Unit(tuple(dict.fromkeys(codes)), "word", CENT, "after")


def _symbols() -> Iterator[tuple[str, Unit]]:
    for row in _data()["symbol"]:
        codes = tuple(row["codes"]) if "codes" in row else _dollar_codes()
        for form in row["forms"]:
            surface = None if form == form.lower() else form
            yield form.lower(), Unit(
                codes, "symbol", place=row.get("place", "both"),
                weak=row.get("strict", False), surface=surface,
            )  # fmt: skip


def _dollar_codes() -> tuple[str, ...]:
    heads = _heads()
    return _ordered(heads["dollar"] | heads["peso"] | {"NIO", "CVE", "MOP", "TOP", "WST"}, "USD")


def _dollars() -> Iterator[tuple[str, Unit]]:
    data = _data()
    apart = data["dollar_apart"]
    for code, prefixes in data["dollar"].items():
        unit = Unit((code,), "symbol")
        for prefix in prefixes:
            yield (prefix if "$" in prefix else f"{prefix}$"), unit
            if prefix in apart:
                surface = f"{prefix.upper()} $" if prefix in {"us", "usa"} else None
                yield f"{prefix} $", replace(unit, surface=surface)
            if len(prefix) > 1 and prefix.isalpha():
                yield f"${prefix}", replace(unit, place="before")


def _codes() -> Iterator[tuple[str, Unit]]:
    from babel import Locale

    data = _data()
    for code in Locale("en").currencies:
        if code not in data["not_codes"]:
            surface = None if code in data["any_case_codes"] else code
            yield (
                code.lower(),
                Unit((code,), "code", weak=code in data["weak_codes"], surface=surface),
            )


@cache
def nationalities(language: str) -> Mapping[str, frozenset[str]]:
    """What narrows a unit down → codes: words before it in English, after it in Spanish.

    >>> sorted(nationalities("en")["mexican"]), "CAD" in nationalities("es")["canadienses"]
    (['MXN'...], True)
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in _names(language):
        words = name.split()
        found[" ".join(words[:-1] if language == "en" else words[1:])].add(code)
    for code, row in _data()["nationality"].items():
        for form in row[language]:
            found[form].add(code)
    del found[""]
    return {form: frozenset(codes) for form, codes in found.items()}
