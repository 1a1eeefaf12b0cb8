"""Running heads, running feet and page numbers: lines of the page, not of the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.readers.pdf_lines import Line

_EDGE = 3
_NEAR = 6.0
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|página|pagina|pág\.?|pag\.?|p\.)\s?\d{1,4}(?:\s?(?:of|de|/|\|)\s?\d{1,4})?"
    r"|\d{1,3}\s?(?:of|de|/|\|)\s?\d{1,4}"
    r"|[-–—|]?\s?\d{1,3}\s?[-–—|]?",
    re.IGNORECASE,
)


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without lines that come back at the same place of at least half of them.

    Args:
        pages: the lines of each page.
    """
    edges = [_edge_lines(lines) for lines in pages]
    places = Counter(key for lines in edges for key in {_place(line) for line in lines})
    often = max(2, len(pages) / 2)
    return [
        [line for line in lines if line not in edge or not _runs(line, edge, places, often)]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _edge_lines(lines: list[Line]) -> list[Line]:
    """The top and bottom lines of a page, outermost first."""
    falling = sorted(lines, key=lambda line: -line.top)
    return falling[:_EDGE] + falling[_EDGE:][-_EDGE:]


def _place(line: Line) -> tuple[str, int]:
    """A line with its numbers left open, and its height on the page."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.bottom / _NEAR)


def _runs(line: Line, edge: list[Line], places: Counter[tuple[str, int]], often: float) -> bool:
    text, height = _place(line)
    if sum(places[text, height + shift] for shift in (-1, 0, 1)) >= often:
        return True
    outermost = line.bottom == min(other.bottom for other in edge) or line.top == max(
        other.top for other in edge
    )
    return outermost and _PAGE_NUMBER.fullmatch(line.text) is not None
