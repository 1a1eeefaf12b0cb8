"""The rules of dates: patterns over token codes, and what each of them says.

A chain of tokens is a string of one-letter codes (:mod:`lexicon`, :mod:`lexer`), so a rule is an
ordinary regular expression: ``MdY`` with commas allowed is "May 13, 2025". One table serves both
languages: they differ in words, not in what a date is made of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates import build_parts as q
from extract.entities.dates import build_points as p
from extract.entities.dates import build_relative as r
from extract.entities.dates.fiscal import fiscal
from extract.entities.dates.macros import written_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.parts import Parts
    from extract.entities.dates.points import Expression

    Build = Callable[[Parts], Expression | None]


class Rule(NamedTuple):
    """A pattern over codes; its groups are handed to ``build`` as lists of tokens."""

    id: str
    pattern: re.Pattern[str]
    build: Build


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
    ("weekday.date", "{WD}(?=\\((?P<of>{DATE})\\))", r.as_within),
    ("weekday", "(?P<weekday>W)O?(?:\\((?P<number>d)\\)|(?!f?e))", r.weekday),
    (
        "weekday.number",
        "(?P<side>[PFC])?(?P<weekday>W),?t?(?P<number>[do])(?!-d)",
        r.weekday_number,
    ),
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
    ("day.of", "[Oj]ft?(?P<of>[Tj]|[PFC]?W(?!,?n?t?[do(Ma])|Wd(?!f)|W{AFTER})", r.as_within),
    ("day.part", "Q?C(?P<day>[Oj])(?:\\((?P<number>d)\\))?", r.this_part),
    ("year", "(?P<year>{YEAR})", p.year),
    ("years", "(?P<year>Y)[-/](?P<until>d|#|Y)|(?P<glued>R)", p.years),
    ("years.two", "(?<![Y,/-])(?P<year>Y)&(?P<until>Y)(?!,?&?Y|[-/])", p.following_years),
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
    ("part.two_q", "(?P<q>q&q)[-/]?{OF}(?P<of>{SPAN})", q.two_quarters),
    ("part.two", "(?P<nth>o)&(?P<nth2>o)(?P<unit>[UV]){OF}(?P<of>{WHOLE})", q.two_parts),
    ("part.run", "(?P<nth>[oP])(?P<count>[dc])(?P<unit>V){OF}(?P<of>{WHOLE})", q.run),
    ("part.after", "(?P<of>{YEAR})t?(?P<nth>[oP]|{ROMAN})(?P<unit>U)", q.part),
    ("weekday.nth", "(?P<nth>[oP])(?P<weekday>W){OF}(?P<of>{WHOLE})", q.nth_weekday),
    ("weekday.nth_bare", "(?P<nth>o)(?P<weekday>W)(?!f)", q.nth_weekday),
    ("edge", "(?P<edge>E)(?P<joint>-?[fi]?t?)(?P<of>{WHOLE})", q.edge),
    ("edge.two", "(?P<edge>E)-?[r&]-?(?P<last>E-?[fi]?t?(?:{WHOLE}))", q.two_edges),
    ("edge.year", "(?P<edge>K)(?:{OF}(?P<of>{SPAN}))?", q.edge),
    ("edge.within", "Q{OF}(?P<of>{PERIOD})|Q[fi]t?(?P<of2>U)", r.as_within),
    ("season", "(?P<season>s),?{OF}(?P<of>{SPAN})", p.season),
    ("season.two_years", "(?P<season>s),?{OF}(?P<of>Y)[-/](?P<until>[dY])", p.season),
    ("season.bare", "(?<=t)(?P<season>s)", p.season),
    ("season.side", "C?(?P<side>[PFC])(?P<season>s)|(?P<season2>s)(?P<side2>{AFTER})", p.season),
    ("holiday", "(?P<holiday>H)(?:,?{OF}(?P<of>UY|{YEAR}|{PERIOD}))?", p.holiday),
    ("holiday.side", "(?P<side>[PFC])(?P<holiday>H)", p.holiday),
    ("period", "{PERIOD}", r.period),
    ("period.same", "J{1,2}(?P<unit>U){OF}(?P<of>{PERIOD}|{YEAR})", r.same_period),
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


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of ``en`` or ``es``, their macros written out.

    >>> [rule.id for rule in rules("en") if rule.pattern.fullmatch("MdY")]
    ['full.month_day']
    """
    return tuple(
        Rule(name, re.compile(written_out(text, language)), build) for name, text, build in _POINTS
    )
