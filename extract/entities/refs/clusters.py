"""Which mentions name one body: same entry, same name, acronym and full name, name and country."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import names_of
from extract.entities.names.acronyms import links
from extract.entities.names.folding import fold
from extract.entities.refs.wordings import canonical, national, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.entities.mentions import Mention


_FEW = 3
"""Names of more words are the same in another order."""


class Clusters:
    """Mentions of one document, joined step by step into bodies.

    Args:
        text: the document.
        mentions: its AGENCY and COMPANY mentions, in text order.
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text, self.mentions = text, mentions
        self.parents = list(range(len(mentions)))
        self.refs = [m.ref for m in mentions]
        self.names = [" ".join(text[m.start : m.end].split()) for m in mentions]
        self._join_equal(self.refs)
        self._join_equal(map(fold, self.names))
        self._join_definitions()
        self._join_equal(map(canonical, self.names))
        self._join_equal(map(_reordered, self.names))
        self._join_national()
        self._join_shortened()

    def root(self, at: int) -> int:
        """Representative of the cluster of mention ``at``."""
        while self.parents[at] != at:
            self.parents[at] = self.parents[self.parents[at]]
            at = self.parents[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make one body of two, unless lists say that they are different bodies."""
        one, other = sorted((self.root(one), self.root(other)))
        if one == other or len({self.refs[one], self.refs[other]} - {None}) > 1:
            return
        self.parents[other] = one
        self.refs[one] = self.refs[one] or self.refs[other]

    def _join_equal(self, keys: Iterable[str | None]) -> None:
        first: dict[str, int] = {}
        for at, key in enumerate(keys):
            if key:
                self.join(first.setdefault(key, at), at)

    def _join_definitions(self) -> None:
        starts = {m.start: at for at, m in enumerate(self.mentions)}
        for mention, definition in links(self.mentions, self.text):
            full, short = starts[mention.start], starts.get(definition.start)
            if short is None:
                continue
            if not self._is_of_parent(full, short):
                self.join(full, short)

    def _is_of_parent(self, full: int, short: int) -> bool:
        """Whether an acronym belongs to the body a name ends in ("Office … of the Bank (IDB)")."""
        agency, name = self.mentions[short].agency, fold(self.names[full])
        if agency is None or self.refs[self.root(full)] is not None:
            return False
        return any(
            name.endswith(fold(listed)) and name != fold(listed) for listed in names_of(agency)
        )

    def _join_national(self) -> None:
        """Join "Ministry of Energy" and "Ministry of Energy of Chile", if no other country's is."""
        nations: dict[str, set[str]] = {}
        places: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            plain, country = national(name)
            places.setdefault(plain, []).append(at)
            nations.setdefault(plain, set()).update({country} if country else ())
        for plain, members in places.items():
            if len(nations[plain]) < 2:
                for at in members[1:]:
                    self.join(members[0], at)

    def _join_shortened(self) -> None:
        by_name = {fold(name): at for at, name in enumerate(self.names)}
        for at, name in enumerate(self.names):
            for short in shortened(name):
                if fold(short) in by_name:
                    self.join(at, by_name[fold(short)])
        self._join_prefixes()

    def _join_prefixes(self) -> None:
        """Join "Ministry of Finance" to the one longer name in the text that goes on from it."""
        keys = sorted({(canonical(name), at) for at, name in enumerate(self.names)})
        for (short, one), (long, other) in pairwise(keys):
            if len(short.split()) > 1 and long.startswith(f"{short} ") and _is_ministry(short):
                self.join(one, other)

    def bodies(self) -> dict[int, list[int]]:
        """Cluster representative → its mentions in text order."""
        found: dict[int, list[int]] = {}
        for at in range(len(self.mentions)):
            found.setdefault(self.root(at), []).append(at)
        return found


def _reordered(name: str) -> str | None:
    """The words of a long name in any order: "International Committee of the Red Cross"."""
    words = canonical(name).split()
    return " ".join(sorted(words)) if len(words) > _FEW else None


def _is_ministry(name: str) -> bool:
    return name.split(maxsplit=1)[0] in (
        "ministry",
        "ministerio",
        "secretaria",
        "department",
        "secretariat",
        "embassy",
        "embajada",
        "consulate",
        "consulado",
    )
