"""Checks on the compressed streams of a PDF before pdfium unpacks them in memory."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from extract.errors import LimitExceeded
from extract.readers.limits import MEGABYTE

if TYPE_CHECKING:
    from extract.readers.limits import Limits

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_CHUNK = 1 << 16
_DENSEST = 1032
"""The most bytes that deflate makes of one (zlib technical details)."""


def check_streams(data: bytes, limits: Limits) -> None:
    """Inflate every stream piece by piece, only to count.

    Raises:
        LimitExceeded: together they hold more than ``limits.unpacked`` bytes.
    """
    if len(data) * _DENSEST <= limits.unpacked:
        return
    left = limits.unpacked
    for match in _STREAM.finditer(data):
        left -= _inflated(data, match.end(), left)
        if left < 0:
            raise LimitExceeded(
                f"unpacks to more than {limits.unpacked // MEGABYTE} MB",
                hint="do not trust this file",
            )


def _inflated(data: bytes, start: int, limit: int) -> int:
    """How many bytes a stream unpacks to, or one more than ``limit``; 0 if it is not deflated."""
    inflator = zlib.decompressobj()
    size = 0
    try:
        while size <= limit and not inflator.eof:
            chunk = inflator.unconsumed_tail
            if not chunk:
                chunk = data[start : start + _CHUNK]
                start += _CHUNK
            if not chunk:
                break
            size += len(inflator.decompress(chunk, MEGABYTE))
    except zlib.error:  # no deflate stream, or the end of it is damaged
        return size
    return size
