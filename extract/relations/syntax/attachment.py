"""How mentions hang together with the words around them.

One pass from left to right keeps the relation that the words so far give to the next mention:
a preposition sets it, a verb, a clause boundary or a new subject clears it, a list hands it on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extract.relations.syntax.sentences import PARTY, Argument, Sentence
from extract.relations.syntax.titles import follows_title, is_plain_name, repeats_title
from extract.relations.syntax.verbs import forms_of
from extract.relations.words.inflection import Form
from extract.relations.words.lexicon import Tag, relatives, trailing_relation, word_list
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention, Segment
    from extract.relations.words.tokens import Token

_VERBAL = {Tag.VERB, Tag.AUXILIARY, Tag.CATENATIVE, Tag.REPORT}
_LISTING = {Tag.COMMA, Tag.CONJUNCTION, Tag.DETERMINER, Tag.CLOSE}
_APPOSED = {Tag.WORD, Tag.COMMA, Tag.DETERMINER, Tag.TRANSPARENT}
_NON_FINITE = {Form.BASE, Form.GERUND}
_PLACES = (Tag.MENTION, Tag.REFERENCE)
_APPOSED_SPAN = 6

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
    """State of the left-to-right pass."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], resolve: Resolver) -> None:
        self.sentence, self.tokens, self.mentions = sentence, sentence.tokens, mentions
        self.resolve = resolve
        self.relation = self.outer = ""
        self.clause = self.group = self.depth = 0
        self.verb_seen = False
        self.last = 0
        self.outside: list[tuple[int, str, str, bool]] = []
        self.interrupted: int | None = None

    def run(self) -> None:
        for n, token in enumerate(self.tokens):
            step = _STEPS.get(token.tag)
            if step is not None:
                step(self, n, token)
            self.sentence.clauses.append(self.clause)

    def mention(self, n: int, token: Token) -> None:
        label = self.mentions[token.mention].label
        if self.sentence.arguments:
            self._continue_or_reset(n, label)
        elif (self.relation or self.outer) and not self.verb_seen and self._governs_verb(n):
            self._opening(n)
        after = self._form(n + 1)
        genitive = after is not None and after.tag is Tag.GENITIVE
        argument = Argument(
            token.mention, n, label, self.relation, self.outer, self.clause, self.group,
            genitive=genitive, aside=self.depth > 0,
            adjective=not genitive and label is Label.COUNTRY and self._modifies(n),
        )  # fmt: skip
        self.sentence.arguments.append(argument)

    def reference(self, n: int, token: Token) -> None:
        after_comma = any(t.tag is Tag.COMMA for t in self.tokens[max(0, n - 3) : n])
        if (after_comma or self._after_date(n)) and not self.depth and self._governs_verb(n):
            self._subject_after_comma()
        for mention in self.resolve(token.value, token.start):
            argument = Argument(
                mention, n, self.mentions[mention].label, self.relation, self.outer,
                self.clause, self.group,
            )  # fmt: skip
            self.sentence.arguments.append(argument)

    def _continue_or_reset(self, n: int, label: Label) -> None:
        """Does the mention continue a list, or open a new phrase or clause?"""
        last = self.sentence.arguments[-1]
        between = self.tokens[last.token + 1 : n]
        listed = bool(between) and all(t.tag in _LISTING for t in between)
        listed = listed or repeats_title(self.sentence, n - 1)
        separated = any(t.tag is Tag.COMMA for t in between[-3:])
        joined = any(t.tag is Tag.CONJUNCTION for t in between[-3:])
        if self.outer == "between" and any(t.tag is Tag.CONJUNCTION for t in between):
            self.relation, self.outer = "between", ""
        sides = self.relation == "between" and self._alike(last.label, label)
        if self.depth or sides or self._prepositional(between):
            return
        subject = self._governs_verb(n)
        separated = separated or (subject and self._after_date(n))
        if subject and self.verb_seen and (separated or joined) and label in PARTY:
            self._new_clause()
        elif (
            subject
            and separated
            and not joined
            and not self.verb_seen
            and (self.relation or self.outer)
        ):
            self.relation = self.outer = ""
            self.group += 1
        elif not (listed and self._alike(last.label, label)):
            self.group += 1
            placed = label is Label.COUNTRY and self._completes_place(n)
            if separated and not (listed or placed or _apposed(between)) and self.verb_seen:
                self.relation = "loose" if self.relation else ""
            elif separated and not self.verb_seen and not joined:
                self.relation = ""

    def _after_date(self, n: int) -> bool:
        """Does it follow the date that opens the clause ("In June 2021 the two governments …")?"""
        last = self.sentence.arguments[-1] if self.sentence.arguments else None
        if last is None or last.label is not Label.DATE or self.verb_seen:
            return False
        return all(t.tag is Tag.DETERMINER for t in self.tokens[last.token + 1 : n])

    def _subject_after_comma(self) -> None:
        """A subject of a new clause or of this one ("During the visit, both countries signed")."""
        if self.verb_seen:
            self._new_clause()
        else:
            self.relation = self.outer = ""
            self.group += 1

    def _opening(self, n: int) -> None:
        """After "In order to help Peru," or "For this purpose" the next phrase is the subject."""
        plain = self.tokens[n - 1].tag is Tag.WORD and not self.sentence.is_capital(n - 1)
        phrase = plain and self.tokens[0].tag is Tag.PREPOSITION
        if phrase or any(t.tag is Tag.COMMA for t in self.tokens[max(0, n - 3) : n]):
            self.relation = self.outer = ""

    def _completes_place(self, n: int) -> bool:
        """Does it say where a town is ("in Bogotá, Colombia")?"""
        town, comma = self._form(n - 2), self._form(n - 1)
        if town is None or comma is None or comma.tag is not Tag.COMMA:
            return False
        return town.tag is Tag.WORD and self.sentence.is_capital(n - 2)

    @staticmethod
    def _prepositional(between: Sequence[Token]) -> bool:
        """Has a preposition come since the last comma?"""
        for token in reversed(between):
            if token.tag is Tag.COMMA:
                return False
            if token.tag is Tag.PREPOSITION:
                return True
        return False

    def _governs_verb(self, n: int) -> bool:
        """Is a verb what follows the mention (and what is in brackets after it)?"""
        ahead = n + 1
        while ahead < len(self.tokens) and self.tokens[ahead].tag in (
            Tag.BRACKET,
            Tag.MENTION,
            Tag.CLOSE,
        ):
            ahead += 1
        token = self._form(ahead)
        return token is not None and token.tag in _VERBAL

    @staticmethod
    def _alike(one: Label, other: Label) -> bool:
        return (one in PARTY) == (other in PARTY) and (one in PARTY or one is other)

    def _modifies(self, n: int) -> bool:
        after = self._form(n + 1)
        return after is not None and after.tag in (Tag.WORD, Tag.NOUN, Tag.TRANSPARENT, Tag.MENTION)

    def _form(self, n: int) -> Token | None:
        return self.tokens[n] if 0 <= n < len(self.tokens) else None

    def preposition(self, n: int, token: Token) -> None:
        if token.value == "same" or (token.value == "from" and self._follows_people(n)):
            return
        if token.value == "of":
            if n and (follows_title(self.sentence, n) or repeats_title(self.sentence, n)):
                return
            self.outer = self.relation if self.relation not in ("", "of") else self.outer
        else:
            self.outer = ""
        self.relation = token.value
        self.group += 1

    def noun(self, n: int, token: Token) -> None:
        """A trigger that ends in a preposition ("meeting with") is one too."""
        del n
        value = trailing_relation(token.form)
        if value:
            self.relation, self.outer = value, ""
            self.group += 1

    def _follows_people(self, n: int) -> bool:
        """Is it where people come from ("officials from Mexico"), who keep their part?"""
        return n > 0 and self.tokens[n - 1].form in word_list("people")

    def verb(self, n: int, token: Token) -> None:
        before = self._form(n - 1)
        forms = forms_of(token)
        if before is not None and before.tag is Tag.COMMA:
            if forms == {Form.GERUND}:
                self._interrupt()
            else:
                self._resume()
        self.relation = ""
        purpose = before is not None and before.tag is Tag.INFINITIVE
        finite = not purpose and not (forms and forms <= _NON_FINITE)
        self.outer = "purpose" if purpose else ""
        self.group += 1
        self.verb_seen = self.verb_seen or finite

    def boundary(self, n: int, token: Token) -> None:
        self._new_clause()
        if token.form in relatives() and self.sentence.arguments:
            last = self.sentence.arguments[-1]
            if n - last.token <= _APPOSED_SPAN // 2:
                self.sentence.antecedents[self.clause] = last.group

    def determiner(self, n: int, token: Token) -> None:
        """In Spanish a subject may follow a place ("firmaron en Lima el ministro y …")."""
        del token
        back = n - 1
        while back > 0 and (is_plain_name(self.sentence, back) or self.tokens[back].tag in _PLACES):
            back -= 1
        place = back < n - 1 and self.tokens[back].value == "in"
        if place and self.sentence.spanish and self.verb_seen and not self.depth:
            self.relation = self.outer = ""
            self.group += 1

    def auxiliary(self, n: int, token: Token) -> None:
        del token
        if n and self.tokens[n - 1].tag is Tag.COMMA:
            self._resume()

    def _interrupt(self) -> None:
        """A participle phrase between commas: "the accords, covering trade, were signed"."""
        self.interrupted = self.clause
        self.last = max(self.last, self.clause)
        self._new_clause()

    def _resume(self) -> None:
        """Back to the clause that was interrupted, at its verb."""
        if self.interrupted is not None:
            self.clause, self.interrupted = self.interrupted, None

    def _new_clause(self) -> None:
        self.last += 1
        self.clause = self.last
        self.group += 1
        self.relation = self.outer = ""
        self.verb_seen = False

    def open(self, n: int, token: Token) -> None:
        del n, token
        self.depth += 1
        self.outside.append((self.clause, self.relation, self.outer, self.verb_seen))

    def close(self, n: int, token: Token) -> None:
        del n, token
        self.depth = max(0, self.depth - 1)
        if self.outside:
            self.clause, self.relation, self.outer, self.verb_seen = self.outside.pop()


def _apposed(between: Sequence[Token]) -> bool:
    """Does the second name explain the first ("its Indian counterpart, the Central Office")?"""
    return len(between) <= _APPOSED_SPAN and all(t.tag in _APPOSED for t in between)


_STEPS = {
    Tag.MENTION: _Pass.mention,
    Tag.REFERENCE: _Pass.reference,
    Tag.PREPOSITION: _Pass.preposition,
    Tag.VERB: _Pass.verb,
    Tag.AUXILIARY: _Pass.auxiliary,
    Tag.NOUN: _Pass.noun,
    Tag.DETERMINER: _Pass.determiner,
    Tag.SUBORDINATOR: _Pass.boundary,
    Tag.STOP: _Pass.boundary,
    Tag.BRACKET: _Pass.open,
    Tag.CLOSE: _Pass.close,
}
