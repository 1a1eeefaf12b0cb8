"""Every form a currency is written in: names of CLDR, signs and abbreviations of our own data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from extract import resources
from extract.entities.money.names import codes, headless, heads, in_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


Entry = tuple[str, Unit]
"""A form in lower case and what it is."""


@cache
def units() -> Mapping[str, tuple[Unit, ...]]:
    """Every form in lower case → what it may be; several where only capitals tell them apart."""
    nouns = dict((*_cldr_nouns(), *_unit_nouns(), *_words()))
    found: dict[str, list[Unit]] = defaultdict(list)
    for entries in (
        _codes(), _symbols(), _dollars(), nouns.items(), _multiples(), _subunits(nouns),
    ):  # fmt: skip
        for form, unit in entries:
            found[form].append(unit)
    return {form: tuple(several) for form, several in found.items()}


def _data() -> dict[str, Any]:
    return resources.tree("currencies.toml")


def _ordered(several: Iterable[str], default: str | None) -> tuple[str, ...]:
    return tuple(sorted(several, key=lambda code: (code != default, code not in in_use(), code)))


def _noun(form: str, several: Iterable[str], default: str | None) -> Entry:
    weak, weight = form in _data()["weak"], form in _data()["weights"]
    return form, Unit(_ordered(several, default), "word", weak=weak, weight=weight)


def _cldr_nouns() -> Iterator[Entry]:
    for head, several in heads().items():
        yield _noun(head, several, _data()["default"].get(head))
    for name, code in headless():
        yield _noun(name, (code,), code)


def _unit_nouns() -> Iterator[Entry]:
    for row in _data()["unit"]:
        forms = {*row["en"], *row["es"]}
        several = {code for form in forms for code in heads().get(form, ())}
        for form in forms:
            yield _noun(form, several, _data()["default"].get(row["en"][0]))


def _words() -> Iterator[Entry]:
    for row in _data()["word"]:
        for form in {*row["en"], *row["es"]}:
            yield _noun(form, row["codes"], row["codes"][0])


def _multiples() -> Iterator[Entry]:
    weak = _data()["weak"]
    for row in _data()["multiple"]:
        for form in row["forms"]:
            yield form, Unit((row["code"],), "word", Decimal(row["scale"]), weak=form in weak)
    for letters in _data()["before_codes"]:
        scale = Decimal(_data()["abbreviation"][letters])
        for code in _data()["any_case_codes"]:
            yield f"{letters}{code}".lower(), Unit((code,), "code", scale)


def _subunits(nouns: Mapping[str, Unit]) -> Iterator[Entry]:
    for row in _data()["subunit"]:
        several = dict.fromkeys(code for name in row["units"] for code in nouns[name].codes)
        for form in {*row["en"], *row["es"]}:
            yield form, Unit(tuple(several), "word", CENT, "after")


def _symbols() -> Iterator[Entry]:
    for row in _data()["symbol"]:
        unit = Unit(
            tuple(row.get("codes") or _dollar_codes()), "symbol",
            place=row.get("place", "both"), weak=row.get("strict", False),
        )  # fmt: skip
        for form in row["forms"]:
            surface = None if form == form.lower() else form
            yield form.lower(), replace(unit, surface=surface)


def _dollar_codes() -> tuple[str, ...]:
    return _ordered(heads()["dollar"] | heads()["peso"] | set(_data()["dollar"]), "USD")


def _dollars() -> Iterator[Entry]:
    apart, pronouns = _data()["dollar_apart"], _data()["dollar_pronouns"]
    for code, prefixes in _data()["dollar"].items():
        for prefix in prefixes:
            unit = Unit((code, *_data()["dollar_also"].get(prefix, ())), "symbol")
            yield (prefix if "$" in prefix else f"{prefix}$"), unit
            if prefix in apart:
                surface = f"{prefix.upper()} $" if prefix in pronouns else None
                yield f"{prefix} $", replace(unit, surface=surface)
            if len(prefix) > 1 and prefix.isalpha():
                yield f"${prefix}", unit


def _codes() -> Iterator[Entry]:
    any_case, weak = _data()["any_case_codes"], _data()["weak_codes"]
    for code in codes():
        surface = None if code in any_case else code
        yield code.lower(), Unit((code,), "code", weak=code in weak, surface=surface)
