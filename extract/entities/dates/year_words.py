"""Years written out: nineteen ninety-nine, two thousand and eighteen, dos mil dieciocho."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.resources import table

if TYPE_CHECKING:
    from collections.abc import Iterator


def year_words(language: str) -> Iterator[tuple[str, int]]:
    """The years 1901 to 2099 in words, with their number.

    "Two thousand" and "dos mil" alone are left out: they count things far more often.

    Args:
        language: ``en`` or ``es``.

    >>> dict(year_words("es"))["mil novecientos noventa y nueve"]
    1999
    """
    starts = {
        "en": ((1900, "nineteen", 10), (2000, "two thousand", 1), (2000, "two thousand and", 1),
               (2000, "twenty", 10)),
        "es": ((1900, "mil novecientos", 1), (2000, "dos mil", 1)),
    }  # fmt: skip
    below_hundred = list(_below_hundred(language))
    for century, start, least in starts[language]:
        for number, words in below_hundred:
            if number >= least:
                yield f"{start} {words}", century + number


def _below_hundred(language: str) -> Iterator[tuple[int, str]]:
    rows = [row for row in table("dates.tsv") if row["class"] in ("number", "tens")]
    names = {int(row["value"]): row[language].split("|") for row in rows}
    for number in range(1, 100):
        tens, unit = number - number % 10, number % 10
        if number in names:
            yield from ((number, name) for name in names[number][: 1 + (tens > 10)])
        elif language == "es":
            yield number, f"{names[tens][0]} y {names[unit][0]}"
        else:
            yield from ((number, f"{names[tens][0]}{mark}{names[unit][0]}") for mark in "- ")
