"""The lines of a brat ``.ann`` file: text-bound annotations, events, attributes, notes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.errors import AnnotationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.evaluation.formats.flat import Json


@dataclass(frozen=True, slots=True)
class Bound:
    """A ``T`` line: label, fragments and the words of the fragments joined by blanks."""

    label: str
    fragments: tuple[tuple[int, int], ...]
    words: str
    line: int

    @property
    def start(self) -> int:
        """Of the first fragment."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Of the last fragment."""
        return self.fragments[-1][1]

    def pieces(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Each fragment with the words it should have; what is left over is the last one's."""
        at = 0
        for start, end in self.fragments[:-1]:
            yield (start, end), self.words[at : at + end - start]
            at += end - start + 1
        yield self.fragments[-1], self.words[at:]


@dataclass(slots=True)
class Annotations:
    """What an ``.ann`` file holds, by id.

    Attributes:
        bounds: mentions by their ``T``, events by their ``E`` with the bound of their trigger.
        links: (event, argument, role).
        values: what notes that are JSON objects say; ``Status`` attributes beat them, being what
            a labeller sees.
        losses: lines that say something else.
    """

    bounds: dict[str, Bound] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    values: dict[str, Json] = field(default_factory=dict)
    losses: Counter[str] = field(default_factory=Counter)


def parse_annotations(content: str, name: str) -> Annotations:
    """Read an ``.ann`` file.

    Raises:
        AnnotationError: a line that is malformed, with its place.
    """
    lines = [(n, line.rstrip("\r")) for n, line in enumerate(content.split("\n"), 1)]
    out = Annotations()
    triggers: set[str] = set()
    for sort in ("T", "E", "R", "#", "AM", ""):  # in the order in which they build on each other
        for number, line in lines:
            if line.strip() and _sort(line) == sort:
                try:
                    _parse(line, number, out, triggers)
                except (ValueError, IndexError, KeyError) as error:
                    place = f"{name}:{number}"
                    raise AnnotationError(f"{place}: malformed: {line[:80]!r}") from error
    out.bounds = {id_: bound for id_, bound in out.bounds.items() if id_ not in triggers}
    return out


def _sort(line: str) -> str:
    return next((sort for sort in ("T", "E", "R", "AM", "#") if line[0] in sort), "")


def _parse(line: str, number: int, out: Annotations, triggers: set[str]) -> None:
    id_, _, rest = line.partition("\t")
    match _sort(line):
        case "T":
            out.bounds[id_] = _bound(rest, number)
        case "E":
            head, *arguments = (part.split(":") for part in rest.split())
            out.bounds[id_] = out.bounds[head[1]]
            triggers.add(head[1])
            out.links += [(id_, tail, role.rstrip("0123456789")) for role, tail in arguments]
        case "R":
            role, first, second = rest.split("\t")[0].split()
            out.links.append((first.partition(":")[2], second.partition(":")[2], role))
        case "AM":
            _attribute(rest, out)
        case "#":
            _note(rest, out)
        case _:
            out.losses[f"lines of sort {line[0]!r}"] += 1


def _bound(rest: str, number: int) -> Bound:
    head, _, words = rest.partition("\t")
    label, _, offsets = head.partition(" ")
    fragments = []
    for piece in offsets.split(";"):
        start, end = piece.split()
        fragments.append((int(start), int(end)))
    return Bound(label, tuple(fragments), words, number)


def _attribute(rest: str, out: Annotations) -> None:
    name, of, *value = rest.split()
    if name == "Status" and value:
        out.values.setdefault(of, {})["status"] = value[0]
    else:
        out.losses[f"attributes {name!r}"] += 1


def _note(rest: str, out: Annotations) -> None:
    head, _, text = rest.partition("\t")
    of = head.split()[1]
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if isinstance(value, dict):
        out.values.setdefault(of, {}).update(value)
    else:
        out.losses["notes"] += 1
