"""Where a pass over a sentence is, and what the words so far say of the next mention."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Position:
    """The clause and phrase that a pass has come to.

    Attributes:
        relation: what the preposition before says of the next mention, "" where none does.
        outer: the relation of the phrase that an ``of``-phrase belongs to.
        clause, group: numbers of the clause and of the list of mentions.
        depth: how many brackets are open.
        verb_seen: whether the clause has had its finite verb.
    """

    relation: str = ""
    outer: str = ""
    clause: int = 0
    group: int = 0
    depth: int = 0
    verb_seen: bool = False
    _last: int = 0
    _outside: list[tuple[int, str, str, bool]] = field(default_factory=list)
    _interrupted: int | None = None

    @property
    def hangs(self) -> bool:
        """Whether the next mention hangs on a preposition or a phrase before it."""
        return bool(self.relation or self.outer)

    def clear(self) -> None:
        """The next mention hangs on nothing."""
        self.relation = self.outer = ""

    def begin_phrase(self, relation: str = "", outer: str = "") -> None:
        """Another phrase, which may hang on what is before it."""
        self.relation, self.outer = relation, outer
        self.group += 1

    def begin_clause(self) -> None:
        """Another clause."""
        self._last += 1
        self.clause = self._last
        self.begin_phrase()
        self.verb_seen = False

    def interrupt(self) -> None:
        """A participle phrase between commas: "the accords, covering trade, were signed"."""
        self._interrupted = self.clause
        self._last = max(self._last, self.clause)
        self.begin_clause()

    def resume(self) -> None:
        """Back to the clause that was interrupted, at its verb."""
        if self._interrupted is not None:
            self.clause, self._interrupted = self._interrupted, None

    def enter(self) -> None:
        """Into brackets."""
        self.depth += 1
        self._outside.append((self.clause, self.relation, self.outer, self.verb_seen))

    def leave(self) -> None:
        """Out of brackets, back to what was before them."""
        self.depth = max(0, self.depth - 1)
        if self._outside:
            self.clause, self.relation, self.outer, self.verb_seen = self._outside.pop()
