"""Holders of a state office who are named without their country: they act for the issuer's.

"Foreign Minister Penny Wong met …" in a release of Australia's government (guidelines §2: a person
stands for the body or country of their title).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.names.literals import Words
from extract.entities.names.runs import find_runs
from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.entities.mentions import State
    from extract.relations.context.antecedents import Context

_WORD = r"[A-ZÁÉÍÓÚÑ][\w’'-]+"
_OF = r"(?:de(?: la| los| las|l)?|of(?: the)?|for(?: the)?)"
_FIELD = rf"(?: {_OF} {_WORD}(?:(?:,| y| e| and| &| {_OF})? {_WORD}){{0,7}})"
_PART = rf"(?:{_WORD}|[A-Z]\.)"
_PERSON = rf"(?:,? {_PART}(?: (?:(?:de|del|da|la|van|von) )?{_PART}){{0,4}})"
_OWNED = re.compile(r"(?:['’]s?)? (?:[\w-]+,? ){0,4}$")
_OWNER = re.compile(r",? (?:(?:of|de|del|from|to|in|en|ante)(?: the| la| los| las)? )?$")
_NEAR = 40
_ARTICLE = 12
"""Characters before a title that hold its article and the white space around it."""


@cache
def _office(titles: str) -> re.Pattern[str]:
    words = sorted(word_list(titles), key=len, reverse=True)
    office = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?i:{office})\b(?P<field>{_FIELD})?(?P<name>{_PERSON})?")


def office_holders(
    text: str, state: State, context: Context, named: Collection[str]
) -> Iterator[tuple[int, int, int]]:
    """Where the issuer's officials are named and for which mention they stand: (start, end, n).

    Args:
        text: the document.
        state: its mentions.
        context: the country it is from.
        named: names of persons who are known to act for somebody.
    """
    home = context.issuer if context.issuer is not None else context.home
    if home is not None:
        yield from _holders(text, state, context, named, "offices", home)
    if context.issuing_body is not None and context.issuer is None:
        yield from _holders(text, state, context, named, "heads", context.issuing_body)


def _holders(
    text: str, state: State, context: Context, named: Collection[str], titles: str, mention: int
) -> Iterator[tuple[int, int, int]]:
    for match in _matches(text, titles):
        name = match["name"] or ""
        official = context.issuer is not None or titles == "heads"
        told = bool(name) or (official and _is_definite(text, match.start()))
        head = match[0][: -len(name)] if name else match[0]
        presides = match["field"] and head.lower().startswith(("pres", "vice"))
        known = any(word in named for word in name.replace(",", " ").split())
        if told and not presides and not known and _is_free(text, state, context, match.span()):
            yield *match.span(), mention


def _matches(text: str, titles: str) -> Iterator[re.Match[str]]:
    """The offices of a text; its words are looked up first, which is faster than to search."""
    done = 0
    for start in sorted({start for start, _ in _words(titles).find(find_runs(text).padded)}):
        match = _office(titles).match(text, start) if start >= done else None
        if match is not None:
            yield match
            done = match.end()


@cache
def _words(titles: str) -> Words:
    return Words(word_list(titles))


def _is_definite(text: str, start: int) -> bool:
    before = text[max(0, start - _ARTICLE) : start].rstrip().lower()
    return before.endswith((" the", " el", " la", " al", " del"))


def _is_free(text: str, state: State, context: Context, span: tuple[int, int]) -> bool:
    """Is no party beside the title that it might be of?"""
    start, end = span
    at = bisect_left(context.starts, start)
    for mention in state.mentions[max(0, at - 1) : at + 2]:
        if mention.label not in PARTY:
            continue
        before = mention.end <= start and _OWNED.match(text, mention.end, start)
        after = end <= mention.start < end + _NEAR and _OWNER.match(text, end, mention.start)
        inside = mention.start < end and start < mention.end
        if before or after or inside:
            return False
    return True
