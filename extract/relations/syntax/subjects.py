"""Grammatical subjects: which parties a verb group is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.relations.syntax.verbs import VerbGroup
    from extract.relations.words.tokens import Token

_CLITICS = ("lo", "la", "los", "las")
_PRONOUNS = ("it", "they")
_NESTED = ("from", "of", "between")


def subject_of(sentence: Sentence, group: VerbGroup) -> list[Argument]:
    """The parties that are the grammatical subject of a verb group; empty where none is named."""
    clause = sentence.clauses[group.first]
    if told := _infinitive_subject(sentence, group) or pronoun_subject(sentence, group):
        return told
    before = [a for a in sentence.parties() if a.token < group.first and a.clause == clause]
    left = [a for a in before if not a.genitive]
    bare = [a for a in left if a.relation == "" and not a.outer]
    officials = [a for a in before if a.genitive and a.relation == "" and not a.outer]
    if bare or officials:
        bare = [*_joined(sentence, officials, bare), *bare] if bare else officials
        chosen = _last_groups(sentence, bare, group)
    elif not left and (after := _postverbal(sentence, group)):
        chosen = after
    elif clause in sentence.antecedents:
        wanted = sentence.antecedents[clause]
        chosen = [a for a in sentence.parties() if a.group == wanted]
    else:
        nested = [a for a in left if a.relation in _NESTED and a.outer != "about"]
        chosen = (
            [a for a in nested if a.group == nested[0].group]
            if nested
            else _before_clause(sentence, clause)
        )
    return chosen


def _joined(sentence: Sentence, officials: list[Argument], bare: list[Argument]) -> list[Argument]:
    """Officials that act beside the others ("Chile's president and the King of Spain met")."""
    first = bare[0].token
    return [a for a in officials if a.token < first and _acts(sentence.tokens[a.token + 2 : first])]


def _acts(between: Sequence[Token]) -> bool:
    """Is a person's title what is owned, with "and" after it?"""
    tags = [token.tag for token in between]
    if Tag.TRANSPARENT not in tags or Tag.CONJUNCTION not in tags:
        return False
    return not {Tag.VERB, Tag.COMMA, Tag.MENTION}.intersection(tags)


def _infinitive_subject(sentence: Sentence, group: VerbGroup) -> list[Argument]:
    """Who is to act ("an agreement for the bank to provide a loan")."""
    if sentence.tokens[group.first].tag is not Tag.INFINITIVE:
        return []
    near = (group.first - 1, group.first - 2)
    return [a for a in sentence.parties() if a.relation == "for" and a.token in near]


def pronoun_subject(sentence: Sentence, group: VerbGroup) -> list[Argument]:
    """Whom the pronoun before the verb stands for: who says so ("Peru said it would pay")."""
    before = sentence.tokens[group.first - 1] if group.first else None
    if before is None or before.form not in _PRONOUNS:
        return []
    earlier = [g for g in sentence.groups if g.verb < group.first]
    reports = [n for n, t in enumerate(sentence.tokens[: group.first]) if t.tag is Tag.REPORT]
    if not reports or any(g.verb > reports[-1] for g in earlier):
        return []
    named = [a for a in sentence.parties() if a.token < reports[-1] and not a.genitive]
    return [a for a in named if a.group == named[-1].group and not a.relation]


def _before_clause(sentence: Sentence, clause: int) -> list[Argument]:
    """The subject of the clause before, which this one interrupts or continues ("…, holding")."""
    named = [a for a in sentence.parties() if a.clause == clause - 1 and a.relation == ""]
    bare = [a for a in named if not a.genitive] or named
    verbs = [
        g.first for g in sentence.groups if g.finite and sentence.clauses[g.verb] == clause - 1
    ]
    subject = [a for a in bare if verbs and a.token < verbs[0] and not a.outer]
    return subject or [a for a in bare if a.group == bare[-1].group]


def main_subject(sentence: Sentence) -> list[Argument]:
    """The subject of the first finite verb of the sentence."""
    return next(
        (found for g in sentence.groups if g.finite and (found := subject_of(sentence, g))), []
    )


def _last_groups(sentence: Sentence, bare: list[Argument], group: VerbGroup) -> list[Argument]:
    """The bare phrases since the last other finite verb before this one, if there are any."""
    verbs = [g.verb for g in sentence.groups if g.finite and g.verb < group.first]
    since = max((v for v in verbs if any(a.token > v for a in bare)), default=-1)
    return [a for a in bare if a.token > since]


def _postverbal(sentence: Sentence, group: VerbGroup) -> list[Argument]:
    """Spanish puts the subject after a verb that opens the clause ("Anuncia México …")."""
    opening = sentence.clauses.index(sentence.clauses[group.first])
    before = sentence.tokens[opening : group.first]
    opens = all(t.tag is Tag.SUBORDINATOR for t in before)
    if not opens and before[-1].form not in _CLITICS:
        return []
    following = sentence.tokens[group.verb + 1 : group.verb + 3]
    return [
        a
        for a in sentence.parties()
        if sentence.spanish and a.relation == "" and any(t.mention == a.mention for t in following)
    ]
