"""What a document says of itself, filled in from its text and its file name."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from extract.readers.frame import fields, is_frame, is_label, unmarked
from extract.readers.full_dates import find_dates, parse_date
from extract.readers.published import publication_date
from extract.resources import tree
from extract.schema import BlockKind, Metadata

if TYPE_CHECKING:
    import datetime as dt

    from extract.schema import Block

_TITLE = 300
_TRIES = 12
_PROSE = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_ADDRESS = re.compile(r"https?:|www\.|@")
_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)")


def described(
    stated: Metadata,
    text: str,
    blocks: tuple[Block, ...],
    *,
    name: str = "",
    fallback: Metadata | None = None,
) -> Metadata:
    """The metadata a file states, completed from the text where it leaves a gap.

    Args:
        stated: what the file states; stands as it is.
        text: the document, searched for a title and a dateline.
        blocks: its layout.
        name: the file name, which may hold a date (``2024-03-05-loan.txt``).
        fallback: facts taken when nothing better is known, such as when the file was made.
    """
    weak = fallback or Metadata()
    return Metadata(
        published=stated.published
        or publication_date(text, day_first=_day_first(stated.language))
        or _date_in_name(name)
        or weak.published,
        title=stated.title or title_of(text, blocks) or weak.title,
        language=stated.language,
        publisher=stated.publisher,
        url=stated.url,
    )


def _day_first(language: str | None) -> bool | None:
    """Spanish always writes the day first; English does either."""
    return True if language == "es" else None


def _date_in_name(name: str) -> dt.date | None:
    match = _IN_NAME.search(name)
    if match is None:
        return None
    digits = re.sub(r"\D", "", match[0])
    return parse_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")


def title_of(text: str, blocks: tuple[Block, ...] = ()) -> str | None:
    r"""The first line that reads like a title: not a label, a date, an address or a paragraph.

    >>> from extract.schema import Block
    >>> title_of("Press Release\n\n# Japan funds a *port*", (Block(0, 37),))
    'Japan funds a port'
    """
    prose = (block for block in blocks if block.kind in _PROSE)
    candidates = [
        line for block in islice(prose, _TRIES) for line in _candidates(text, block) if line
    ]
    labels = (n for n, line in enumerate(candidates) if _is_release_label(line))
    return _first_title(candidates[next(labels, 0) :]) or _first_title(candidates)


def _first_title(candidates: list[str]) -> str | None:
    first = next((line for line in candidates if not _is_furniture(line)), "")
    return first if 0 < len(first) <= _TITLE else None


def _is_release_label(line: str) -> bool:
    """Whether a line says what kind of text begins below it: "Press Release", "Boletín 45"."""
    return " " in line and line[0].isalpha() and is_label(line)


def _candidates(text: str, block: Block) -> list[str]:
    """The block itself if it is a heading, else its first lines one by one."""
    content = text[block.start : min(block.end, block.start + 4 * _TITLE)]
    lines = [content] if block.kind is BlockKind.HEADING else content.split("\n")[:_TRIES]
    return [" ".join(unmarked(line).split()) for line in lines]


@cache
def _contacts() -> frozenset[str]:
    return frozenset(tree("publication.toml")["contacts"])


def _is_furniture(line: str) -> bool:
    if len(line.split()) < 2 or _ADDRESS.search(line) or not any(map(str.isalpha, line)):
        return True
    if line.partition(":")[0].casefold() in _contacts() and ":" in line:
        return True
    found = next(find_dates(line[:_TITLE]), None)
    if found:
        return is_frame(line[: found.start]) and is_frame(line[found.end :])
    return all(map(is_label, fields(line)))
