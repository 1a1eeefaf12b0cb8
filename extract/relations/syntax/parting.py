"""Whether a mention goes on with a list, or opens a phrase or clause of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.syntax.neighbours import (
    completes_place,
    governs_verb,
    has,
    is_apposition,
    is_list,
    is_near,
    is_prepositional,
    lists_subjects,
)
from extract.relations.syntax.sentences import PARTY
from extract.relations.syntax.titles import repeats_title
from extract.relations.words.lexicon import Tag
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.syntax.position import Position
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.words.tokens import Token

_NEAR = 3


def open_sentence(sentence: Sentence, here: Position, n: int) -> None:
    """After "In order to help Peru," or "For this purpose" the first mention is the subject."""
    if not here.hangs or here.verb_seen:
        return
    if lists_subjects(sentence.tokens, n) and _follows_phrase(sentence.tokens, n):
        here.clear()
    if not governs_verb(sentence.tokens, n):
        return
    plain = sentence.tokens[n - 1].tag is Tag.WORD and not sentence.is_capital(n - 1)
    phrase = plain and sentence.tokens[0].tag is Tag.PREPOSITION
    if phrase or is_near(sentence.tokens, n, Tag.COMMA):
        here.clear()


def _follows_phrase(tokens: Sequence[Token], n: int) -> bool:
    """Do a phrase without a name and a comma open the sentence ("At the ceremony, the …")?"""
    commas = [k for k in range(n) if tokens[k].tag is Tag.COMMA]
    near = bool(commas) and n - commas[-1] <= _NEAR
    return near and tokens[0].tag in (Tag.PREPOSITION, Tag.WORD)


def part_reference(sentence: Sentence, here: Position, n: int) -> None:
    """A subject of a new clause or of this one ("During the visit, both countries signed")."""
    parted = is_near(sentence.tokens, n, Tag.COMMA) or _after_date(sentence, here, n)
    if not parted or here.depth or not governs_verb(sentence.tokens, n):
        return
    if here.verb_seen:
        here.begin_clause()
    else:
        here.begin_phrase()


def continue_or_part(sentence: Sentence, here: Position, n: int, label: Label) -> None:
    """Does a further mention continue a list, or open a new phrase or clause?

    Args:
        sentence: with the arguments so far.
        here: what the words so far say; set to what holds for the mention.
        n: token of the mention.
        label: what it is.
    """
    last = sentence.arguments[-1]
    between = sentence.tokens[last.token + 1 : n]
    if here.outer == "between" and has(between, Tag.CONJUNCTION):
        here.relation, here.outer = "between", ""
    alike = (last.label in PARTY) == (label in PARTY) and (label in PARTY or last.label is label)
    sides = here.relation == "between" and alike
    if here.depth or sides or is_prepositional(between):
        return
    joined = is_near(between, len(between), Tag.CONJUNCTION)
    subject = governs_verb(sentence.tokens, n)
    separated = is_near(between, len(between), Tag.COMMA)
    separated = separated or (subject and _after_date(sentence, here, n))
    if subject and here.verb_seen and (separated or joined) and label in PARTY:
        here.begin_clause()
    elif subject and separated and not joined and not here.verb_seen and here.hangs:
        here.begin_phrase()
    else:
        listed = is_list(between) or repeats_title(sentence, n - 1)
        placed = label is Label.COUNTRY and completes_place(sentence, n)
        if not (listed and alike):
            here.group += 1
            if separated and not (here.verb_seen and (listed or placed)):
                _part(here, between, joined=joined)


def _part(here: Position, between: Sequence[Token], *, joined: bool) -> None:
    """After a comma the relation holds loosely where the verb is known, else no more."""
    if here.verb_seen:
        if not is_apposition(between):
            here.relation = "loose" if here.relation else ""
    elif not joined:
        here.relation = ""


def _after_date(sentence: Sentence, here: Position, n: int) -> bool:
    """Does it follow the date that opens the clause ("In June 2021 the two governments …")?"""
    last = sentence.arguments[-1] if sentence.arguments else None
    if last is None or last.label is not Label.DATE or here.verb_seen:
        return False
    return all(token.tag is Tag.DETERMINER for token in sentence.tokens[last.token + 1 : n])
