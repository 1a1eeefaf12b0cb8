"""Names that no list holds, by structure: a head noun with what stands before and after it.

English names grow to both sides of the head ("**Korea Advanced** Institute **of Science and
Technology**"), Spanish ones to the right ("Instituto **Nacional de Ecología**"). The word classes
are data (``agency_heads.toml``, ``agency_context.toml``); guidelines §1, AGENCY.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.agencies.coordination import field_phrase
from extract.entities.agencies.left import left_edge
from extract.entities.agencies.right import right_edge
from extract.entities.names.acronyms import spelt_by_acronym
from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.agencies.run import Run
    from extract.entities.names.lexicon import Head

_COMPLETE = frozenset({"military", "court", "cabinet", "legislature", "board"})
"""Heads of two words that name a body by themselves ("Supreme Court", "National Guard")."""
_VERB = re.compile(r"(?:,?\s\([^()]{2,12}\))?,?\s(?:has\s|ha\s|also\s)?([a-zó]+)\b")
_COMPANY_BANK = frozenset({"multilateral", "internacional", "international"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by structure.

    Attributes:
        start, end: characters of the document.
        head: its head noun.
        last: its last token in the run.
    """

    start: int
    end: int
    head: Head
    last: int


def names(run: Run) -> Iterator[Name]:
    """Names in a run, left to right."""
    at = 0
    while at < len(run.tokens):
        size, head = run.head(at)
        if head is None:
            several = _plural(run, at)
            yield from several
            at = several[-1].last + 1 if several else at + 1
        elif head.language == "en":
            found, at = _english(run, at, size, head)
            if found is not None:
                yield found
        else:
            found, at = _spanish(run, at, size, head)
            if found is not None:
                yield found


def _plural(run: Run, at: int) -> list[Name]:
    """The ministries of "Ministries of Economy and of Health": head and field, then the fields."""
    words = lexicon()
    head = words.plurals.get(run.low(at))
    first = field_phrase(run, at + 1) if head is not None and head.type == "ministry" else None
    if head is None or first is None:
        return []
    last = first[1]
    found = [Name(run.tokens[at].start, run.tokens[last].end, head, last)]
    while run.low(last + 1) == "," or run.low(last + 1) in words.conjunctions:
        phrase = field_phrase(run, last + 2)
        if phrase is None:
            break
        begin, last = phrase
        found.append(Name(run.tokens[begin].start, run.tokens[last].end, head, last))
    return found if len(found) > 1 else []


def _english(run: Run, at: int, size: int, head: Head) -> tuple[Name | None, int]:
    last, head = _last_head(run, at + size - 1, head)
    if run.is_phrase(at) or run.is_nation(last):  # "Russian Federation"
        return None, last + 1
    first = left_edge(run, at)
    stop = right_edge(run, last, head)
    if stop == last and _modifies(run, last, head):
        return None, last + 1
    if head.type == "forum" and run.numbered and first == 0:
        return None, last + 1
    if not _enough(run, first, at, last, stop, head):
        return None, last + 1
    return Name(run.tokens[first].start, run.tokens[stop].end, head, stop), stop + 1


def _modifies(run: Run, last: int, head: Head) -> bool:
    """Whether the head at ``last`` only modifies what follows ("Health **Service** Act")."""
    if run.tokens[last].possessive or last + 1 >= len(run.tokens):
        return False
    words, following = lexicon(), run.tokens[last + 1]
    if following.low in words.outcomes:
        return True
    return head.strength != "strong" and following.capital and following.low not in words.verbs


def _last_head(run: Run, last: int, head: Head) -> tuple[int, Head]:
    """The last of several heads in a row ("Research **Center**"), which decides."""
    while not run.tokens[last].possessive:
        size, further = run.head(last + 1)
        if further is None or further.language != "en":
            break
        last, head = last + size, further
    return last, head


def _spanish(run: Run, at: int, size: int, head: Head) -> tuple[Name | None, int]:
    last = at + size - 1
    if (
        run.is_nation(at)
        or run.is_phrase(at)
        or (at > 0 and run.tokens[at - 1].low in lexicon().ordinals)
    ):
        return None, last + 1
    stop = right_edge(run, last, head)
    if _is_gathering(run, last, stop) or not _enough(run, at, at, last, stop, head):
        return None, last + 1
    first = at - 1 if at and run.low(at - 1) in lexicon().before_head else at
    return Name(run.tokens[first].start, run.tokens[stop].end, head, stop), stop + 1


def _is_gathering(run: Run, last: int, stop: int) -> bool:
    """Whether a Spanish congress is a meeting of experts, no legislature."""
    words = lexicon()
    if run.low(last) != "congreso" or run.low(last + 1) not in words.gatherings:
        return False
    return run.low(last + 2) in words.prepositions and not run.is_nation(stop)


def _is_for_field(run: Run, last: int, stop: int) -> bool:
    """Whether a fund says what for: "Abu Dhabi Fund **for Development**"."""
    return (
        stop > last + 1
        and run.tokens[last + 1].low in ("for", "para")
        and lexicon().is_field(run.tokens[stop].low)
    )


def _grants(run: Run, stop: int) -> bool:
    """Whether a verb of giving follows what ends at token ``stop``."""
    end = run.tokens[stop].end
    following = _VERB.match(run.text, end)
    return following is not None and following[1] in lexicon().granting


def _is_part(run: Run, last: int, stop: int) -> bool:
    """Whether a body's name is what the head is of: "Matara Campus **of the University of**".

    In Spanish an acronym will do: "Centro de Estudios Urbanos **de la UNAM**".
    """
    inner = (run.head(n)[1] for n in range(last + 1, stop + 1))
    if any(head is not None and head.strength == "strong" for head in inner):
        return True
    token = run.tokens[stop]
    word = run.text[token.start : token.end]
    return run.language == "es" and len(word) > 2 and word.isupper() and not run.is_shouted


def _is_spelt(run: Run, first: int, stop: int) -> bool:
    """Whether an acronym right after the name is made of its initials."""
    return spelt_by_acronym(run.text, run.tokens[first].start, run.tokens[stop].end)


def _enough(run: Run, first: int, at: int, last: int, stop: int, head: Head) -> bool:
    """Whether a head with these modifiers and complements names an institution."""
    if first == at and stop == last:
        several = last > at and (head.type in _COMPLETE or run.tokens[last - 1].possessive)
        return several or (last > at and _is_spelt(run, first, stop))
    if stop == last and all(t.low in lexicon().classes for t in run.tokens[first:at]):
        return False
    return head.strength == "strong" or _is_public(run, first, at, last, stop, head)


def _is_public(run: Run, first: int, at: int, last: int, stop: int, head: Head) -> bool:
    """Whether the words around a weak head show that it is a public body's."""
    words = lexicon()
    before = [t for t in run.tokens[first:at] if t.capital]
    after = [t for t in run.tokens[last + 1 : stop + 1] if t.capital]
    around = [*before, *after]
    if head.type == "forum" and _is_no_body(run, first, at, last, stop):
        return False
    if head.type == "embassy" and any(t.low in words.outings for t in around):
        return False
    if head.type == "bank":
        around = [t for t in (*before, *after[:1]) if t.low not in _COMPANY_BANK]
    if head.type == "office" and any(t.low in words.titles for t in around):
        return True
    if any(t.low in words.levels or run.nation(t.start) for t in around):
        return True
    if head.strength == "fielded" and any(words.is_field(t.low) for t in around):
        return True
    if head.type == "centre" and _is_part(run, last, stop):
        return True
    if head.type == "fund":
        return _is_for_field(run, last, stop) or _grants(run, stop)
    return head.type != "embassy" and spelt_by_acronym(
        run.text, run.tokens[first].start, run.tokens[stop].end
    )


def _is_no_body(run: Run, first: int, at: int, last: int, stop: int) -> bool:
    """Whether a forum is a board of a named body, a bond of two states or of parties."""
    if first == at and run.head(run.after_articles(last + 2))[1]:
        return True  # "the Board of the Bank" says nothing more than the bank's name
    if first + 1 == at == last == stop and _is_pair(run, first):
        return True  # "the U.S.-Philippine Alliance"
    return any(t.low in lexicon().partisan for t in run.tokens[first : stop + 1])


def _is_pair(run: Run, at: int) -> bool:
    """Whether the word at ``at`` joins two countries with a hyphen."""
    nations = run.text[run.tokens[at].start : run.tokens[at].end].split("-")
    return len(nations) > 1 and all(map(nation_of, nations))
