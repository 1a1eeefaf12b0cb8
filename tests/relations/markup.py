"""Sentences with their entities marked by hand, and records written on one line.

``[USAID]A signed … [Mexico]@MX … [$5 million]M … [May 2023]D … [Cipla]C``: an agency, a country,
an amount, a date, a company. Records are written ``kind status role=filler,filler; role=filler``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.mentions import Mention, State
from extract.entities.segments import find_segments
from extract.relations.linking import find_records
from extract.schema import Label, Metadata, Money

if TYPE_CHECKING:
    from extract.schema import Record

_MARK = re.compile(r"\[([^\]]+)\](@[A-Z]{2}|[ACMD])(?:=(@?\w+))?")
_LABELS = {"A": Label.AGENCY, "C": Label.COMPANY, "M": Label.MONEY, "D": Label.DATE}


def parse(marked: str, language: str = "en") -> tuple[str, State]:
    """Text and state of a marked text; ``[…]A=@MX`` gives an agency the ref ``@MX``."""
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match[1]
        mentions.append(_mention(match, start, len(text)))
        at = match.end()
    text += marked[at:]
    state = State(metadata=Metadata(language=language), mentions=mentions)
    state.segments = find_segments(text, state)
    return text, state


def _mention(match: re.Match[str], start: int, end: int) -> Mention:
    kind = match[2]
    if kind.startswith("@"):
        return Mention(Label.COUNTRY, start, end, country=kind[1:])
    mention = Mention(_LABELS[kind], start, end)
    if kind == "M":
        digits = (re.sub(r"\D", "", match[1]) or "1") + "0" * _zeros(match[1])
        mention.money = Money.model_validate({"amount": digits, "currency": "USD"})
    elif kind in "AC":
        mention.ref = match[3] or match[1]
    return mention


def _zeros(amount: str) -> int:
    """How many zeros the magnitude of an amount stands for, no less than it has."""
    return 3 * sum(amount.lower().count(word) for word in ("mil", "bil", "mill", "bill"))


def records_of(marked: str, language: str = "en") -> list[str]:
    """The records of a marked text, each on one line."""
    text, state = parse(marked, language)
    return [line_of(record, text, state) for record in find_records(text, state)]


def line_of(record: Record, text: str, state: State) -> str:
    """A record on one line, roles in the order of the guidelines."""
    roles = "; ".join(
        f"{role.value}={','.join(_name(state.mentions[int(n[1:]) - 1], text) for n in found)}"
        for role, found in sorted(
            record.roles.items(), key=lambda item: _ORDER.index(item[0].value)
        )
    )
    return f"{record.kind.value} {record.status.value} {roles}"


_ORDER = ["source", "recipient", "implementer", "partner", "amount", "date"]


def _name(mention: Mention, text: str) -> str:
    if mention.label is Label.COUNTRY:
        return f"@{mention.country}"
    return mention.ref or text[mention.start : mention.end]
