"""Text as the grammar reads it: in lower case, and what stands between two parts of an amount."""

from __future__ import annotations

WIDEST = 16
"""Longest text between two parts of one amount."""


def lower(text: str) -> str:
    """The text in lower case with every character where it was.

    >>> len(lower("İZMİR")) == 5
    True
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def gap(low: str, start: int, end: int) -> str | None:
    r"""What stands between two parts, trimmed; ``None`` if they are too far apart.

    A part may stand on the next line, not beyond an empty one.

    >>> gap("5  of the 7", 1, 10), gap("5\n7", 1, 2), gap("5\n\n7", 1, 3)
    ('of the', '', None)
    """
    if start == end:
        return ""
    if end - start > WIDEST:
        return None
    between = low[start:end]
    if between.count("\n") > 1:
        return None
    return " ".join(between.split()).replace("‑", "-").replace("‐", "-")
