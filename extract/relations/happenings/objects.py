"""The noun that a verb is about: its object, the subject of a passive, what a relative follows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, relatives, word_list
from extract.schema import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.tokens import Token
    from extract.relations.words.triggers import Reading

RELATIVE_REACH = 20
INTRANSITIVE = (" place", " lugar", " force", " vigor", " vigencia", " effect")
_PLACE = " place"
_OBJECT_REACH = 16
_FIRST_PHRASE = 6
_ADJOINING = 6
_PURPOSES = ("for", "on", "para", "sobre")
_NAMED = (
    Tag.DETERMINER, Tag.WORD, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.MENTION, Tag.REFERENCE,
)  # fmt: skip
_TALKS = ("negotia", "negocia", "talks")


def object_noun(
    sentence: Sentence, spans: list[range], kinds: tuple[Kind, ...], *, ends: bool = False
) -> tuple[int, Reading] | None:
    """The noun of one of ``kinds`` that the verb, which may say what ends, is about."""
    found = [
        (n, reading)
        for n in chain(*spans)
        if sentence.tokens[n].tag is Tag.NOUN
        for reading in sentence.tokens[n].readings
        if reading.trigger.kind in kinds
        and (reading.trigger.needs == "verb" or reading.trigger.solo or kinds == (Kind.FUNDING,))
    ]
    agreements = [f for f in found if f[1].trigger.kind is Kind.AGREEMENT]
    talks = found and sentence.tokens[found[0][0]].form.startswith(_TALKS)
    if talks and agreements and ends:
        return agreements[0]  # "concluded negotiations on a trade agreement"
    return _head(found, sentence) if found else None


def _head(found: Sequence[tuple[int, Reading]], sentence: Sentence) -> tuple[int, Reading]:
    """The first noun found, or the one that it completes ("a round of talks for a treaty")."""
    noun = found[0]
    for other in found[1:]:
        if _completes(sentence.tokens[other[0] + 1 : noun[0]]):
            noun = other
    return noun


def _completes(between: Sequence[Token]) -> bool:
    """Is it what joins a noun to the one it completes, perhaps with whom it names on the way?"""
    if not between or between[0].tag is not Tag.PREPOSITION:
        return False
    last = max(n for n, t in enumerate(between) if t.tag is Tag.PREPOSITION)
    link = between[last]
    if not (last == 0 and link.value == "of") and link.form not in _PURPOSES:
        return False
    inside = all(t.tag in _NAMED for t in between[:last])
    return inside and all(t.tag in (Tag.DETERMINER, Tag.WORD) for t in between[last + 1 :])


def object_spans(sentence: Sentence, group: VerbGroup) -> list[range]:
    """Where to look: after an active verb, before a passive one first."""
    right = range(group.verb + 1, _object_end(sentence, group.verb))
    left = range(group.first - 1, _clause_start(sentence, group.first) - 1, -1)
    if group.passive and not group.finite:
        left = range(group.first - 1, -1, -1)
    if group.passive:
        return [left, right] if sentence.spanish else [left]
    if is_relative(sentence, group.first):
        before = sentence.tokens[sentence.clauses.index(sentence.clauses[group.first]) - 1]
        return [left, right] if before.tag is Tag.NOUN else [right, left]
    form = sentence.tokens[group.verb].form
    intransitive = form.endswith(INTRANSITIVE) or form in word_list("beginnings")
    if not group.finite:
        left = left[:_ADJOINING]
    if not sentence.spanish and form.endswith(_PLACE):
        return [left]
    return [right, left] if not group.finite or intransitive else [right]


def is_relative(sentence: Sentence, token: int) -> bool:
    """Is the verb of a relative clause ("the talks that both held"), about what it follows?"""
    start = sentence.clauses.index(sentence.clauses[token])
    return start > 0 and sentence.tokens[start].form in relatives()


def _object_end(sentence: Sentence, verb: int) -> int:
    end = min(len(sentence.tokens), verb + 1 + _OBJECT_REACH)
    for n in range(verb + 1, end):
        tag = sentence.tokens[n].tag
        if tag is Tag.STOP or sentence.clauses[n] != sentence.clauses[verb]:
            return n
        if tag is Tag.COMMA and n - verb > _FIRST_PHRASE:
            return n
        purpose = sentence.tokens[n - 1].tag is Tag.INFINITIVE
        if tag is Tag.VERB and not purpose and sentence.tokens[n].readings:
            return n
    return end


def _clause_start(sentence: Sentence, token: int) -> int:
    """First token of the clause; a relative clause reaches back to what its pronoun stands for."""
    start = sentence.clauses.index(sentence.clauses[token])
    return max(0, start - RELATIVE_REACH) if is_relative(sentence, token) else start
