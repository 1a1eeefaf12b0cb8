"""Figures that look like a date and are none: laws, sums, codes, counts, years inside names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.entities.dates.around import Around

_NUMBERED = re.compile(
    r"(?:\bno\b|\bnº|\bnúm|\bley|\bact|\blaw|\bdecreto|\bdecree)\w{0,4}\.?\s{0,2}\d{1,5},?\s{1,2}(?:of|del?)\s{1,2}$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s{1,2}['\"‘“«][^\W\da-zà-ÿ]")
_SIGNS = frozenset("$€£¥₹#+*=≥≤")
_RECENT = range(1900, 2101)
_INTRODUCED = range(1400, 2151)
"""Years outside the last two centuries need a word that announces a year."""
_YEAR_RANGES = ("Y-Y", "Y/Y", "YrY")
_THE_ATTACKS = ("9/11", "11/9")
"""The attacks of 2001, by name."""


_SERIAL = re.compile(r"/\d{3}(?!\d)")


def is_year(at: Around, own: str) -> bool:
    """Whether a bare year is one (guidelines §1: not in a name, nor a number of something else)."""
    del own
    figures = at.words[:4]
    if not figures.isdigit():
        return _is_year_in_words(at)
    number = int(figures)
    introduced = at.follows("introduces") or at.before in ("(", "[")
    if _is_glued(at) or at.follows("numbered") or at.precedes("counted"):
        return False
    if number not in _RECENT and not (introduced and number in _INTRODUCED and at.before != "than"):
        return False
    if at.follows("named") or at.precedes("named"):
        return False
    if _NUMBERED.search(at.text, max(0, at.start - 30), at.start):
        return False  # Act No. 6 of 2006, Ley 1955 de 2019
    if at.before in ("of", "de") and at.among(at.second_before, "laws"):
        return False  # the Seeds Act of 1998
    return introduced or not _in_name(at)


def _is_year_in_words(at: Around) -> bool:
    """In nineteen ninety-nine; such words more often count: a preposition must stand before."""
    if not at.follows("introduces") or at.follows("compares"):
        return False
    return not at.after.isalpha() or at.precedes("introduces")


def is_range(at: Around, own: str) -> bool:
    """Whether a range is one: of years by the rule for years; Monday to Friday is a schedule."""
    if own in _YEAR_RANGES:
        return is_year(at, own)
    return not (own[0] == own[-1] == "W" and len(own) <= 4)


def _is_glued(at: Around) -> bool:
    """Whether a figure is part of a longer figure, a code, a sum or a share."""
    if at.before and (at.before in _SIGNS or at.before.isdigit()):
        return True
    if at.before_glued and at.before.isalnum():
        return True
    beyond = at.text[max(0, at.start - 2) : at.start - 1]
    if at.before_glued and at.before and _continues(at.before, beyond):
        return True
    if not at.after:
        return False
    if at.after == "/" and _SERIAL.match(at.text, at.end):
        return True  # "Release 2022/051"
    return at.after in "%°" or (at.after_glued and at.after.isalpha() and at.after != "s")


def _continues(mark: str, beyond: str) -> bool:
    """Whether a mark joins a figure to what stands before: file_2023, 5651/2013, width="1920"."""
    if mark in ".\\_-":
        return beyond.isalnum()
    return (mark == "/" and beyond.isdigit()) or (mark in "\"'" and beyond == "=")


def _in_name(at: Around) -> bool:
    """A capitalised name before ("Expo 2025") or, in English, behind ("the 2022 Security Pact")."""
    if at.before == ")":
        return True
    if at.before_capital and not at.before_glued and not at.follows("determiners"):
        return True
    if _TITLE.match(at.text, at.end):
        return True  # programa 2013 "Manos a la Obra"
    return at.language == "en" and at.after_capital and not at.after_glued


def is_day_and_month(at: Around, own: str) -> bool:
    """Whether two figures with a slash are a day: only where a word says so."""
    if at.words in _THE_ATTACKS:
        return False
    if own[0] in "Ww":
        return True
    return at.follows("introduces") and not at.follows("compares")


def is_month_and_year(at: Around, own: str) -> bool:
    """Whether "04/2021" is a month and not the number of a document."""
    del own
    if at.follows("introduces"):
        return True
    return not (at.before_glued or at.before_capital or at.follows("numbered"))
