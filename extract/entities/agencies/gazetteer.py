"""Institutions by name: the tables shipped with the package and those of the user.

A table is tab-separated with the columns ``key ref name en es acronyms country type crs iati from
to successor``. ``|`` separates names; ``?`` after an acronym marks an ordinary word, which counts
only where the document defines it or the words around it speak of an institution.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extract.entities.names.folding import fold
from extract.entities.names.literals import automaton, places
from extract.errors import ResourceError
from extract.schema import Agency

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import ahocorasick

COLUMNS = ("key", "ref", "name", "en", "es", "acronyms", "country", "type", "crs", "iati",
           "from", "to", "successor")  # fmt: skip
_INITIAL_CAPITAL = 4
"""Shortest acronym that Spanish papers also write as a word ("Cepal", "Semarnat")."""

_SERIES = re.compile(r"(, [^,]+)( and )(?=[^,]+$)")
"""The last of a list, before which a comma may stand or not."""


@dataclass(frozen=True, slots=True)
class Body:
    """An institution.

    Attributes:
        key: unique in all tables.
        ref: what its mentions are called in the output, usually its acronym.
        agency: name, country, type and codes.
        names: full names in English and Spanish, the canonical one first.
        acronyms: acronyms that stand for it anywhere.
        doubtful: acronyms that are ordinary words or stand for others too.
        since, until: years it bore the name; empty where unknown.
        successor: key of the body that took over.
    """

    key: str
    ref: str
    agency: Agency
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    successor: str = ""


@dataclass(slots=True)
class Gazetteer:
    """Bodies by key, folded full name and acronym.

    Attributes:
        bodies: key → body.
        names: folded full name of several words → keys of the bodies so called.
        acronyms: acronym or name of one word as written → keys; Spanish papers' "Cepal" included.
        doubtful: the same for acronyms that need an institutional context.
    """

    bodies: dict[str, Body] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubtful: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _automaton: ahocorasick.Automaton | None = None

    def add(self, body: Body) -> None:
        """Add ``body``, or replace the one of the same key."""
        self.bodies[body.key] = body
        self._automaton = None
        words = {fold(acronym) for acronym in body.doubtful}
        for name in body.names:
            if fold(name) in words:
                continue
            if " " not in name:
                for form in {name, name.upper()}:
                    _file(self.acronyms, form, body.key)
            else:
                for form in {fold(name), _SERIES.sub(r"\1,\2", fold(name))}:
                    _file(self.names, form, body.key)
        for table, acronyms in ((self.acronyms, body.acronyms), (self.doubtful, body.doubtful)):
            for acronym in acronyms:
                for form in _spellings(acronym) if table is self.acronyms else (acronym,):
                    _file(table, form, body.key)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Full names in ``folded``: start, end, name; longer names beside the shorter in them."""
        if not self.names:
            return
        if self._automaton is None:
            self._automaton = automaton(self.names)
        size = len(folded)
        for start, end, name in places(folded, self._automaton):
            if (start == 0 or not folded[start - 1].isalnum()) and (
                end == size or not folded[end].isalnum()
            ):
                yield start, end, name


def _file(table: dict[str, tuple[str, ...]], name: str, key: str) -> None:
    keys = table.get(name, ())
    if key not in keys:
        table[name] = (*keys, key)


def _spellings(acronym: str) -> tuple[str, ...]:
    if len(acronym) >= _INITIAL_CAPITAL and acronym.isalpha() and acronym.isupper():
        return acronym, acronym.capitalize()
    return (acronym,)


def load_user_table(path: Path) -> Gazetteer:
    """The package's gazetteer with the rows of the table at ``path`` added.

    Raises:
        ResourceError: the table is malformed; says file and line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: {error}", hint="needs a UTF-8 text file") from error
    extended = Gazetteer()
    for body in (*gazetteer().bodies.values(), *read_bodies(text, str(path))):
        extended.add(body)
    return extended


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer shipped with the package, read once."""
    shipped = Gazetteer()
    folder = files("extract.resources") / "agencies"
    tables = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    for table in tables:
        for body in read_bodies(table.read_text(encoding="utf-8"), table.name):
            shipped.add(body)
    return shipped


def read_bodies(text: str, source: str) -> Iterator[Body]:
    """The bodies of a table.

    Args:
        text: the table, header line included; lines that start with ``#`` are comments.
        source: name of the file, for messages.

    Raises:
        ResourceError: a column or cell is missing; says file and line.
    """
    header: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = _header(cells, f"{source}:{number}")
            continue
        if len(cells) != len(header):
            raise ResourceError(
                f"{source}:{number}: {len(cells)} cells where the header has {len(header)}",
                hint="cells are separated by one tab each, empty cells included",
            )
        yield _body(dict(zip(header, cells, strict=True)), f"{source}:{number}")


def _header(cells: list[str], place: str) -> list[str]:
    missing = [column for column in ("key", "name") if column not in cells]
    if missing:
        raise ResourceError(
            f"{place}: no column {missing[0]!r}", hint=f"columns: {' '.join(COLUMNS)}"
        )
    return cells


def _body(row: dict[str, str], place: str) -> Body:
    def names(column: str) -> list[str]:
        return [name.strip() for name in row.get(column, "").split("|") if name.strip()]

    key, name = row["key"].strip(), row["name"].strip()
    if not key or not name:
        raise ResourceError(f"{place}: key and name must not be empty", hint="fill in both")
    acronyms = names("acronyms")
    codes = {kind: row.get(kind, "").strip() for kind in ("crs", "iati")}
    return Body(
        key=key,
        ref=row.get("ref", "").strip() or name,
        agency=Agency(
            name=name,
            country=row.get("country", "").strip() or None,
            type=row.get("type", "").strip() or None,
            ids={kind: code for kind, code in codes.items() if code},
        ),
        names=tuple(dict.fromkeys((name, *names("en"), *names("es")))),
        acronyms=tuple(a for a in acronyms if not a.endswith("?")),
        doubtful=tuple(a[:-1] for a in acronyms if a.endswith("?")),
        since=row.get("from", "").strip(),
        until=row.get("to", "").strip(),
        successor=row.get("successor", "").strip(),
    )


@cache
def _by_agency() -> dict[tuple[str, str | None], tuple[str, ...]]:
    bodies = gazetteer().bodies.values()
    return {(body.agency.name, body.agency.country): body.names for body in bodies}


def names_of(agency: Agency) -> tuple[str, ...]:
    """All names of a listed institution; its own name where it is not in the shipped tables."""
    return _by_agency().get((agency.name, agency.country), (agency.name,))


def get(key: str) -> Body | None:
    """The shipped body with this key."""
    return gazetteer().bodies.get(key)
