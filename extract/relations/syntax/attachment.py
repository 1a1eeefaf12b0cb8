"""How mentions hang together with the words around them.

One pass from left to right keeps the relation that the words so far give to the next mention:
a preposition sets it, a verb, a clause boundary or a new subject clears it, a list hands it on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extract.relations.syntax.neighbours import (
    APPOSED_SPAN,
    at,
    follows_people,
    follows_place,
    follows_with,
    is_genitive,
    modifies,
    opens_dated,
)
from extract.relations.syntax.parting import continue_or_part, open_sentence, part_reference
from extract.relations.syntax.position import Position
from extract.relations.syntax.sentences import Argument, Sentence
from extract.relations.syntax.titles import follows_title, repeats_title
from extract.relations.syntax.verbs import forms_of
from extract.relations.words.inflection import Form
from extract.relations.words.lexicon import Tag, relatives, trailing_relation
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention, Segment
    from extract.relations.words.tokens import Token

_COMPANY = 12
_NON_FINITE = {Form.BASE, Form.GERUND}

Resolver = Callable[[str, int], "Sequence[int]"]
"""What a reference ("both", "home") at a character stands for: indexes of earlier mentions."""


def attach(
    text: str,
    segment: Segment,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    resolve: Resolver,
) -> Sentence:
    """Attach each mention of the tokens of one sentence.

    Args:
        text: the document.
        segment: the sentence.
        tokens: from :func:`extract.relations.words.tokens.tokenise`.
        mentions: the document's mentions, which the tokens point into.
        resolve: tells which mentions "both countries" and the like stand for.
    """
    sentence = Sentence(segment.start, segment.end, tokens, text, segment.language == "es")
    _Pass(sentence, mentions, resolve).run()
    return sentence


class _Pass:
    """The left-to-right pass."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], resolve: Resolver) -> None:
        self.sentence, self.tokens, self.mentions = sentence, sentence.tokens, mentions
        self.resolve, self.here = resolve, Position()

    def run(self) -> None:
        for n, token in enumerate(self.tokens):
            step = _STEPS.get(token.tag)
            if step is not None:
                step(self, n, token)
            self.sentence.clauses.append(self.here.clause)

    def mention(self, n: int, token: Token) -> None:
        label = self.mentions[token.mention].label
        if self.sentence.arguments:
            continue_or_part(self.sentence, self.here, n, label)
        else:
            open_sentence(self.sentence, self.here, n)
        argument = self._argument(token.mention, n)
        argument.genitive = is_genitive(self.tokens, n)
        argument.aside = self.here.depth > 0
        country = label is Label.COUNTRY and not argument.genitive
        argument.adjective = country and modifies(self.tokens, n)

    def reference(self, n: int, token: Token) -> None:
        part_reference(self.sentence, self.here, n)
        for mention in self.resolve(token.value, token.start):
            self._argument(mention, n)

    def _argument(self, mention: int, n: int) -> Argument:
        """Add an argument that hangs on what is before it."""
        here, label = self.here, self.mentions[mention].label
        argument = Argument(mention, n, label, here.relation, here.outer, here.clause, here.group)
        self.sentence.arguments.append(argument)
        return argument

    def preposition(self, n: int, token: Token) -> None:
        relation, here = token.value, self.here
        if relation == "same" or (relation == "from" and follows_people(self.tokens, n)):
            return
        if relation != "of":
            here.begin_phrase(relation)
        elif not (n and (follows_title(self.sentence, n) or repeats_title(self.sentence, n))):
            outer = here.relation if here.relation not in ("", "of") else here.outer
            here.begin_phrase(relation, outer)

    def noun(self, n: int, token: Token) -> None:
        """A trigger that ends in a preposition ("meeting with") is one too."""
        del n
        if relation := trailing_relation(token.form):
            self.here.begin_phrase(relation)

    def verb(self, n: int, token: Token) -> None:
        before, forms = at(self.tokens, n - 1), forms_of(token)
        if before is not None and before.tag is Tag.COMMA:
            if forms == {Form.GERUND}:
                self.here.interrupt()
            else:
                self.here.resume()
        purpose = before is not None and before.tag is Tag.INFINITIVE
        finite = not purpose and not (forms and forms <= _NON_FINITE)
        self.here.begin_phrase("", "purpose" if purpose else "")
        self.here.verb_seen = self.here.verb_seen or finite

    def boundary(self, n: int, token: Token) -> None:
        self.here.begin_clause()
        if follows_with(self.tokens, n):
            near = [a for a in self.sentence.parties() if n - a.token <= _COMPANY]
            if near:
                self.sentence.companions[self.here.clause] = near[-1].token
        elif token.form in relatives() and self.sentence.arguments:
            last = self.sentence.arguments[-1]
            if last.label is not Label.DATE and n - last.token <= APPOSED_SPAN // 2:
                self.sentence.antecedents[self.here.clause] = last.group

    def determiner(self, n: int, token: Token) -> None:
        """In Spanish a subject may follow a place ("firmaron en Lima el ministro y …")."""
        del token
        open_ = self.sentence.spanish and self.here.verb_seen and not self.here.depth
        if open_ and follows_place(self.sentence, n):
            self.here.begin_phrase()

    def auxiliary(self, n: int, token: Token) -> None:
        del token
        if n and self.tokens[n - 1].tag is Tag.COMMA:
            self.here.resume()

    def conjunction(self, n: int, token: Token) -> None:
        """A date before the next verb opens a clause ("and on 3 May will sign with Chile")."""
        del token
        if (
            self.here.verb_seen
            and not self.here.depth
            and opens_dated(self._is_date, self.tokens, n)
        ):
            self.here.begin_clause()

    def _is_date(self, token: Token) -> bool:
        return token.mention >= 0 and self.mentions[token.mention].label is Label.DATE

    def open(self, n: int, token: Token) -> None:
        del n, token
        self.here.enter()

    def close(self, n: int, token: Token) -> None:
        del n, token
        self.here.leave()


_STEPS = {
    Tag.MENTION: _Pass.mention,
    Tag.REFERENCE: _Pass.reference,
    Tag.PREPOSITION: _Pass.preposition,
    Tag.VERB: _Pass.verb,
    Tag.AUXILIARY: _Pass.auxiliary,
    Tag.NOUN: _Pass.noun,
    Tag.DETERMINER: _Pass.determiner,
    Tag.CONJUNCTION: _Pass.conjunction,
    Tag.SUBORDINATOR: _Pass.boundary,
    Tag.STOP: _Pass.boundary,
    Tag.BRACKET: _Pass.open,
    Tag.CLOSE: _Pass.close,
}
