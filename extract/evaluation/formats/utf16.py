"""Offsets in UTF-16 code units, as JavaScript counts, and in code points, as the contract does."""

from __future__ import annotations

from itertools import accumulate


def to_utf16(text: str) -> list[int]:
    """UTF-16 offset of each code point, and of the end.

    >>> to_utf16("a😀b")
    [0, 1, 3, 4]
    """
    return list(accumulate((2 if c > "\uffff" else 1 for c in text), initial=0))


def from_utf16(text: str) -> dict[int, int]:
    """UTF-16 offset → code point; offsets inside a surrogate pair are absent.

    >>> from_utf16("a😀b")
    {0: 0, 1: 1, 3: 2, 4: 3}
    """
    return {unit: point for point, unit in enumerate(to_utf16(text))}
