"""COMPANY mentions of a text (guidelines §1): known names, legal forms and telling words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extract.entities.companies.gazetteer import firms
from extract.entities.companies.patterns import NAME, WORD, marks
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

_SEPARATOR = r"(?:,\s(?:and\s|y\s|e\s)?|\s(?:and|y|e)\s)"
_BESIDE = re.compile(  # "Company, Person Name, said" is no list: a list ends with "and"
    rf"(?:,?\s(?:and|y|e)\s(?P<last>{WORD}(?:\s{WORD}){{0,2}})(?=[,.;]|\s[a-z]+\b)"
    rf"|,\s(?P<next>{WORD}(?:\s{WORD}){{0,2}})(?=,?\s(?:and|y|e)\s{WORD}))"
)
_ITEM = re.compile(rf"{NAME}(?!\w)")
_LIST = re.compile(_SEPARATOR)
_INSIDE = re.compile(
    r"(?:(?!\b(?:the|el|la|los|las|del|al|un|una|a|an)\s)\b[a-záéíóúñ]+|[a-záéíóúñ],)\s$"
)
_NAME_BEFORE = re.compile(r"(?<![\w.])([A-ZÀ-Þ][\w.]*)\s$")
_CAPITAL = re.compile(r"[\s-][A-ZÀ-Þ]")
_TO_NAME = re.compile(r"\s(?:the\s|la\s|el\s)?[“\"«]?")
_INTRODUCTION = 40
_LEGAL_TAIL = 16
"""A legal form may stand up to this many characters after the run of capitals it ends."""


def annotate(text: str, state: State) -> list[Mention]:
    """COMPANY mentions of ``text``; those an AGENCY mention covers are left out."""
    nations = {text[m.start : m.end] for m in state.mentions if m.label is Label.COUNTRY}
    runs = find_runs(text)
    found = merge(_listed(text), _marked(text, runs))
    found = merge(found, _introduced(text, runs, nations))
    found = merge(found, _quoted_on_exchange(text, runs))
    if not found:
        return []
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


def _listed(text: str) -> Iterator[Mention]:
    known = firms()
    if known.automaton is None:
        return
    places = [
        (last + 1 - len(name), last + 1, name)
        for last, name in known.automaton.iter(text)
        if _is_whole(text, last + 1 - len(name), last + 1)
    ]
    sure = {
        known.refs[name]
        for start, end, name in places
        if name not in known.doubtful or (_is_proper(name) and _in_sentence(text, start, end))
    }
    for start, end, name in places:
        if known.refs[name] in sure:
            yield Mention(Label.COMPANY, start, end, rule="company.list", ref=known.refs[name])


def _is_proper(name: str) -> bool:
    """Whether a name has a word that is no field of business ("Oracle", not "Science")."""
    return not all(lexicon().is_field(word.lower()) for word in name.split())


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands inside a sentence, by itself: no plain word does that."""
    return bool(_INSIDE.search(text, max(0, start - 24), start)) and not _CAPITAL.match(text, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        before.isalnum() or before in ("@", ".", "/", "-") or after.isalnum() or after == "@"
    )


def _marked(text: str, runs: Runs) -> Iterator[Mention]:
    known = marks()
    spans = set(runs.holding(known.words))
    spans |= {span for m in known.dotted.finditer(text) if (span := runs.at(m.start()))}
    for first, last in sorted(spans):
        for rule, pattern in known.patterns.items():
            for match in pattern.finditer(text, first, last + _LEGAL_TAIL):
                start, end = _trimmed(text, *match.span("name"))
                if _is_distinct(text[start:end], rule):
                    yield Mention(Label.COMPANY, start, end, rule=f"company.{rule}")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words that cannot open one ("The", "However")."""
    words = lexicon()
    while True:
        first, _, rest = text[start:end].partition(" ")
        following = rest.partition(" ")[0].lower()
        if not rest or not (words.opens(first.lower(), following) or first.lower() in words.titles):
            return start, end
        start = end - len(rest)


def _is_distinct(name: str, rule: str) -> bool:
    """Whether a name has a word beside the telling one that is no plain field or level."""
    beside = name.split()[1:] if rule == "first_word" else name.split()[:-1]
    words, lex = [w.lower().strip(",") for w in beside], lexicon()
    return any(w not in lex.levels and not lex.is_field(w) for w in words)


def _introduced(text: str, runs: Runs, nations: Collection[str]) -> Iterator[Mention]:
    """Names after "the company", "companies such as", "la empresa"."""
    known = marks()
    for _, stop in known.before.find(runs.padded):
        gap = _TO_NAME.match(text, stop)
        span = runs.at(gap.end()) if gap else None
        if gap is None or span is None or gap.end() - span[0] > 1:
            continue
        first = gap.end()
        if known.introduced.search(text, max(0, first - _INTRODUCTION), first):
            for start, end in _items(text, first, span[1]):
                if text[start:end] not in nations and not _is_opener(text[start:end]):
                    yield Mention(Label.COMPANY, start, end, rule="company.introduced")


def _is_opener(name: str) -> bool:
    return name.lower() in lexicon().openers | lexicon().titles


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list, "A, B and C"."""
    while True:
        item = _ITEM.match(text, start, end)
        if item is None:
            return
        name = _LIST.search(text, start, item.end())
        stop = name.start() if name else item.end()
        yield start, stop
        following = _LIST.match(text, stop)
        if following is None:
            return
        start = following.end()


def _quoted_on_exchange(text: str, runs: Runs) -> Iterator[Mention]:
    """Names with their stock exchange: "Fortinet (NASDAQ: FTNT)"."""
    for match in marks().ticker.finditer(text):
        end = len(text[: match.start()].rstrip(" ®™"))
        span = runs.at(end - 1)
        if span is not None and span[1] == end:
            yield Mention(Label.COMPANY, *_trimmed(text, *span), rule="company.ticker")


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


def _beside(text: str, found: list[Mention], nations: Collection[str]) -> Iterator[Mention]:
    """Names in one list with a company: "Trafigura and TotalEnergies, …"."""
    for mention in found:
        following = _BESIDE.match(text, mention.end)
        kind = following.lastgroup if following else None
        if following and kind and following[kind] not in nations:
            yield Mention(Label.COMPANY, *following.span(kind), rule="company.beside")


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Further uses of the names found, and of their first words without the legal form.

    A first word that also follows another name is a person's or a place's ("Nick Peake").
    """
    names: dict[str, Mention] = {}
    shorts: dict[str, Mention] = {}
    for mention, definition in links(found, text):
        names.setdefault(definition.short, mention)
    for mention in found:
        name = text[mention.start : mention.end]
        names.setdefault(name, mention)
        if mention.rule not in ("company.list", "company.media", "company.beside"):
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
    common = common or nation_of(words[0]) is not None
    if len(first) > 3 and not common:
        yield words[0]
    if len(words) > 2 and words[-2][0].isupper():
        yield " ".join(words[:-1])
