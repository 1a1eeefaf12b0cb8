"""COMPANY mentions of a text (guidelines §1): known names, legal forms and telling words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.companies.gazetteer import firms
from extract.entities.companies.patterns import WORD, patterns
from extract.entities.agencies.lexicon import lexicon
from extract.entities.mentions import Mention, merge
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.mentions import State

_ITEM = re.compile(rf"{WORD}(?:\s(?:&\s)?{WORD})*")
_FOLLOWING = re.compile(
    rf"(?:,\s(?:and\s|y\s|e\s)?|\s(?:and|y|e)\s)(?P<name>{WORD}(?:\s{WORD}){{0,2}})(?=[,.;]|\s(?:and|y|e|[a-z]+)\b)"
)
_SEPARATORS = re.compile(r",\s(?:and\s|y\s|e\s)?|\s(?:and|y|e)\s")


def annotate(text: str, state: State) -> list[Mention]:
    """COMPANY mentions of ``text``; those an AGENCY mention covers are left out."""
    agencies = [(m.start, m.end) for m in state.mentions if m.label is Label.AGENCY]
    found = merge(_listed(text), _patterned(text))
    found = merge(found, _introduced(text, state))
    found = merge(found, _listed_beside(text, found, state))
    found = merge(found, _shortened(text, found))
    return [m for m in found if not _covered(m, agencies)]


def _covered(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _listed(text: str) -> Iterator[Mention]:
    known = firms()
    if known.automaton is None:
        return
    size = len(text)
    for last, name in known.automaton.iter(text):
        start, end = last + 1 - len(name), last + 1
        if (start and (text[start - 1].isalnum() or text[start - 1] in "@./-")) or (
            end < size and (text[end].isalnum() or text[end] in "@")
        ):
            continue
        if name not in known.doubtful:
            yield Mention(
                Label.COMPANY, start, end, rule="company.list", ref=known.refs[name]
            )


def _patterned(text: str) -> Iterator[Mention]:
    known = patterns()
    for rule, pattern in (
        ("legal_form", known.legal), ("last_word", known.last),
        ("first_word", known.first), ("media", known.media),
        ("ticker", known.ticker),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            start, end = _trimmed(text, *match.span("name"))
            if rule == "ticker" or _distinct(text[start:end]):
                yield Mention(Label.COMPANY, start, end, rule=f"company.{rule}")


def _distinct(name: str) -> bool:
    """Whether a name has a word beside the telling one that is no plain field or level."""
    words, lex = name.split()[:-1], lexicon()
    return any(
        w.lower() not in lex.levels and not lex.is_field(w.lower().strip(",")) for w in words
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words that cannot open one ("The", "However")."""
    words = lexicon()
    while True:
        first = text[start:end].split(" ", 1)
        if len(first) < 2 or first[0].lower() not in words.openers | words.titles:
            return start, end
        start += len(first[0]) + 1


def _introduced(text: str, state: State) -> Iterator[Mention]:
    nations = {text[m.start : m.end] for m in state.mentions if m.label is Label.COUNTRY}
    for match in patterns().introduced.finditer(text):
        for start, end in _items(text, *match.span("name")):
            if text[start:end] not in nations and text[start:end].lower() not in lexicon().openers:
                yield Mention(Label.COMPANY, start, end, rule="company.introduced")


def _listed_beside(text: str, found: list[Mention], state: State) -> Iterator[Mention]:
    """Names in one list with a company: "Trafigura and TotalEnergy, …"."""
    others = {(m.start, m.end) for m in state.mentions}
    for mention in found:
        following = _FOLLOWING.match(text, mention.end)
        if following is not None and following.span("name") not in others:
            yield Mention(Label.COMPANY, *following.span("name"), rule="company.beside")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for separator in _SEPARATORS.finditer(text, start, end):
        yield at, separator.start()
        at = separator.end()
    yield at, end


def _shortened(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Further uses of the names found, and of their first words without the legal form."""
    shorts: dict[str, Mention] = {}
    for mention in found:
        name = text[mention.start : mention.end]
        shorts.setdefault(name, mention)
        for short in _prefixes(name):
            shorts.setdefault(short, mention)
    if not shorts:
        return
    spelled = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True)))
    for match in re.finditer(rf"(?<![\w@./-])(?:{spelled})(?![\w@])", text):
        yield Mention(Label.COMPANY, *match.span(), rule="company.again", ref=shorts[match[0]].ref)


def _prefixes(name: str) -> Iterator[str]:
    words, lex = name.split(), lexicon()
    if len(words) < 2:
        return
    first = words[0]
    if len(first) > 3 and first.lower() not in lex.levels and not lex.is_field(first.lower()) and first.lower() not in lex.heads:
        yield first
    if len(words) > 2:
        yield " ".join(words[:-1])
