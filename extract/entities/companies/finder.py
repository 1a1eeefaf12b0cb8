"""COMPANY mentions of a text (guidelines §1): known names, legal forms and telling words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.companies.cues import find_cued
from extract.entities.companies.edges import (
    after_body,
    before_verb,
    with_initials,
    with_number,
    with_previous,
)
from extract.entities.companies.listed import find_listed
from extract.entities.companies.patterns import WORD, is_group, marks, trimmed, word_set
from extract.entities.countries import code_of
from extract.entities.mentions import Mention, merge
from extract.entities.names.acronyms import links
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import find_all
from extract.entities.names.nations import nation_of
from extract.entities.names.runs import find_runs
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.entities.mentions import State
    from extract.entities.names.runs import Runs

_BESIDE = re.compile(  # "Company, Person Name, said" is no list: a list ends with "and"
    rf"(?:,?\s(?:and|y|e)\s(?P<last>{WORD}(?:\s{WORD}){{0,2}})(?=[,.;]|\s[a-z]+\b)"
    rf"|,\s(?P<next>{WORD}(?:\s{WORD}){{0,2}})(?=,?\s(?:and|y|e)\s{WORD}))"
)
_TITLED = re.compile(
    r",\s(?:[a-záéíóúñ]+\s){0,3}(?i:ceo|chief|chair\w*|president\w*|director\w*|founder|head|minist\w+|secret\w+)\b"
)
_NAME_BEFORE = re.compile(r"(?<![\w.])([A-ZÀ-Þ][\w.]*)\s$")
_WHOLE = frozenset(f"company.{rule}" for rule in ("list", "media", "beside", "weak"))
"""Rules whose names have no short forms of their own."""
_PARTNER = re.compile(rf"\s&\s{WORD}(?![\w.])")
_LEGAL_TAIL = 24
"""A legal form may stand up to this many characters after the run of capitals it ends."""


def annotate(text: str, state: State) -> list[Mention]:
    """COMPANY mentions of ``text``; those an AGENCY mention covers are left out."""
    nations = {text[m.start : m.end] for m in state.mentions if m.label is Label.COUNTRY}
    runs = find_runs(text)
    found = merge(find_listed(text), _marked(text, runs))
    found = merge(found, find_cued(text, runs, nations))
    found = merge(found, _quoted_on_exchange(text, runs))
    if not found:
        return []
    _add_partners(text, found)
    found = merge(found, _beside(text, found, nations))
    for mention in found:
        mention.ref = mention.ref or text[mention.start : mention.end]
    found = merge(found, _again(text, found))
    found = [_with_country(m, text, state) for m in found]
    agencies = [(m.start, m.end) for m in state.mentions if m.label is Label.AGENCY]
    return [m for m in found if not _covered(m, agencies)]


def _covered(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    before = bisect_right(spans, (mention.start, mention.end)) - 1
    around = spans[max(0, before) : before + 2]
    return any(start <= mention.start and mention.end <= end for start, end in around)


def _marked(text: str, runs: Runs) -> Iterator[Mention]:
    known = marks()
    spans = {with_number(text, runs, span) for span in runs.holding(known.words)}
    spans |= {
        with_previous(text, runs, m.start()) for form in known.dotted for m in form.finditer(text)
    }
    for first, last in sorted(spans):
        words = set(runs.padded[first : last + _LEGAL_TAIL + 2].split())
        for rule, pattern in known.patterns.items():
            if rule in known.telling and words.isdisjoint(known.telling[rule]):
                continue
            for match in pattern.finditer(text, first, last + _LEGAL_TAIL):
                start, end = trimmed(text, *match.span("name"))
                start = after_body(text, with_initials(text, start), end)
                end = before_verb(text, start, end, rule)
                following = text[end : end + 1]
                whole = not following.isalnum() or (text[end - 1] == "." and following.islower())
                if rule == "first_word" and _after_name(text, start):
                    continue
                if whole and _is_distinct(text[start:end], rule):
                    yield Mention(Label.COMPANY, start, end, rule=f"company.{rule}")


def _is_distinct(name: str, rule: str) -> bool:
    """Whether a name has a word beside the telling one that is no plain field or level."""
    beside = name.split()[1:] if rule == "first_word" else name.split()[:-1]
    words, lex = [w.lower().strip(",") for w in beside], lexicon()
    if rule in ("last_word", "media") and len(words) == 1 and words[0] in word_set("generic"):
        return False
    if rule == "weak":
        return _is_brand(words) or is_group(name)
    if rule == "first_word" and name.startswith(("Grupo ", "Banco ")):
        weak = word_set("not_groups") | lex.levels
        return is_group(name) or (words[0] not in weak and "de" not in words)
    return any(w not in lex.levels and not lex.is_field(w) for w in words)


def _is_brand(words: Sequence[str]) -> bool:
    """Whether a name opens with a word of its own: "Cannon Wind", not "Clean" or "Samantha"."""
    if not words or not word_set("not_groups").isdisjoint(words):
        return False
    first, lex = words[0], lexicon()
    if first in _plain() or lex.is_field(first) or lex.is_adjective(first):
        return False
    return nation_of(first.title()) is None


@cache
def _plain() -> frozenset[str]:
    """Words that open no name of a business."""
    lex = lexicon()
    return frozenset().union(
        word_set("given_names"), word_set("generic"), lex.levels, lex.titles, lex.heads, lex.openers
    )


def _quoted_on_exchange(text: str, runs: Runs) -> Iterator[Mention]:
    """Names with their stock exchange: "Fortinet (NASDAQ: FTNT)"."""
    for match in marks().ticker.finditer(text):
        end = len(text[: match.start()].rstrip(" ®™"))
        span = runs.at(end - 1)
        if span is not None and span[1] == end:
            yield Mention(Label.COMPANY, *trimmed(text, *span), rule="company.ticker")


def _with_country(mention: Mention, text: str, state: State) -> Mention:
    """The name with the country of a branch: "Fortinet **Chile**"."""
    countries = state.mentions
    at = bisect_right(countries, mention.end, key=lambda m: m.start)
    following = countries[at] if at < len(countries) else None
    if (
        following is not None
        and following.label is Label.COUNTRY
        and text[mention.end : following.start] == " "
        and code_of(text[following.start : following.end])
    ):
        mention.end = following.end
    return mention


def _add_partners(text: str, found: Sequence[Mention]) -> None:
    """Let names go on after "&": "Norvik Gas **& Electric**"."""
    starts = {mention.start for mention in found}
    for mention in found:
        partner = _PARTNER.match(text, mention.end)
        if partner is not None and partner.start() + 3 not in starts:
            mention.end, mention.ref = partner.end(), None


def _beside(text: str, found: list[Mention], nations: Collection[str]) -> Iterator[Mention]:
    """Names in one list with a company: "Trafigura and TotalEnergies, …"."""
    for mention in found:
        following = _BESIDE.match(text, mention.end)
        kind = following.lastgroup if following else None
        if following and kind and _may_be_firm(text, following, kind, nations):
            yield Mention(Label.COMPANY, *following.span(kind), rule="company.beside")


def _may_be_firm(text: str, following: re.Match[str], kind: str, nations: Collection[str]) -> bool:
    """Whether a name in a list is no country and no person with a first name or a title."""
    name, end = following[kind], following.end(kind)
    first = name.split()[0].lower()
    if name in nations or first in word_set("given_names"):
        return False
    plain = all(map(lexicon().is_field, name.lower().split()))
    return not plain and not _TITLED.match(text, end)


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Further uses of the names found, and of their first words without the legal form.

    A first word that also follows another name is a person's or a place's ("Nick Peake").
    """
    names: dict[str, Mention] = {}
    shorts: dict[str, Mention] = {}
    for mention, definition in links(found, text):
        if nation_of(definition.short) is None:
            names.setdefault(definition.short, mention)
    for mention in found:
        name = text[mention.start : mention.end]
        names.setdefault(name, mention)
        if mention.rule not in _WHOLE:
            for form in _prefixes(name):
                shorts.setdefault(form, mention)
    places = list(find_all(text, names | shorts))
    shared = {form for start, _, form in places if _after_name(text, start)} - names.keys()
    for start, end, form in places:
        if form not in shared:
            ref = (names.get(form) or shorts[form]).ref
            yield Mention(Label.COMPANY, start, end, rule="company.again", ref=ref)


def _after_name(text: str, start: int) -> bool:
    before = _NAME_BEFORE.search(text, max(0, start - 24), start)
    return before is not None and not lexicon().opens(before[1].lower(), "")


def _prefixes(name: str) -> Iterator[str]:
    """Short forms of a company's name: its first word, the name without the last."""
    words, lex = name.split(), lexicon()
    if len(words) < 2:
        return
    first = words[0].lower()
    common = first in lex.levels or first in lex.heads or lex.is_field(first)
    common = common or first in _plain() or nation_of(words[0]) is not None
    if len(first) > 3 and not common:
        yield words[0].rstrip(",")
    shorter = " ".join(words[:-1]).rstrip(",")
    if len(words) > 2 and words[-2][0].isupper() and nation_of(shorter) is None:
        yield shorter
