"""What the document and the words around a mention say of how to read it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.dates.numeric import order
from extract.entities.dates.points import Now
from extract.resources import table, tree

if TYPE_CHECKING:
    from extract.entities.dates.calendar import Stretch
    from extract.schema import Metadata

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d./-])")
_SENTENCE = re.compile(r"[.!?](?=\s{1,3}[^\W\da-z])|\n[^\S\n]*(?:\n|[-–•*])")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_REACH = 160
"""Characters around a mention in which its verb is looked for."""
_NEAR = 400
"""Characters around a fiscal year in which the body it belongs to is looked for; characters after
a mention in which "the following year" follows it."""


@dataclass(slots=True)
class Context:
    """What a document settles for all its dates.

    Attributes:
        text: the document.
        metadata: what is known of it.
        language: the language of the part being read.
        year: the year mentioned last, and where.
        last: the stretch mentioned last, and where.
    """

    text: str
    metadata: Metadata
    language: str
    year: tuple[int, int] | None = None
    last: tuple[Stretch, int] | None = None
    _day_first: bool | None = field(default=None, init=False)
    _countries: dict[tuple[str, str], dict[str, str] | None] = field(
        default_factory=dict, init=False
    )

    def now(self, start: int, end: int) -> Now:
        """What the mention at ``start:end`` is resolved against."""
        return Now(
            reference=self.metadata.published,
            named=self._year_at(start),
            last=self.last[0] if self.last else None,
            near=self._near(start),
            direction=lambda: direction(self.text, start, end, self.language),
            fiscal=lambda: self._fiscal_start(start, end),
            day_first=self.day_first,
        )

    def note(self, stretch: Stretch, end: int, *, explicit: bool) -> None:
        """Remember a mention: it is what "the following year" follows."""
        self.last = (stretch, end)
        if explicit and stretch.start is not None:
            self.year = (stretch.start.year, end)

    def _near(self, start: int) -> Stretch | None:
        """The stretch mentioned last, if the same paragraph mentions it."""
        if self.last is None:
            return None
        stretch, end = self.last
        here = start - end < _NEAR and not _PARAGRAPH.search(self.text, end, start)
        return stretch if here else None

    def _year_at(self, start: int) -> int | None:
        """The year named before in the sentence; in the whole text if nothing else is known."""
        if self.year is None:
            return None
        year, end = self.year
        published = self.metadata.published
        if published is None:
            return year
        near = start - end < _REACH and not _SENTENCE.search(self.text, end, start)
        return year if near and year < published.year else None

    def day_first(self) -> bool:
        """Whether figures put the day first: by the text's clear dates, its country, language."""
        if self._day_first is None:
            seen = Counter(order(int(m[1]), int(m[3])) for m in _NUMERIC.finditer(self.text))
            if seen["dm"] != seen["md"]:
                self._day_first = seen["dm"] > seen["md"]
            else:
                publisher = self.metadata.publisher or ""
                country = _country(publisher, "bodies") or _country(publisher, "names")
                self._day_first = country["order"] == "dm" if country else self.language == "es"
        return self._day_first

    def _fiscal_start(self, start: int, end: int) -> int:
        """The fiscal year's first month: the publisher's, else the nearest body's or country's."""
        near = self.text[max(0, start - _NEAR) : end + _NEAR]
        publisher = self.metadata.publisher or ""
        looks = (
            (publisher, "bodies"), (publisher, "names"),
            (near, "bodies"), (self.text, "bodies"), (near, "names"), (self.text, "names"),
        )  # fmt: skip
        found = (
            _country(text, column) if text is near else self._country(text, column)
            for text, column in looks
        )
        return next((int(country["fiscal"]) for country in found if country), 1)

    def _country(self, text: str, column: str) -> dict[str, str] | None:
        """The country of the publisher or of the whole text, counted once."""
        if (text, column) not in self._countries:
            self._countries[text, column] = _country(text, column)
        return self._countries[text, column]


@cache
def _country_pattern(column: str) -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    rows = {
        name: row for row in table("date_countries.tsv") for name in row[column].split("|") if name
    }
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), rows


def _country(text: str, column: str) -> dict[str, str] | None:
    """The country whose names, or bodies, the text mentions most."""
    pattern, rows = _country_pattern(column)
    found = Counter(rows[m[0]]["country"] for m in pattern.finditer(text))
    if not found:
        return None
    best = found.most_common(1)[0][0]
    return next(row for row in table("date_countries.tsv") if row["country"] == best)


@cache
def _tense_pattern(language: str) -> re.Pattern[str]:
    sides = []
    for side in ("future", "past"):
        data = tree("date_contexts.toml")[side]
        words = [re.escape(w).replace(r"\ ", r"\s").replace("'", "['’]") for w in data[language]]
        endings = "|".join(map(re.escape, data[f"{language}_endings"]))
        if endings:
            words.append(rf"[^\W\d_]{{2,20}}(?:{endings})")
        # a future's own verb ("will be held") says nothing further
        tail = r"(?:\s(?:be\s)?\w+)?" if side == "future" else ""
        sides.append(rf"(?P<{side}>(?<!\w)(?:{'|'.join(words)})(?!\w){tail})")
    return re.compile("|".join(sides), re.IGNORECASE)


def direction(text: str, start: int, end: int, language: str) -> int:
    """Whether the sentence speaks of the past (-1), the future (1) or neither (0) at a mention.

    The last verb before it decides; without one, the first after it.
    """
    left = max(0, start - _REACH)
    for cut in _SENTENCE.finditer(text, left, start):
        left = cut.end()
    stop = _SENTENCE.search(text, end, min(len(text), end + _REACH))
    right = stop.start() if stop else min(len(text), end + _REACH)
    pattern = _tense_pattern(language)
    before = list(pattern.finditer(text, left, start))
    found = before[-1] if before else pattern.search(text, end, right)
    if found is None:
        return 0
    return 1 if found["future"] else -1
