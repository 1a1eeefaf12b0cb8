"""The light syntax of a sentence: its clauses, its verb groups, and its mentions as arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extract.relations.syntax.verbs import VerbGroup, verb_group
from extract.relations.words.lexicon import Tag
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.words.tokens import Token

PARTY = (Label.AGENCY, Label.COMPANY, Label.COUNTRY)


@dataclass(slots=True)
class Argument:
    """A mention as part of a sentence.

    Attributes:
        mention: index into the document's mentions.
        token: index of its token.
        label: what it is.
        relation: what its preposition says, "" for a bare noun phrase.
        outer: the relation of the phrase that an ``of``-phrase belongs to; ``purpose`` inside
            "to support …".
        clause: number of its clause in the sentence.
        group: number of its list; members of "A, B and C" share it.
        genitive: "Mexico's".
        adjective: stands before a noun ("Mexican officials").
        aside: inside brackets.
    """

    mention: int
    token: int
    label: Label
    relation: str
    outer: str
    clause: int
    group: int
    genitive: bool = False
    adjective: bool = False
    aside: bool = False


@dataclass
class Sentence:
    """A sentence under the light syntax.

    Attributes:
        start, end: characters of the document.
        tokens: its tokens.
        text: the document.
        spanish: whether it is Spanish, where subjects may follow their verb.
        arguments: its mentions, in text order.
        clauses: clause number of each token.
        antecedents: clause number → group that its relative pronoun stands for.
        companions: clause number → token of the party that "with whom" stands for.
    """

    start: int
    end: int
    tokens: Sequence[Token]
    text: str = ""
    spanish: bool = False
    arguments: list[Argument] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    antecedents: dict[int, int] = field(default_factory=dict)
    companions: dict[int, int] = field(default_factory=dict)

    @cached_property
    def groups(self) -> list[VerbGroup]:
        """Verb groups in text order, auxiliaries that stand alone among them."""
        found: list[VerbGroup] = []
        used: set[int] = set()
        for n in reversed(range(len(self.tokens))):
            tag = self.tokens[n].tag
            if tag is Tag.VERB or (tag is Tag.AUXILIARY and n not in used):
                found.append(verb_group(self.tokens, n))
                used.update(range(found[-1].first, n))
        return found[::-1]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The lower-case words of the sentence."""
        return frozenset(token.form for token in self.tokens)

    def is_capital(self, n: int) -> bool:
        """Does token ``n`` start with a capital letter?"""
        return n < len(self.tokens) and self.text[self.tokens[n].start].isupper()

    def parties(self) -> list[Argument]:
        """The arguments that may be parties."""
        return [a for a in self.arguments if a.label in PARTY]

    def of_label(self, label: Label) -> list[Argument]:
        """The arguments of one label."""
        return [a for a in self.arguments if a.label is label]
