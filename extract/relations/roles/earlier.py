"""Events told on: "the agreement" of the sentence before, or a subject that Spanish leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.memory import Told
from extract.relations.words.lexicon import Tag, word_list
from extract.relations.words.triggers import kind_roles
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.roles.beneficiaries import Addition
    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup

_EVENTS = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
_ACTING = ("subject", "agent", "clause subject", "doer", "genitive", "modifier")
_WE = "mos"
_NEAR = 2
_MANY = ("ron", "rán", "ían", "aban")
_THEY = ("they", "ellos", "ellas")
_ADVERBS = ("last", "first", "also", "then", "again")
AGAIN = "told before"


def told_of(drafts: Sequence[Draft]) -> Told | None:
    """The last event of a sentence, for the next sentences to go on about."""
    events = [d for d in drafts if d.kind in _EVENTS]
    if not events:
        return None
    last = events[-1]
    return Told(last.kind, last.sentence.end, [(f.argument.mention, f.role) for f in last.filled])


def from_before(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """The parties of the event that the sentence goes on about, or the subject it leaves out."""
    anchor = candidate.anchor
    if anchor.kind not in _EVENTS or candidate.amount is not None or not candidate.dates:
        return
    lacking = not filled
    if anchor.kind is Kind.PROJECT:
        lacking = all(f.role is not Role.IMPLEMENTER for f in filled)
    told = context.told_before(sentence.start)
    left_out = (
        anchor.verb is not None
        and all(f.cue not in _ACTING for f in filled)
        and lacks_subject(sentence, anchor.verb)
    )
    acting = kind_roles()[anchor.kind]["subject"] or Role.PARTNER
    if lacking and told is not None and _points_back(sentence, anchor, told):
        same = told.kind is anchor.kind
        yield from ((n, role if same else acting, AGAIN) for n, role in told.parties)
    elif left_out or (lacking and _is_possessed(sentence, anchor)):
        yield from ((n, acting, AGAIN) for n in _left_out(sentence, anchor, context))


def _left_out(sentence: Sentence, anchor: Anchor, context: Context) -> Sequence[int]:
    """Whom an unsaid subject stands for: two countries where the verb says that several met."""
    if anchor.kind is not Kind.PROJECT and anchor.verb is not None and _is_plural(sentence, anchor):
        pair = context.resolve("both", sentence.start)
        if len(pair) > 1:
            return pair
    return context.last_subject(sentence.start)


def _is_plural(sentence: Sentence, anchor: Anchor) -> bool:
    """Is it "they", or in Spanish a plural verb?"""
    if anchor.verb is None:
        return False
    inside = sentence.tokens[max(0, anchor.verb.first - _NEAR) : anchor.verb.verb + 1]
    if any(token.form in _THEY for token in inside):
        return True
    return sentence.spanish and inside[-1].form.split(" ")[0].endswith(_MANY)


def _points_back(sentence: Sentence, anchor: Anchor, told: Told) -> bool:
    """Is it "this …", or "the …" of the kind that was told?"""
    determiners = _determiners(sentence, anchor)
    if not determiners.isdisjoint(word_list("pointing")):
        return True
    return told.kind is anchor.kind and not determiners.isdisjoint(word_list("articles"))


def _is_possessed(sentence: Sentence, anchor: Anchor) -> bool:
    """Is the happening that of somebody named before ("its next phase")?"""
    here = any(a.token < anchor.noun for a in sentence.parties())
    return not here and not _determiners(sentence, anchor).isdisjoint(word_list("possessives"))


def _determiners(sentence: Sentence, anchor: Anchor) -> set[str]:
    """The words of the noun phrase before the noun of the happening."""
    first = max(0, anchor.noun)
    while first > 0 and sentence.tokens[first - 1].tag in (Tag.WORD, Tag.DETERMINER):
        first -= 1
    return {token.form for token in sentence.tokens[first : max(0, anchor.noun)]}


def lacks_subject(sentence: Sentence, verb: VerbGroup) -> bool:
    """Is it a finite verb of the main clause with a pronoun, or in Spanish nothing, before it?"""
    if not verb.finite or verb.passive != verb.reflexive or sentence.clauses[verb.first] > 0:
        return False
    first = verb.first
    while first and sentence.tokens[first - 1].form in _ADVERBS:
        first -= 1
    before = sentence.tokens[:first]
    if before and before[-1].form in word_list("pronouns"):
        return all(token.tag is not Tag.VERB for token in before)
    we = sentence.tokens[verb.verb].form.endswith(_WE)
    return sentence.spanish and not we and not _names_subject(sentence, verb.first)


def _names_subject(sentence: Sentence, end: int) -> bool:
    """Is there a noun phrase before token ``end`` that no preposition governs?"""
    governed = False
    for n, token in enumerate(sentence.tokens[:end]):
        if token.tag is Tag.PREPOSITION:
            governed = True
        elif token.tag is Tag.COMMA:
            governed = False
        elif token.tag in (Tag.DETERMINER, Tag.NOUN, Tag.REFERENCE, Tag.TRANSPARENT):
            if not governed:
                return True
        elif not governed and n and sentence.is_capital(n) and token.mention < 0:
            return True
    return False
