"""Where the name of a business starts and ends in the runs of capitals it is found in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.names.lexicon import lexicon

if TYPE_CHECKING:
    from extract.entities.names.runs import Runs

_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.){2,4}[A-Z]?\s?$|(?<!\w)(?:[A-Z]\.){1,3}$")
_NUMBER = re.compile(r"\s\d{1,4}\s$")
_JOINED = re.compile(r"\.?\s(?:de\s)?\(?")
_LATER = re.compile(r"\s([A-ZÀ-Þ][a-zà-ÿ]+)")
_JOINT = re.compile(r"(?:[A-Z][\w-]*\s(?:of\s)?){0,4}(?P<last>[A-Z][A-Za-z]{2,})\s(?:and|y)\s")


def with_initials(text: str, start: int) -> int:
    """Start of a name with the initials before it: "**K.S.J** Construction Ltd"."""
    initials = _INITIALS.search(text, max(0, start - 10), start)
    return initials.start() if initials else start


def with_number(text: str, runs: Runs, span: tuple[int, int]) -> tuple[int, int]:
    """A run with the one before it, if only a number parts them: "**Medical 1** Group LLC"."""
    number = _NUMBER.search(text, max(0, span[0] - 6), span[0])
    before = runs.at(number.start() - 1) if number and number.start() else None
    return (before[0], span[1]) if before else span


def with_previous(text: str, runs: Runs, at: int) -> tuple[int, int]:
    """The run with a legal form at ``at``, and the one before that it belongs to."""
    last = runs.at(at - 1) or runs.at(at + 1) or (at, at)
    before = runs.at(last[0] - 1) or runs.at(last[0] - 2) or runs.at(last[0] - 5)
    if before is None or not _JOINED.fullmatch(text, before[1], last[0]):
        return last
    return before[0], last[1]


def after_body(text: str, start: int, end: int) -> int:
    """Start of a name without the body or acronym "and" joins: "Road Authority and **A Ltd**"."""
    joint = _JOINT.match(text, start, end)
    if joint is None:
        return start
    heads = lexicon().heads.get(joint["last"].lower(), ())
    body = any(head.strength != "national" for head in heads)
    return joint.end() if body or joint["last"].isupper() else start


def before_verb(text: str, start: int, end: int, rule: str) -> int:
    """End of a name whose last word nothing fixes, before a headline's verb: "Grupo A **Gana**"."""
    if rule == "first_word":
        for word in _LATER.finditer(text, start, end):
            if word[1].lower() in lexicon().verbs:
                return word.start()
    return end
