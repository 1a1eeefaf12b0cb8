"""What stands around the story: datelines, labels and kinds of release, told from sentences."""

from __future__ import annotations

import re
from functools import cache

from extract.resources import tree

_FIELD = re.compile(r"[,|():;/·•\[\]–—―\n\t]|\.(?=\s|$)|\s-+\s|-+$|^-+|\.-")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|[*_#>\\«»\"“”]+")
_NUMBER = re.compile(r"(?:[Nn][.º°o]{1,2}\s?)?\d[\d:.,/-]*")
_PLACE_WORDS = 6


def unmarked(line: str) -> str:
    """A line without Markdown and HTML marks.

    >>> unmarked("## **FACT SHEET** <u>March</u>")
    'FACT SHEET March'
    """
    return _MARKUP.sub("", line).strip()


@cache
def _labels() -> frozenset[str]:
    words = tree("publication.toml")
    return frozenset(words["labels"] + words["releases"] + words["weekdays"] + words["times"])


@cache
def _releases() -> frozenset[str]:
    return frozenset(tree("publication.toml")["releases"])


@cache
def _connectors() -> frozenset[str]:
    return frozenset(tree("publication.toml")["connectors"])


def fields(text: str) -> list[str]:
    """The pieces between the separators of a dateline.

    >>> fields("WASHINGTON, D.C. – ")
    ['WASHINGTON', 'D.C', '', '']
    """
    return [field.strip() for field in _FIELD.split(text)]


def is_label(field: str) -> bool:
    """Whether a piece holds nothing but labels, weekdays, numbers and hours.

    >>> is_label("Press Release No. 45"), is_label("Publicado el"), is_label("Tokyo")
    (True, True, False)
    """
    words = field.split()
    return all(
        word.casefold().rstrip(".") in _labels() or _NUMBER.fullmatch(word) for word in words
    )


def is_place(field: str) -> bool:
    """Whether a piece could name a place, an office or a series: a few capitalised words.

    >>> is_place("Ciudad de México"), is_place("Working note"), is_place("The bank signed")
    (True, True, False)
    """
    words = field.split()
    return len(words) <= _PLACE_WORDS and all(
        not word.lstrip("'’")[:1].islower()
        or word in _releases()
        or (word in _connectors() and 0 < place < len(words) - 1)
        for place, word in enumerate(words)
    )


def is_frame(text: str) -> bool:
    """Whether a stretch of text is made of labels and places only.

    >>> is_frame("GENEVA / NEW YORK, "), is_frame("Following the meeting of ")
    (True, False)
    """
    return all(is_label(field) or is_place(field) for field in fields(text))
