"""The journal: every finished document, kept so that a run can be killed and go on.

An append-only file of entries. Only its tail can be torn; opening it cuts a torn tail off. The
final files are copied out of it in the order of the inputs, so they do not depend on how often a
run was resumed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.batch import storage
from extract.batch.entries import Place, end_entry, failure_entry, piece_entry, read_entries
from extract.batch.messages import Failure, Outcome, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extract.batch.entries import Entry

_KEEP_SHARE = 0.5
"""The journal is rewritten when less than this share of it is still of use."""


@dataclass(slots=True)
class Result:
    """What the journal knows of one input; without an outcome it is unfinished."""

    pieces: list[Place] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    outcome: Outcome | None = None

    def note(self, entry: Entry) -> None:
        """Take in what an entry says."""
        if isinstance(entry, Place):
            self.pieces.append(entry)
        elif isinstance(entry, Failure):
            self.failures.append(entry)
        else:
            self.outcome = entry

    @property
    def reached(self) -> int:
        """The place in the input up to which it is through."""
        numbers = [place.number for place in self.pieces[-1:]]
        numbers += [failure.number for failure in self.failures[-1:]]
        return max(numbers, default=-1) + 1


class Journal:
    """Finished documents of this and earlier runs, by key of their input.

    Args:
        path: the journal's file; made when missing, its folder too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.results: dict[str, Result] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        self._open()

    def _open(self) -> None:
        self.results.clear()
        # unbuffered: what a killed process has handed to the system is not lost
        self._log = self.path.open("ab", buffering=0)
        self._view = self.path.open("rb")
        self._end = self._load()
        self._log.truncate(self._end)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; call :meth:`sync` before to be safe from power cuts."""
        self._log.close()
        self._view.close()

    def sync(self) -> None:
        """Put everything on the disk."""
        storage.sync(self._log)

    def get(self, key: str) -> Result:
        """What is known of an input; an empty result if nothing is."""
        return self.results.get(key) or Result()

    def forget(self, key: str) -> None:
        """Drop what is known of an input, so that it is processed anew."""
        self.results.pop(key, None)

    def add(self, key: str, message: Piece | Failure) -> None:
        """Append a document, or that one failed."""
        result = self.results.setdefault(key, Result())
        if isinstance(message, Failure):
            result.failures.append(message)
            self._append(failure_entry(key, message))
            return
        sizes = len(message.document), len(message.rows)
        entry = piece_entry(key, message)
        offset = self._end + len(entry) - sum(sizes)
        result.pieces.append(Place(message.number, offset, *sizes, message.counts))
        self._append(entry)

    def end(self, key: str, outcome: Outcome) -> None:
        """Append that an input is through."""
        self.results.setdefault(key, Result()).outcome = outcome
        self._append(end_entry(key, outcome))

    def documents(self, keys: Iterable[str]) -> Iterator[bytes]:
        """The ``documents.jsonl`` lines of these inputs, in their order."""
        for place in self._places(keys):
            yield self._read(place.offset, place.document)

    def rows(self, keys: Iterable[str]) -> Iterator[bytes]:
        """The ``records.jsonl`` lines of these inputs, in their order."""
        for place in self._places(keys):
            yield self._read(place.offset + place.document, place.rows)

    def counts(self, keys: Iterable[str]) -> dict[str, int]:
        """Documents, entities by label and records by kind over these inputs."""
        total = {"documents": 0}
        for place in self._places(keys):
            total["documents"] += 1
            for name, count in place.counts.items():
                total[name] = total.get(name, 0) + count
        return total

    def compact(self, keys: Iterable[str]) -> None:
        """Rewrite the journal with these inputs alone, if most of it is about others."""
        keep = [key for key in keys if key in self.results]
        live = sum(place.document + place.rows for place in self._places(keep))
        if live >= self._end * _KEEP_SHARE:
            return
        with storage.atomic(self.path) as file:
            for key in keep:
                for entry in self._entries(key):
                    storage.write(file, entry)
        self.close()
        self._open()

    def _entries(self, key: str) -> Iterator[bytes]:
        result = self.results[key]
        for place in result.pieces:
            document = self._read(place.offset, place.document)
            rows = self._read(place.offset + place.document, place.rows)
            yield piece_entry(key, Piece(place.number, document, rows, place.counts))
        for failure in result.failures:
            yield failure_entry(key, failure)
        if result.outcome:
            yield end_entry(key, result.outcome)

    def _places(self, keys: Iterable[str]) -> Iterator[Place]:
        for key in keys:
            yield from self.get(key).pieces

    def _read(self, offset: int, size: int) -> bytes:
        self._view.seek(offset)
        return self._view.read(size)

    def _append(self, data: bytes) -> None:
        storage.write(self._log, data)
        self._end += len(data)

    def _load(self) -> int:
        """Index all whole entries; the offset where the first broken one starts."""
        end = 0
        for key, entry, end in read_entries(self._view):  # noqa: B007 - the last one counts
            result = self.results.setdefault(key, Result())
            if result.outcome:  # processed anew after a failure
                result = self.results[key] = Result()
            result.note(entry)
        return end
