"""What a document says of itself, filled in from its text and its file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.full_dates import parse_date
from extract.readers.published import publication_date
from extract.readers.title import title_of
from extract.schema import Metadata

if TYPE_CHECKING:
    import datetime as dt

    from extract.schema import Block

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
