"""Flat memory over long runs: spaCy's strings are let go every few thousand documents."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from extract.pipeline import load

if TYPE_CHECKING:
    from types import TracebackType

_DOCUMENTS_PER_ZONE = 500


class MemoryZone:
    """Re-entered for each document, renewed every so many.

    A zone of one document would make spaCy look every word up anew; one of all documents would
    keep every word ever seen.
    """

    def __init__(self) -> None:
        self._pipelines = [load("en"), load("es")]
        self._stack = ExitStack()
        self._documents = 0

    def __enter__(self) -> None:
        if self._documents % _DOCUMENTS_PER_ZONE == 0:
            self._stack.close()
            for pipeline in self._pipelines:
                self._stack.enter_context(pipeline.memory_zone())
        self._documents += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing: the zone outlives the document."""
