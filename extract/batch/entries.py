"""Entries of the journal as bytes: a header line of JSON, and what it announces.

["piece", key, number, bytes of document, bytes of rows, checksum, counts]
["failure", key, number, error row]
["end", key, outcome]
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from extract.batch.messages import Failure, Outcome
from extract.schema import ErrorRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.batch.messages import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document lies in the journal.

    Attributes:
        number: its place in the input.
        offset: of its line of ``documents.jsonl``, in bytes; those of ``records.jsonl`` follow.
        document, rows: bytes of both.
        counts: entities by label and records by kind.
    """

    number: int
    offset: int
    document: int
    rows: int
    counts: dict[str, int]


Entry = Place | Failure | Outcome
"""What an entry says of its input."""


def piece_entry(key: str, piece: Piece) -> bytes:
    """A document: its sizes, checksum and counts, then its lines."""
    payload = piece.document + piece.rows
    sizes = len(piece.document), len(piece.rows)
    return _header("piece", key, piece.number, *sizes, zlib.crc32(payload), piece.counts) + payload


def failure_entry(key: str, failure: Failure) -> bytes:
    """What could not be processed."""
    return _header("failure", key, failure.number, failure.error.model_dump(mode="json"))


def end_entry(key: str, outcome: Outcome) -> bytes:
    """That an input is through."""
    return _header("end", key, outcome.value)


def _header(*fields: object) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"


def read_entries(stream: BinaryIO) -> Iterator[tuple[str, Entry, int]]:
    """All entries up to the first broken one: key, what it says, the offset where it ends."""
    end = 0
    while (head := stream.readline()).endswith(b"\n"):
        try:
            what, key, *rest = json.loads(head)
            entry, size = _parsed(stream, what, rest, end + len(head))
        except (ValueError, TypeError):
            return
        end += len(head) + size
        yield key, entry, end


def _parsed(stream: BinaryIO, what: str, rest: list[Any], offset: int) -> tuple[Entry, int]:
    """An entry and the bytes of its payload. Raises ``ValueError`` if it is broken."""
    if what == "end":
        return Outcome(rest[0]), 0
    if what == "failure":
        return Failure(rest[0], ErrorRow.model_validate(rest[1])), 0
    number, document, rows, checksum, counts = rest
    payload = stream.read(document + rows)
    if len(payload) != document + rows or zlib.crc32(payload) != checksum:
        raise ValueError("torn entry")
    return Place(number, offset, document, rows, counts), len(payload)
