"""What a grammar rule hands to its builder: the tokens of its groups, the nested expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.dates import relative as r

if TYPE_CHECKING:
    from extract.entities.dates.figure_tokens import Token
    from extract.entities.dates.points import Expression

_SIDES = {
    "last": -1,
    "rolling": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "same": 0,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The groups of a rule by name.

    Attributes:
        tokens: all tokens of the match.
        groups: the tokens of each group that took part.
        inner: the expressions of the groups that are dates themselves.
    """

    tokens: list[Token]
    groups: dict[str, list[Token]]
    inner: dict[str, Expression]

    def __contains__(self, name: str) -> bool:
        return name in self.groups

    def text(self, name: str) -> str:
        """The value of a group's first token as text; empty without the group."""
        return str(self.groups[name][0].value) if name in self.groups else ""

    def number(self, name: str) -> int:
        """The value of a group's first token as a number; 0 without the group or for words."""
        value = self.groups[name][0].value if name in self.groups else 0
        return value if isinstance(value, int) else 0

    def numbers(self, name: str) -> tuple[int, ...]:
        """The values of a group's first token, which has several; empty without the group."""
        value = self.groups[name][0].value if name in self.groups else ()
        return value if isinstance(value, tuple) else ()

    def nth(self, name: str = "nth") -> int:
        """The number of an ordinal; -1 for "last"; 0 for other words, which count nothing."""
        return -1 if self.text(name) in ("last", "rolling") else self.number(name)

    def of(self) -> Expression | None:
        """The longer stretch that the date is said to lie in."""
        return self.inner.get("of")

    def side(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; ``None`` where no such word stands."""
        return _SIDES.get(self.text("side"))

    def sided(self, expression: Expression) -> Expression:
        """The expression, on the side of the publication date that the words say."""
        side = self.side()
        return expression if side is None else r.InSeason(expression, side)

    def words(self, code: str) -> list[Token]:
        """All tokens of the match with this code."""
        return [token for token in self.tokens if token.code == code]
