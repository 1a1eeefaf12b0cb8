"""The publication date that a text itself bears: in its dateline, its head or its foot.

A date counts only where nothing but a place, a label or a weekday stands with it; a date in a
sentence tells when something happened, not when the text came out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.readers.frame import fields, is_frame, is_label, is_place, unmarked
from extract.readers.full_dates import find_dates, has_year

if TYPE_CHECKING:
    import datetime as dt

    from extract.readers.full_dates import Found

_HEAD, _FOOT = 6000, 2000
_LINES = 15
_LINE = 300
_BEFORE = 120
_SHORT = 100
_WRAPPED = range(50, 101)
_BRACKETED = re.compile(r"\(([^()\n]{4,80})\)[\s.]*$")
_OPENS_STORY = re.compile(
    r"\s{0,2}\)?\s{0,2}(?:[–—―:|(\[]|-{1,2}(?!\d)|\.(?:\s|-|–|—|$)|,?\s?\(|/[^/]{2,30}/)"
)
_GOES_ON = re.compile(r"\s{0,2}[-–—]\s?\d(?!\d?[:.h]\d\d)")


class _Line(NamedTuple):
    """A line, and whether it goes on with the sentence of a hard-wrapped paragraph."""

    text: str
    continues: bool


def publication_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """The date of publication as the text's own head or foot gives it.

    Args:
        text: the whole document.
        day_first: how to read ``03/05/2024``; ambiguous dates are passed over when ``None``.

    >>> publication_date("WASHINGTON, March 3, 2024 — The Bank approved a loan.")
    datetime.date(2024, 3, 3)
    >>> publication_date("On March 3, 2024, the Bank approved a loan.")
    """
    for line in _lines(text[:_HEAD])[:_LINES]:
        if date := _of_head(line, day_first):
            return date
    for line in reversed(_lines(text[-_FOOT:])[-_LINES:]):
        if date := _of_foot(line, day_first):
            return date
    return None


def _lines(text: str) -> list[_Line]:
    lines = [line.strip() for line in text.split("\n")]
    return [
        _Line(line, line[0].islower() or (len(before) in _WRAPPED and before[-1] not in ".:!?|"))
        for before, line in zip(["", *lines], lines, strict=False)
        if line
    ]


def _of_head(line: _Line, day_first: bool | None) -> dt.date | None:
    if not has_year(line.text):
        return None
    start = unmarked(line.text[:_LINE])
    found = _only_date(start, day_first)
    if found is None or found.start > _BEFORE:
        return None
    before, after = start[: found.start], start[found.end :]
    ends = len(line.text) < _LINE and _stands_alone(after, line.continues)
    opens = not line.continues and _opens_story(before, after)
    return found.date if (ends or opens) and _leads_to_date(before) else None


def _opens_story(before: str, after: str) -> bool:
    """Whether the story begins behind a date: after a dash, a full stop, a bracket closed."""
    bracketed = before.startswith(("(", "[")) and after.startswith((")", "]"))
    return bracketed or (bool(_OPENS_STORY.match(after)) and not _GOES_ON.match(after))


def _only_date(part: str, day_first: bool | None) -> Found | None:
    """The first date, unless it is one of a list."""
    dates = find_dates(part, day_first=day_first)
    first, second = next(dates, None), next(dates, None)
    return None if first and second and second.start - first.end < _SHORT else first


def _stands_alone(after: str, continues: bool) -> bool:
    """Whether what follows a date to the end of its line is no sentence, nor the end of one."""
    if continues and after.startswith((".", ",")):
        return False
    return len(after) < _SHORT and is_frame(after) and not _GOES_ON.match(after)


def _leads_to_date(before: str) -> bool:
    """Whether what stands before a date in its line is a dateline or a label."""
    *places, last = fields(before.removesuffix(" a "))
    return all(is_label(field) or is_place(field) for field in places) and (
        is_label(last) or (is_place(last) and not places)
    )


def _of_foot(line: _Line, day_first: bool | None) -> dt.date | None:
    if not has_year(line.text):
        return None
    bracketed = _BRACKETED.search(line.text[-_SHORT:])
    part = bracketed[1] if bracketed else unmarked(line.text)
    if len(part) > _SHORT:
        return None
    found = _only_date(part, day_first)
    if found is None or not is_frame(part[: found.start]):
        return None
    continues = line.continues and not bracketed
    return found.date if _stands_alone(part[found.end :], continues) else None
