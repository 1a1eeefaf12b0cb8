"""The grammar of dates: patterns over token codes, and what each of them says.

A chain of tokens is a string of one-letter codes (:mod:`lexicon`, :mod:`lexer`), so a rule is an
ordinary regular expression: ``MdY`` with commas allowed is "May 13, 2025". One grammar serves both
languages: they differ in words, not in what a date is made of. Matching looks at codes alone, so
its results are kept: real text has few different chains.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates import build_parts as q
from extract.entities.dates import build_points as p
from extract.entities.dates import build_relative as r
from extract.entities.dates.fiscal import fiscal
from extract.entities.dates.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.entities.dates.lexer import Token
    from extract.entities.dates.points import Expression

    Build = Callable[[Parts], Expression | None]


class Rule(NamedTuple):
    """A pattern over codes; its groups are handed to ``build`` as lists of tokens."""

    id: str
    pattern: re.Pattern[str]
    build: Build


class Candidate(NamedTuple):
    """A place where a rule fits: codes ``start:end``, its groups as (name, start, end)."""

    rule: Rule
    start: int
    end: int
    groups: tuple[tuple[str, int, int], ...]


_MACROS = {
    # figures and names
    "YEAR": "[Yy]",
    "MON": "[Ma]",
    "WD": "[Ww]",
    "DAYS": "(?P<days>[do](?:(?:[-r]t?|(?:,[do]){0,4},?&t?)[do])?)",
    "OF": "[fi]?t?",
    # stretches counted from the day of publication; Spanish also puts the adjective behind
    "PERIOD": "(?:C?[PF]|C|J{1,2})U|U{AFTER}",
    "BEFORE": "(?:C?(?P<side>[PFC])U?)?",
    # years of an administration
    "FISCAL": "[PFC]?(?:G|XU?|UX)f?t?U?(?:Y(?:[-/][dY])?|y|[d#](?:[-/]d)?)"
              "|Y(?:[-/][dY])?(?:XU|G|UX)|[PFC](?:XU|UX|G)|(?:UX|G){AFTER}",
}  # fmt: skip
_MACROS["SPAN"] = "UY(?:[-/][dY])?|{YEAR}|{FISCAL}|{PERIOD}|U"
_MACROS["MONTH"] = "(?:[PFC]?Uf)?(?:C?[PFC]M|M{AFTER}|{MON}[,/-]?{OF}(?:{SPAN})|M)"
_MACROS["WHOLE"] = "Uft?V?[z#YD]|V[z#d]|UA|oU|C?[PFC]s|s{OF}(?:{SPAN})|{SPAN}|{MONTH}|D|tD"
_MACROS["TAIL"] = "(?:(?:[,/-]|,?[fi])?t?(?P<of>UY|{YEAR}|{PERIOD})|(?P<side2>{AFTER}))?"


_OWN = {
    "en": {"AFTER": "(?!)", "ROMAN": "(?!)"},
    "es": {"AFTER": "[PFCJ]", "ROMAN": "A"},
}
"""Adjectives behind their noun (año pasado), Roman ordinals (II trimestre): "the year this began"
is no date in English, nor is "I quarter"."""


def _pattern(text: str, language: str) -> str:
    """The pattern with its macros, ``{NAME}``, written out."""
    while found := re.search(r"\{([A-Z]+)\}", text):
        macro = _OWN[language].get(found[1]) or _MACROS[found[1]]
        text = text.replace(found[0], f"(?:{macro})")
    return text


def _bare(text: str) -> str:
    """The pattern without group names, to stand inside another."""
    return re.sub(r"\(\?P<\w+>", "(?:", text)


for _name in ("DAYS", "TAIL"):
    _MACROS[f"BARE{_name}"] = _bare(_MACROS[_name])
_MACROS["DATE"] = (
    "(?:{WD},?n?t?)?(?:{MON}[-/]?t?{BAREDAYS}{BARETAIL}|{BAREDAYS}f?t?[-/]?(?:Uf)?{MON}{BARETAIL})"
)
_POINTS: tuple[tuple[str, str, Build], ...] = (
    (
        "full.month_day",
        "{BEFORE}(?:(?P<weekday>{WD}),?n?t?)?(?P<month>{MON})[-/]?t?{DAYS}{TAIL}",
        p.date,
    ),
    (
        "full.day_month",
        "{BEFORE}(?:(?P<weekday>{WD}),?n?t?)?{DAYS}f?t?[-/]?(?:Uf)?(?P<month>{MON}){TAIL}",
        p.date,
    ),
    ("full.number_month", "(?P<days>c)ft?(?P<month>M){TAIL}", p.date),
    ("full.month_number", "(?P<month>M)(?P<days>c){TAIL}", p.date),
    ("full.roman", "(?P<days>[do])(?:f|-|/)(?P<month>A)(?:f|-|/)(?P<of>{YEAR})", p.date),
    ("full.month_figures", "(?P<month>{MON})(?P<numeric>L)", p.month_figures),
    ("full.year_month_day", "(?P<of>Y)[,]?(?P<month>{MON})(?P<days>[do])", p.date),
    ("full.today_month_day", "T{WD},?(?P<month>{MON})t?{DAYS}{TAIL}", p.date),
    ("full.today_day_month", "T{WD},?{DAYS}f?(?P<month>{MON}){TAIL}", p.date),
    ("full.numeric", "(?:{WD},?t?)?(?P<numeric>N)", p.numeric),
    ("full.day_slash_month", "(?:{WD},?t?)?(?P<numeric>k)", p.day_slash_month),
    ("full.day_of", "(?P<unit>U)?{DAYS}ft?(?P<of>{PERIOD}|U)", p.day_of_month),
    (
        "full.day_of_next",
        "(?P<days>o|[do][-r]t?[do]|(?<=b)[do]&[do])i?(?P<of>[CF]U)",
        p.day_of_month,
    ),
    ("month.year", "(?P<month>{MON})[,/-]?{OF}(?P<of>{SPAN})", p.month),
    ("month.numeric", "(?P<numeric>L)", p.month_numeric),
    (
        "month.side",
        "C?(?P<side>[PFC])(?:Uf)?(?P<month>M)|(?P<month2>M)(?P<side2>{AFTER})",
        p.month,
    ),
    ("month", "(?P<month>M)", p.month),
    (
        "weekday.side",
        "C?(?P<side>[PFCJ])(?P<weekday>W)O?|(?P<weekday2>W)(?P<side2>{AFTER})O?",
        r.weekday,
    ),
    ("weekday", "(?P<weekday>W)O?(?:\\((?P<number>d)\\)|(?!f?e))", r.weekday),
    ("weekday.number", "(?P<side>[PFC])?(?P<weekday>W),?t?(?P<number>[do])(?!-d)", r.weekday_number),
    (
        "weekday.week",
        "(?P<weekday>W){OF}(?P<of>{PERIOD})|(?P<of2>{PERIOD}),?n?t?(?P<weekday2>{WD})",
        r.weekday_of_week,
    ),
    (
        "day",
        "Q?(?P<day>[Tjl])O?(?:,?(?P<weekday>W)(?!,?t?[do]?f?t?[Ma]))?(?:\\((?P<number>d)\\))?",
        r.day,
    ),
    ("day.number", "C?(?P<side>[PFC])?(?P<unit>U)(?P<number>d)(?!f?t?[-/]?[Ma])", r.day_number),
    ("day.ordinal", "(?<=nt)(?P<number>o)(?![-/fUVMWaXs&r])", r.day_number),
    ("weekend", "(?P<unit>U)(?!f)", r.weekend),
    ("day.two", "(?P<first>[Tj](?:\\(d\\))?)&(?P<last>[Tj](?:\\(d\\))?)", r.two_days),
    ("day.of", "[Oj]ft?(?P<of>[Tj]|[PFC]?W(?!,?n?t?[do(Ma])|Wd(?!f)|W{AFTER})", r.part_of_day),
    ("day.part", "Q?C(?P<day>[Oj])(?:\\((?P<number>d)\\))?", r.this_part),
    ("year", "(?P<year>{YEAR})", p.year),
    ("years", "(?P<year>Y)[-/](?P<until>d|#|Y)|(?P<glued>R)", p.years),
    ("decade", "(?P<decade>D)|V(?P<decade2>[z#dc])|Uft?V?(?P<decade3>[zDY#dc])|UftD", p.decade),
    ("century", "(?P<century>o)U|U(?P<century2>A)", p.century),
    ("fiscal", "{FISCAL}", fiscal),
    ("part", "(?P<nth>[oP]|{ROMAN})-?(?P<unit>U){OF}(?P<of>{WHOLE})", q.part),
    ("part.bare", "(?P<nth>o|{ROMAN})(?P<unit>U)", q.part),
    (
        "part.q",
        "(?P<q>q)[-/]?{OF}(?P<of>{SPAN})|(?P<of2>{YEAR}|{FISCAL})[-/]?(?P<q2>q)|(?P<q3>q)",
        q.quarter,
    ),
    ("part.two", "(?P<nth>o)&(?P<nth2>o)(?P<unit>[UV]){OF}(?P<of>{WHOLE})", q.two_parts),
    ("part.run", "(?P<nth>[oP])(?P<count>[dc])(?P<unit>V){OF}(?P<of>{WHOLE})", q.run),
    ("part.after", "(?P<of>{YEAR})t?(?P<nth>[oP]|{ROMAN})(?P<unit>U)", q.part),
    ("weekday.nth", "(?P<nth>[oP])(?P<weekday>W){OF}(?P<of>{WHOLE})", q.nth_weekday),
    ("weekday.nth_bare", "(?P<nth>o)(?P<weekday>W)(?!f)", q.nth_weekday),
    ("edge", "(?P<edge>E)(?P<joint>-?[fi]?t?)(?P<of>{WHOLE})", q.edge),
    ("edge.two", "(?P<edge>E)-?[r&]-?(?P<last>E-?[fi]?t?(?:{WHOLE}))", q.two_edges),
    ("edge.year", "(?P<edge>K)(?:{OF}(?P<of>{SPAN}))?", q.edge),
    ("edge.within", "Q{OF}(?P<of>{PERIOD})|Q[fi]t?(?P<of2>U)", q.within),
    ("season", "(?P<season>s),?{OF}(?P<of>{SPAN})", p.season),
    ("season.bare", "(?<=t)(?P<season>s)", p.season),
    ("season.side", "C?(?P<side>[PFC])(?P<season>s)|(?P<season2>s)(?P<side2>{AFTER})", p.season),
    ("holiday", "(?P<holiday>H)(?:,?{OF}(?P<of>UY|{YEAR}|{PERIOD}))?", p.holiday),
    ("holiday.side", "(?P<side>[PFC])(?P<holiday>H)", p.holiday),
    ("period", "{PERIOD}", r.period),
    ("period.second", "(?P<unit>U)(?P<second>2)", r.period_second),
    ("rest", "Zft?(?P<of>{PERIOD}|{YEAR}|U)", r.rest),
    ("inner.month", "Uf(?P<month>{MON})(?:[,/-]?{OF}(?P<of>{SPAN}))?", p.month),
    ("inner.this", "(?P<inner>U)", r.inner),
    ("inner.year", "U(?P<year>{YEAR})", r.inner_year),
    (
        "rolling",
        "C?(?P<side>[PF])(?P<count>[dc#])X?(?P<unit>[UV])|(?P<count2>[dc])(?P<side2>[PF])(?P<unit2>V)",
        r.rolling,
    ),
    ("ago", "(?P<count>[dcuz#])(?P<unit>[UV])g|h(?P<count2>[dcuz#])(?P<unit2>[UV])", r.ago),
    (
        "ago.sum",
        "(?P<lengths>(?:[dcu#][UV],?&?){1,3}[dcu#][UV])g|h(?P<lengths2>(?:[dcu#][UV],?&?){1,3}[dcu#][UV])",
        r.ago_sum,
    ),
    ("ago.half", "(?P<count>[dcu])(?P<unit>[UV])&u(?P<half>U)g", r.ago_half),
    ("ago.from", "(?P<count>[dcuz#])(?P<unit>[UV])g(?P<base>T)", r.ago_from),
    (
        "hence",
        "(?P<count>[dcu#])(?P<unit>[UV])(?:>|(?:m|S)(?P<base>T))|i(?P<count2>[dcu#])(?P<unit2>[UV])",
        r.hence,
    ),
    (
        "hence.date",
        "(?P<count>[dcu#])?(?P<unit>[UV])(?P<side>[4<])t?(?P<of>{DATE}|N|T|j|H|{WD})",
        r.hence_date,
    ),
    ("week.of", "(?P<unit>U)ft?(?P<of>{DATE}|N)", p.week_of),
    (
        "week.number",
        "(?P<iso>I)|(?P<unit>U)(?P<number>[d#]),?{OF}(?P<of>{YEAR}|{MONTH})",
        p.week_number,
    ),
)
_NESTED = ("of", "first", "last")


class Grammar:
    """The rules of one language, and what they find in strings of codes."""

    def __init__(self, language: str) -> None:
        points = [(name, _pattern(text, language), build) for name, text, build in _POINTS]
        self.rules = tuple(Rule(name, re.compile(text), build) for name, text, build in points)
        self._outer = tuple(rule for rule in self.rules if not rule.id.startswith("inner."))
        self._any = re.compile(
            "|".join(f"(?:{_bare(rule.pattern.pattern)})" for rule in self._outer)
        )
        self.candidates = lru_cache(maxsize=8192)(self._candidates)
        self._whole = lru_cache(maxsize=8192)(self._fitting_whole)

    def _candidates(self, codes: str) -> tuple[tuple[Candidate, ...], ...]:
        """For each place in ``codes``, the rules that fit there, longest first."""
        points = [list(self._fitting(codes, at)) for at in range(len(codes))]
        return tuple(
            tuple(sorted((*_ranges(codes, at, points), *points[at]), key=lambda c: -c.end))
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
