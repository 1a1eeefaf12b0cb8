"""What the whole document tells before its sentences are read: who issues it, what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from extract.entities.countries import annotate as find_countries
from extract.entities.mentions import State
from extract.relations.context.antecedents import Context, distinct_parties, party_key
from extract.relations.context.capitals import capitals
from extract.relations.context.people import people
from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import word_list
from extract.schema import BlockKind, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Segment

_SIDES = 2
_TITLE = 200
_OFFICIAL = ("government", "ministry", "agency")
_LEAD = 600


def context_of(text: str, state: State) -> Context:
    """The discourse of the document that ``state`` describes."""
    mentions = state.mentions
    countries = [n for n, m in enumerate(mentions) if party_key(m).startswith("@")]
    context = Context(mentions, [m.start for m in mentions], countries)
    context.segments = [s.start for s in state.segments]
    context.published = state.metadata.published
    context.issuing_body = _issuing_body(text, state)
    context.home, context.issuer = _home(state, context)
    context.is_bill = any(word in text[:_LEAD].lower() for word in word_list("bills"))
    opening = f"{state.metadata.title or ''} {text[:_LEAD]}".lower()
    context.is_about_flows = any(word in opening for word in word_list("flows"))
    if context.is_bill and context.issuer is None:
        context.issuer = context.home
    context.leads = _leads(text, state, context)
    context.topic = _topic(text, state, context)
    context.signatories = _signatories(text, context)
    standing = (*people(text, state, context), *capitals(text, state, context))
    context.stand_ins = sorted(standing)
    return context


def _leads(text: str, state: State, context: Context) -> dict[int, int]:
    """Who the sentence before a list names first ("The United States announced: • …")."""
    leads: dict[int, int] = {}
    lead: int | None = None
    for segment in state.segments:
        block = state.blocks[segment.block] if state.blocks else None
        if block is not None and block.kind is BlockKind.LIST_ITEM:
            if lead is not None:
                leads[segment.start] = lead
            continue
        first = bisect_left(context.starts, segment.start)
        last = bisect_left(context.starts, segment.end)
        named = (n for n in range(first, last) if state.mentions[n].label in PARTY)
        lead = next(named, None) if text[segment.end - 1] == ":" else None
    return leads


def _signatories(text: str, context: Context) -> Sequence[int]:
    """The countries that the title of a joint statement names, before it or after."""
    title = text[:_TITLE].lower()
    if not any(word in title for word in word_list("joint")):
        return ()
    named = distinct_parties(
        context.mentions, (n for n in context.countries if context.starts[n] < _TITLE)
    )
    return tuple(named) if len(named) >= _SIDES else ()


def _issuing_body(text: str, state: State) -> int | None:
    """The body whose name, or an acronym in it, is the publisher's."""
    publisher = (state.metadata.publisher or "").lower()
    names = {publisher, publisher.removeprefix("the "), *publisher.split()}
    bodies = ((n, text[m.start : m.end].lower()) for n, m in enumerate(state.mentions)
              if m.label is Label.AGENCY)  # fmt: skip
    return next((n for n, name in bodies if name in names), None)


def _topic(text: str, state: State, context: Context) -> int | None:
    """The country that the headline names, where it names just one beside the issuer's."""
    named = _named_in(state.metadata.title, context) or _headline_countries(text, state, context)
    named = named or _named_in(state.metadata.publisher, context)
    home = None if context.issuer is None else party_key(context.mentions[context.issuer])
    others = [n for n in named if party_key(context.mentions[n]) != home]
    found = distinct_parties(context.mentions, others)
    return found[0] if len(found) == 1 else None


def _named_in(line: str | None, context: Context) -> list[int]:
    """A mention of each country that a title or a publisher's name names."""
    codes = [m.country for m in find_countries(line, State())] if line else []
    return [n for code in codes if code and (n := context.country(code)) is not None]


def _headline_countries(text: str, state: State, context: Context) -> list[int]:
    """The countries in the short lines, without a dateline, that a text opens with."""
    named: list[int] = []
    end = 0
    for segment in state.segments:
        if segment.start > _LEAD or text[segment.end - 1] == "." or segment.end - end > _TITLE:
            break
        end = segment.end
        inside = [n for n in range(*_mentions_of(context, segment)) if n in context.countries]
        if not _is_dateline(state, context, segment):
            named += inside
    return named


def _mentions_of(context: Context, segment: Segment) -> tuple[int, int]:
    return bisect_left(context.starts, segment.start), bisect_left(context.starts, segment.end)


def _is_dateline(state: State, context: Context, segment: Segment) -> bool:
    """Does the line name a day ("5 October 2023 / Bonn, Germany")?"""
    dates = (state.mentions[n].date for n in range(*_mentions_of(context, segment)))
    return any(date is not None and date.start == date.end for date in dates)


def _home(state: State, context: Context) -> tuple[int | None, int | None]:
    """The country the text is from, by its publisher's name, else by most bodies it names."""
    publisher = state.metadata.publisher or ""
    named = [m.country for m in find_countries(publisher, State())] if publisher else []
    body = None if context.issuing_body is None else state.mentions[context.issuing_body].agency
    official = body is not None and body.type in _OFFICIAL
    if body is not None and named and named[0] and named[0] != body.country:
        own = context.country(body.country) if official and body.country else None
        return context.country(named[0]), own
    if named and named[0]:
        found = context.country(named[0])
        return found, found
    if body is not None and official and body.country:
        found = context.country(body.country)
        return found, found
    owners = Counter(m.agency.country for m in state.mentions if m.agency and m.agency.country)
    country, count = owners.most_common(1)[0] if owners else ("", 0)
    if 2 * count <= sum(owners.values()):
        return None, None
    return context.country(country), None
