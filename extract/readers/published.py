"""The publication date that a text itself bears: in its dateline, its head or its foot.

A date counts only where nothing but a place, a label or a weekday stands with it; a date in a
sentence tells when something happened, not when the text came out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.frame import fields, is_frame, is_label, is_place, unmarked
from extract.readers.full_dates import find_dates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from extract.readers.full_dates import Found

_HEAD, _FOOT = 6000, 2000
_LINES = 15
_LINE = 300
_BEFORE = 120
_SHORT = 100
_BRACKETED = re.compile(r"\(([^()\n]{4,80})\)[\s.]*$")
_OPENS_STORY = re.compile(r"\s{0,2}(?:[–—―:|(\[]|-{1,2}(?!\d)|\.(?:\s|-|–|—|$)|,?\s?\(|/\s?PR)")
_GOES_ON = re.compile(r"\s{0,2}[-–—]\s?\d")


def publication_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """The date of publication as the text's own head or foot gives it.

    Args:
        text: the whole document.
        day_first: how to read ``03/05/2024``; ambiguous dates are passed over when ``None``.

    >>> publication_date("WASHINGTON, March 3, 2024 — The Bank approved a loan.")
    datetime.date(2024, 3, 3)
    >>> publication_date("On March 3, 2024, the Bank approved a loan.")
    """
    for line in _lines(text[:_HEAD].split("\n")):
        if date := _of_head(line, day_first):
            return date
    for line in _lines(reversed(text[-_FOOT:].split("\n"))):
        if date := _of_foot(line, day_first):
            return date
    return None


def _lines(lines: Iterable[str]) -> list[str]:
    kept = (line for line in lines if line.strip())
    return [line for line, _ in zip(kept, range(_LINES), strict=False)]


def _of_head(line: str, day_first: bool | None) -> dt.date | None:
    start = unmarked(line[:_LINE])
    found = next(find_dates(start, day_first=day_first), None)
    if found is None or found.start > _BEFORE:
        return None
    before, after = start[: found.start], start[found.end :]
    alone = len(line) < _LINE and _stands_alone(after)
    if alone or (_OPENS_STORY.match(after) and not _GOES_ON.match(after)):
        return found.date if _leads_to_date(before) else None
    return None


def _stands_alone(after: str) -> bool:
    """Whether what follows a date to the end of its line is no sentence."""
    return len(after) < _SHORT and is_frame(after) and not _GOES_ON.match(after)


def _leads_to_date(before: str) -> bool:
    """Whether what stands before a date in its line is a dateline or a label."""
    *places, last = fields(before)
    return all(is_label(field) or is_place(field) for field in places) and (
        is_label(last) or (is_place(last) and not places)
    )


def _of_foot(line: str, day_first: bool | None) -> dt.date | None:
    bracketed = _BRACKETED.search(line[-_SHORT:])
    part = bracketed[1] if bracketed else unmarked(line)
    if len(part) > _SHORT:
        return None
    found = next(find_dates(part, day_first=day_first), None)
    return found.date if found and _is_all_of(part, found) else None


def _is_all_of(part: str, found: Found) -> bool:
    after = part[found.end :]
    return is_frame(part[: found.start]) and is_frame(after) and not _GOES_ON.match(after)
