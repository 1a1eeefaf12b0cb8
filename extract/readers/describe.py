"""What a document says of itself, filled in from its text and its file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.frame import is_frame, is_label, fields, unmarked
from extract.readers.full_dates import find_dates, parse_date
from extract.readers.published import publication_date
from extract.schema import BlockKind, Metadata

if TYPE_CHECKING:
    import datetime as dt

    from extract.schema import Block

_TITLE = 300
_TRIES = 8
_ADDRESS = re.compile(r"https?:|www\.|@")
_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)")


def described(
    stated: Metadata,
    text: str,
    blocks: tuple[Block, ...],
    *,
    name: str = "",
    created: dt.date | None = None,
) -> Metadata:
    """The metadata a file states, completed from the text where it leaves a gap.

    Args:
        stated: what the file states; stands as it is.
        text: the document, searched for a title and a dateline.
        blocks: its layout.
        name: the file name, which may hold a date (``2024-03-05-loan.txt``).
        created: the date the file was made, taken when nothing better is known.
    """
    return Metadata(
        published=stated.published
        or publication_date(text, day_first=_day_first(stated.language))
        or _date_in_name(name)
        or created,
        title=stated.title or title_of(text, blocks),
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
    """The first line that reads like a title: not a label, a date, an address or a paragraph.

    >>> title_of("Press Release\\n\\n# Japan funds a *port*\\n\\nThe grant was signed.")
    'Japan funds a port'
    """
    for block in blocks[:_TRIES]:
        if block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
            continue
        for candidate in _candidates(text, block):
            if not _is_furniture(candidate):
                return candidate if len(candidate) <= _TITLE else None
    return None


def _candidates(text: str, block: Block) -> list[str]:
    """The block itself if it is a heading, else its first lines one by one."""
    content = text[block.start : min(block.end, block.start + 4 * _TITLE)]
    lines = [content] if block.kind is BlockKind.HEADING else content.split("\n")[:_TRIES]
    return [" ".join(unmarked(line).split()) for line in lines]


def _is_furniture(line: str) -> bool:
    if len(line.split()) < 2 or _ADDRESS.search(line) or not any(map(str.isalpha, line)):
        return True
    found = next(find_dates(line[:_TITLE]), None)
    if found:
        return is_frame(line[: found.start]) and is_frame(line[found.end :])
    return all(map(is_label, fields(line)))
