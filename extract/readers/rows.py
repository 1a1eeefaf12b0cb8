"""One row or object of a table of documents: which of its fields is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import LimitExceeded, NoText, ReadError, UnsupportedFormat
from extract.readers.assemble import from_text
from extract.readers.decode import newlines, require_text
from extract.readers.full_dates import parse_date
from extract.readers.languages import language_code
from extract.readers.limits import MEGABYTE
from extract.schema import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.readers.origin import Origin
    from extract.schema import SourceText

TEXT_KEYS = ("text", "body", "content")
FIELDS = (*TEXT_KEYS, "id", "title", "published", "url", "language", "publisher", "source")
_NAMED = f"{', '.join(TEXT_KEYS[:-1])} or {TEXT_KEYS[-1]}"
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def documents(
    origin: Origin, rows: Iterable[tuple[int, Mapping[str, object]]], *, media_type: str
) -> Iterator[SourceText]:
    """The documents of rows; a row that holds none is reported and passed over.

    Args:
        origin: the file; its stem and the row's number are the id of a row without one.
        rows: number and fields of each row, numbers from 1. Fields: ``text`` (or ``body``,
            ``content``); optional ``id``, ``title``, ``published``, ``url``, ``language``,
            ``publisher``, also inside a field ``source`` as this package writes them.
        media_type: IANA media type of the file.
    """
    seen: set[str] = set()
    for number, row in rows:
        try:
            document = _document(origin, number, row, media_type, seen)
        except ReadError as error:
            origin.report(type(error)(f"row {number}: {error.message}", hint=error.hint))
        else:
            seen.add(document.id)
            yield document


def no_text_column(columns: list[str]) -> UnsupportedFormat:
    """What is wrong with a table of these columns."""
    return UnsupportedFormat(
        f"no column holds text; the columns are {', '.join(columns[:8]) or 'none'}",
        hint=f"name the column of the texts {_NAMED}",
    )


def _document(
    origin: Origin, number: int, row: Mapping[str, object], media_type: str, seen: set[str]
) -> SourceText:
    text = next((value for key in TEXT_KEYS if (value := row.get(key))), None)
    if not isinstance(text, str):
        raise NoText("no text", hint=f"name the field {_NAMED}")
    if len(text) > origin.limits.row:
        raise LimitExceeded(f"longer than {origin.limits.row // MEGABYTE} million characters")
    whole = require_text(newlines(_clean(text)))
    own = _field(row, "id")
    id_ = own if own and own not in seen else f"{own or origin.stem}#{number}"
    return from_text(origin, whole, _metadata(row), media_type=media_type, id_=id_)


def _clean(text: str) -> str:
    """The text without lone surrogates, which no encoding can write."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def _metadata(row: Mapping[str, object]) -> Metadata:
    source = row.get("source")
    facts = {**source, **row} if isinstance(source, dict) else row
    published = _field(facts, "published")
    return Metadata(
        published=parse_date(published) if published else None,
        language=language_code(_field(facts, "language")),
        publisher=_field(facts, "publisher"),
        title=_field(facts, "title"),
        url=_field(facts, "url"),
    )


def _field(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _clean(value).strip() or None if isinstance(value, str) else None
