"""What the rules find in strings of token codes, and what they say of it.

Matching looks at codes alone, so its results are kept: real text has few different chains.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates import build_relative as r
from extract.entities.dates.macros import bare
from extract.entities.dates.parts import Parts
from extract.entities.dates.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.dates.figure_tokens import Token
    from extract.entities.dates.points import Expression


class Candidate(NamedTuple):
    """A place where a rule fits: codes ``start:end``, its groups as (name, start, end)."""

    rule: Rule
    start: int
    end: int
    groups: tuple[tuple[str, int, int], ...]


_NESTED = ("of", "first", "last")


class Grammar:
    """The rules of one language, and what they find in strings of codes."""

    def __init__(self, language: str) -> None:
        self.rules = rules(language)
        self._outer = tuple(rule for rule in self.rules if not rule.id.startswith("inner."))
        self._any = re.compile(
            "|".join(f"(?:{bare(rule.pattern.pattern)})" for rule in self._outer)
        )
        self.candidates = lru_cache(maxsize=8192)(self._candidates)
        self._whole = lru_cache(maxsize=8192)(self._fitting_whole)

    def _candidates(self, codes: str) -> tuple[tuple[Candidate, ...], ...]:
        """For each place in ``codes``, the rules that fit there, longest first."""
        points = [list(self._fitting(codes, at)) for at in range(len(codes))]
        return tuple(
            tuple(sorted((*points[at], *_ranges(codes, at, points)), key=lambda c: -c.end))
            for at in range(len(codes))
        )

    def _fitting(self, codes: str, at: int) -> Iterator[Candidate]:
        if not self._any.match(codes, at):  # at most places no rule fits
            return
        for rule in self._outer:
            if match := rule.pattern.match(codes, at):
                yield _candidate(rule, match)

    def _fitting_whole(self, codes: str) -> tuple[Candidate, ...]:
        """The rules that fit all of ``codes``."""
        return tuple(
            _candidate(rule, m) for rule in self.rules if (m := rule.pattern.fullmatch(codes))
        )

    def build(self, candidate: Candidate, tokens: list[Token]) -> Expression | None:
        """What a rule says of the tokens it fits; ``None`` if their values make no date."""
        groups = {name: tokens[start:end] for name, start, end in candidate.groups}
        inner: dict[str, Expression] = {}
        for name in _NESTED:
            if name in groups:
                expression = self.interpret(groups[name])
                if expression is None:
                    return None
                inner[name] = expression
        return candidate.rule.build(Parts(tokens[candidate.start : candidate.end], groups, inner))

    def interpret(self, tokens: list[Token]) -> Expression | None:
        """What a whole run of tokens says, by the first rule that makes sense of it."""
        for candidate in self._whole("".join([token.code for token in tokens])):
            expression = self.build(candidate, tokens)
            if expression is not None:
                return expression
        return None


_RANGE = Rule("range", re.compile("-|rt?"), r.stretch)
_BETWEEN = Rule("range.between", re.compile("&t?"), r.stretch)
_MONTHS = Rule("range.months", re.compile("&"), r.stretch)
_PREFIX = re.compile("[bmS]t?V?")
"""What stands before the ends of a range that "and" joins: between, entre los años, from."""


def _ranges(codes: str, at: int, points: list[list[Candidate]]) -> Iterator[Candidate]:
    """The ranges that begin at a place: two points with a dash, "to", or "between … and"."""
    between = any(_PREFIX.fullmatch(codes, max(0, at - back), at) for back in (1, 2, 3))
    for end in {point.end for point in points[at] if point.rule.id != "weekend"}:
        months = codes[at:end] in ("M", "UfM")
        for rule in (_RANGE, _BETWEEN if between else _MONTHS):
            joint = rule.pattern.match(codes, end)
            if joint is None or joint.end() >= len(codes) or (rule is _MONTHS and not months):
                continue
            for last in points[joint.end()]:
                if last.rule.id == "weekend":
                    continue
                if rule is not _MONTHS or last.rule.id.startswith("month"):
                    groups = (("first", at, end), ("last", last.start, last.end))
                    yield Candidate(rule, at, last.end, groups)


def _candidate(rule: Rule, match: re.Match[str]) -> Candidate:
    groups = tuple(
        (name.rstrip("23"), *match.span(name))
        for name in rule.pattern.groupindex
        if match[name] is not None
    )
    return Candidate(rule, match.start(), match.end(), groups)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of ``en`` or ``es``, compiled at first use.

    >>> [c.rule.id for c in grammar("en").candidates("MdY")[0]]
    ['full.month_day', 'month']
    """
    return Grammar(language)
