"""Entries of the journal as bytes: a header line of JSON, and what it announces."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.batch.messages import Failure, Outcome, Piece


def piece_entry(key: str, piece: Piece) -> bytes:
    """A document: its sizes, checksum and counts, then its lines."""
    payload = piece.document + piece.rows
    sizes = len(piece.document), len(piece.rows)
    return _header("piece", key, piece.number, *sizes, checksum(payload), piece.counts) + payload


def failure_entry(key: str, failure: Failure) -> bytes:
    """What could not be processed."""
    return _header("failure", key, failure.number, failure.error.model_dump(mode="json"))


def end_entry(key: str, outcome: Outcome) -> bytes:
    """That an input is through."""
    return _header("end", key, outcome.value)


def checksum(payload: bytes) -> int:
    """CRC-32."""
    return zlib.crc32(payload)


def _header(*fields: object) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"
