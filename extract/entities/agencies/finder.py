"""AGENCY mentions of a text, from all sources together (guidelines §1)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.agencies.filters import is_field_only, is_firm, is_title
from extract.entities.agencies.gazetteer import Gazetteer, gazetteer
from extract.entities.agencies.governments import find_governments, short_forms
from extract.entities.agencies.grammar import names
from extract.entities.agencies.guesses import Neighbours, candidates, institutions, offices
from extract.entities.agencies.linking import Linker
from extract.entities.agencies.matching import Match, find_acronyms, find_names, find_noisy
from extract.entities.agencies.run import Run
from extract.entities.companies.gazetteer import firms
from extract.entities.mentions import Mention, merge
from extract.entities.names.acronyms import links, spelt_out_after, widened
from extract.entities.names.folding import fold
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import find_all
from extract.entities.names.nations import nation_of
from extract.entities.names.runs import find_runs, tokens
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extract.entities.agencies.gazetteer import Body
    from extract.entities.mentions import State
    from extract.schema import Agency

_IN_BRACKETS = re.compile(r"\(([A-Z][\w-]+)\)")
_COUNTRY_ADDED = re.compile(r"\s+(?:of|de|del)\s+(?:the\s+|la\s+|los\s+)?(?P<nation>.+)")
_SMALL_HEAD = re.compile(
    r"\b(?:secretarías?|subsecretaría|ministerios?|embajada|consulado|universidad|instituto|ayuntamiento|congreso"
    r"|senado|fiscalía|procuraduría|alcaldía|delegación|asamblea|parlamento)\s+(?:del?\s+)(?:la\s+|los\s+|las\s+)?$"
)
_NUMBERED = re.compile(r"\b(?:\d{4}|\d{1,3}(?:st|nd|rd|th|[aªoº°.]|er|a\.)?|[IVX]+)\s$")


def annotate(text: str, state: State, known: Gazetteer | None = None) -> list[Mention]:
    """AGENCY mentions of ``text``.

    Args:
        text: any text.
        state: what is known of it; its COUNTRY mentions tell nations from other words.
        known: institutions by name; the shipped gazetteer when ``None``.
    """
    known = known or gazetteer()
    matches = [
        *find_names(text, known), *find_acronyms(text, known, _alone()), *find_noisy(text, known)
    ]  # fmt: skip
    linker = Linker(known, text, state, matches)
    listed = [
        _mention(m, linker)
        for m in matches
        if not m.doubtful and not is_field_only(text, m.start, m.end)
    ]
    countries = [m for m in state.mentions if m.label is Label.COUNTRY]
    built = (*find_governments(text, countries), *listed, *_built(text, state))
    named = [m for m in built if not is_title(text, m.start, m.end)]
    found = merge(named, _introduced(text))
    _link_longer(text, found, matches, linker)
    found = _with_definitions(text, found, known)
    found = merge(found, _told_by_context(text, found, [m for m in matches if m.doubtful], linker))
    return merge(found, _spelt_out(text, found))


def _link_longer(text: str, found: list[Mention], matches: list[Match], linker: Linker) -> None:
    """Link names that add only their country to a listed one ("Ministry of Energy of Chile")."""
    listed = {match.start: match for match in matches if match.keys}
    for mention in found:
        match = listed.get(mention.start) if mention.ref is None else None
        if match is not None and match.end < mention.end:
            added = _COUNTRY_ADDED.fullmatch(text, match.end, mention.end)
            body = linker.body(match) if added and nation_of(added["nation"]) else None
            if body is not None:
                mention.ref, mention.agency = body.ref, body.agency


def _mention(match: Match, linker: Linker) -> Mention:
    body = linker.body(match)
    if body is None and not match.keys:
        code = short_forms().get(linker.text[match.start : match.end])
        ref = f"@{code}" if code else None
        return Mention(Label.AGENCY, match.start, match.end, rule="agency.list", ref=ref)
    return Mention(
        Label.AGENCY, match.start, match.end, rule="agency.list",
        agency=body.agency if body else None, ref=body.ref if body else None,
    )  # fmt: skip


@cache
def _alone() -> frozenset[str]:
    nouns = tree("agency_context.toml")["alone"]
    return frozenset((*nouns["english"], *nouns["spanish"], *short_forms()))


@cache
def _introductions() -> re.Pattern[str]:
    words = tree("agency_context.toml")["introductions"]
    before = "|".join((*words["english"], *words["spanish"]))
    return re.compile(
        rf"(?:{before})\s+[\"“«]?(?P<name>[A-ZÁÉÍÓÚ][\w-]+(?:\s[A-ZÁÉÍÓÚ][\w-]+){{0,4}})"
    )


def _introduced(text: str) -> list[Mention]:
    return [
        Mention(Label.AGENCY, *match.span("name"), rule="agency.introduced")
        for match in _introductions().finditer(text)
        if not text[match.start() - 1 : match.start()].isalnum()
    ]


def _built(text: str, state: State) -> list[Mention]:
    nation, taken = _inside(state, Label.COUNTRY), _inside(state, Label.MONEY, Label.DATE)
    signals = lexicon().signals
    built = []
    for stretch in find_runs(text):
        start, end = _with_small_head(text, stretch.start), stretch.end
        if start == stretch.start and signals.isdisjoint(stretch.words):
            continue
        numbered = _NUMBERED.search(text, max(0, start - 8), start) is not None
        run = Run(text, tokens(text, start, end), _language(state, start), nation, taken, numbered)
        built += [
            Mention(Label.AGENCY, name.start, name.end, rule=f"agency.grammar.{name.head.type}")
            for name in names(run)
            if not is_firm(text[name.start : name.end], name.head.type)
        ]
    return built


def _with_small_head(text: str, start: int) -> int:
    """Start of a run with the Spanish head noun in small letters before it ("secretaría de …")."""
    if not text.endswith(("de ", "del ", "la ", "los ", "las "), max(0, start - 4), start):
        return start
    head = _SMALL_HEAD.search(text, max(0, start - 30), start)
    return head.start() if head else start


def _with_definitions(text: str, found: list[Mention], known: Gazetteer) -> list[Mention]:
    """``found`` with the short forms the document defines for them, wherever used."""
    widths = [(m.start, m.end) for m in found]
    for mention in found:
        if mention.ref is None:
            mention.start, mention.end = widened(text, mention.start, mention.end)
    if widths != [(m.start, m.end) for m in found]:
        found = merge((), found)
    defined: dict[str, tuple[str | None, Agency | None]] = {}
    for mention, definition in links(found, text):
        parent = _parent(text[mention.start : mention.end], definition.short, known)
        if mention.ref is None and parent is not None:
            defined.setdefault(definition.short, (parent.ref, parent.agency))
        else:
            defined.setdefault(definition.short, (mention.ref, mention.agency))
    used = []
    for start, end, short in _uses(text, defined):
        ref, agency = defined[short]
        used.append(Mention(Label.AGENCY, start, end, "agency.defined", ref=ref, agency=agency))
    return merge(found, used)


def _parent(name: str, short: str, known: Gazetteer) -> Body | None:
    """The listed body called ``short`` whose name ``name`` ends in: an office's parent."""
    keys = (*known.acronyms.get(short, ()), *known.doubtful.get(short, ()))
    for body in (known.bodies[key] for key in keys):
        if any(fold(name).endswith(f" {fold(listed)}") for listed in body.names):
            return body
    return None


def _uses(text: str, shorts: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Uses of short forms, odd case from a scanner forgiven where two capitals remain."""
    lowered, forms = text.lower(), {short.lower(): short for short in shorts}
    if len(lowered) != len(text):
        lowered, forms = text, {short: short for short in forms.values()}
    for start, end, low in find_all(lowered, forms):
        surface = text[start:end]
        if surface == forms[low] or sum(map(str.isupper, surface)) > 1:
            yield start, end, forms[low]


def _spelt_out(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Full names in brackets after their acronym."""
    for mention in found:
        if text[mention.start : mention.end].isupper():
            name = spelt_out_after(text, mention.start, mention.end)
            if name is not None:
                ref, agency = mention.ref, mention.agency
                yield Mention(Label.AGENCY, *name, "agency.defined", ref=ref, agency=agency)


def _told_by_context(
    text: str, found: list[Mention], doubtful: list[Match], linker: Linker
) -> Iterator[Mention]:
    """Doubtful and unknown acronyms that the words around show to be institutions."""
    refs = {m.ref for m in found}
    neighbours = Neighbours(text, [(m.start, m.end) for m in found])
    listed = {(m.start, m.end): m for m in doubtful}
    for match in doubtful:
        mention = _mention(match, linker)
        if mention.ref and mention.ref in refs:
            yield mention
    explained = {text[m.start : m.end] for m in found} | {m[1] for m in _IN_BRACKETS.finditer(text)}
    places = [*listed, *(p for p in candidates(text, explained, firms().refs) if p not in listed)]
    for start, end, _ in find_all(text, set(offices(text))):
        yield Mention(Label.AGENCY, start, end, rule="agency.context")
    for start, end in institutions(text, places, neighbours):
        known = listed.get((start, end))
        if known is not None:
            yield _mention(known, linker)
        else:
            yield Mention(Label.AGENCY, start, end, rule="agency.context")


def _inside(state: State, *labels: Label) -> Callable[[int], bool]:
    """A test whether a character offset lies in a mention with one of ``labels``."""
    found = [m for m in state.mentions if m.label in labels]
    starts = [m.start for m in found]

    def inside(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and found[before - 1].end > at

    return inside


def _language(state: State, at: int) -> str:
    before = bisect_right(state.segments, at, key=lambda s: s.start)
    return state.segments[before - 1].language if before else "en"
