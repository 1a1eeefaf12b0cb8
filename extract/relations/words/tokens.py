"""Tokens of one sentence: mentions, triggers, function words; all else is a plain word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.words.inflection import Form
from extract.relations.words.lexicon import Cue, Tag, cues
from extract.relations.words.marks import settle_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.entities.mentions import Mention, Segment
    from extract.relations.words.lexicon import Hit
    from extract.relations.words.triggers import Reading

_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|['’‘´`]s\b|[^\w\s]")
_MARKS = {
    ",": Tag.COMMA,
    ";": Tag.STOP,
    ":": Tag.STOP,
    "–": Tag.STOP,
    "—": Tag.STOP,
    "•": Tag.STOP,
    "(": Tag.BRACKET,
    "[": Tag.BRACKET,
    ")": Tag.CLOSE,
    "]": Tag.CLOSE,
    '"': Tag.QUOTE,
    "“": Tag.QUOTE,
    "”": Tag.QUOTE,
    "«": Tag.QUOTE,
    "»": Tag.QUOTE,
}
_SPANISH_FINITE = re.compile(r"\w{2}(?:ó|aron|ieron|ará|erá|irá|arán|erán|irán|aba|aban)$")
_SPANISH_INFINITIVE = re.compile(r"\w{2}[aei]r(?:se|l[aeo]s?)?$")
_PAST = {"kept", "made", "took", "gave", "led", "left", "saw", "became", "went", "came", "rose",
         "fell", "won", "lost", "brought", "told", "found", "grew", "paid", "stood",
         "drew"}  # fmt: skip
_PAIR = 2
_FINITE_ENDS = "dgóánan"
_NOUN_BEFORE = {Tag.DETERMINER, Tag.PREPOSITION, Tag.GENITIVE, Tag.TRANSPARENT}
_BEFORE_INFINITIVE = {"para", "a", "por", "de", "to", "tras", "después de", "luego de", "antes de"}
_VERB_BEFORE = {Tag.AUXILIARY, Tag.CATENATIVE, Tag.NEGATION, Tag.SUBORDINATOR, Tag.INFINITIVE}
_PRONOUNS = {"each", "we", "they", "it", "he", "she", "se", "also", "también", "jointly"}
_OBJECTS = {Tag.WORD, Tag.DETERMINER, Tag.MENTION, Tag.PREPOSITION}
_CLOSED = {Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.CLOSE}


@dataclass(slots=True)
class Token:
    """A token of the light syntax.

    Attributes:
        start, end: characters of the document.
        form: lower-case text.
        tag: its part.
        value: relation of a preposition, meaning of an auxiliary; the status that a catenative,
            also one that is a trigger ("agreed to"), gives to the infinitive after it.
        mention: index of the mention it stands for, or -1.
        readings: as which triggers it may be read, of its part of speech only.
    """

    start: int
    end: int
    form: str
    tag: Tag
    value: str = ""
    mention: int = -1
    readings: tuple[Reading, ...] = ()


def tokenise(
    lower: str,
    segment: Segment,
    mentions: Sequence[tuple[int, Mention]],
    hits: Sequence[Hit],
) -> list[Token]:
    """Tokens of one sentence.

    Args:
        lower: the document, lowered.
        segment: the sentence.
        mentions: the mentions in it with their indexes, in text order.
        hits: the known words in it, in text order; those that touch a mention are dropped.
    """
    tokens: list[Token] = []
    closed = cues(segment.language)
    at = segment.start
    for span in _spans(mentions, hits, segment.language):
        tokens.extend(_words(lower, at, span.start, closed))
        tokens.append(span)
        span.form = lower[span.start : span.end]
        at = span.end
    tokens.extend(_words(lower, at, segment.end, closed))
    settle_marks(tokens, lower, segment.language)
    _resolve(tokens)
    return tokens


def _spans(
    mentions: Sequence[tuple[int, Mention]], hits: Sequence[Hit], language: str
) -> list[Token]:
    spans = [Token(m.start, m.end, "", Tag.MENTION, mention=n) for n, m in mentions]
    position = 0
    for hit in hits:
        while position < len(mentions) and mentions[position][1].end <= hit.start:
            position += 1
        if position < len(mentions) and mentions[position][1].start < hit.end:
            continue
        spans.append(_known(hit, language))
    spans.sort(key=lambda span: span.start)
    return spans


def _known(hit: Hit, language: str) -> Token:
    readings = tuple(r for r in hit.readings if r.language == language)
    if readings:
        tag = Tag.VERB if readings[0].trigger.pos == "verb" else Tag.NOUN
        status = hit.cue.value if hit.cue is not None and hit.cue.tag is Tag.CATENATIVE else ""
        return Token(hit.start, hit.end, "", tag, status, readings=readings)
    cue = hit.cue or Cue(Tag.WORD)
    return Token(hit.start, hit.end, "", cue.tag, cue.value)


def _words(lower: str, start: int, end: int, closed: Mapping[str, Cue]) -> list[Token]:
    words = []
    plain = Cue(Tag.WORD)
    for match in _TOKEN.finditer(lower, start, end):
        form = match[0]
        tag, value = closed.get(form) or (plain if form.isalnum() else _mark(form))
        words.append(Token(match.start(), match.end(), form, tag, value))
    return words


def _mark(form: str) -> Cue:
    """What a sign is, or a word with one in it."""
    return Cue(Tag.GENITIVE if form[0] in "'’‘´`" else _MARKS.get(form, Tag.WORD))


def _resolve(tokens: list[Token]) -> None:
    """Settle what depends on the neighbours: verb or noun, preposition or infinitive marker."""
    for n, token in enumerate(tokens):
        plain = token.tag is Tag.WORD and token.form[-1] not in _FINITE_ENDS
        if plain and token.form not in _PAST:
            continue
        before = tokens[n - 1] if n else None
        after = tokens[n + 1] if n + 1 < len(tokens) else None
        if token.readings and _is_compound(tokens, n):
            token.tag, token.readings = Tag.WORD, ()
        elif token.readings:
            _settle_trigger(token, before, after)
        elif token.tag is Tag.PREPOSITION and after is not None and _opens_purpose(token, after):
            token.tag = Tag.INFINITIVE
        elif token.tag is Tag.INFINITIVE:
            token.tag = Tag.VERB if before and before.tag is Tag.INFINITIVE else Tag.WORD
        elif token.tag is Tag.WORD and _looks_finite(token, before, after):
            token.tag = Tag.VERB


def _is_compound(tokens: Sequence[Token], n: int) -> bool:
    """Is it part of a word ("Medicaid-funded"), and not beside a party ("U.S.-funded")?"""
    hyphen = tokens[n - 1] if n else None
    if hyphen is None or hyphen.form != "-" or hyphen.end != tokens[n].start:
        return False
    return n < _PAIR or tokens[n - 2].tag is not Tag.MENTION


def _settle_trigger(token: Token, before: Token | None, after: Token | None) -> None:
    verbal = tuple(r for r in token.readings if r.trigger.pos == "verb")
    nominal = tuple(r for r in token.readings if r.trigger.pos != "verb")
    if verbal and _is_verb(verbal[0].forms, before, after, ambiguous=bool(nominal)):
        token.tag, token.readings = Tag.VERB, verbal
    elif nominal:
        token.tag, token.readings = Tag.NOUN, nominal
    else:
        token.tag, token.readings = Tag.WORD, ()


def _is_verb(
    forms: frozenset[Form], before: Token | None, after: Token | None, *, ambiguous: bool
) -> bool:
    tag = before.tag if before else Tag.STOP
    if tag is Tag.AUXILIARY and forms == {Form.PRESENT}:
        return before is not None and before.value == "reflexive"
    if ambiguous and tag is Tag.SUBORDINATOR and after is not None and after.tag in _CLOSED:
        return False
    if tag in _VERB_BEFORE or (before is not None and before.readings and before.value):
        return True
    if before is not None and before.form in _PRONOUNS:
        return True
    if forms & {Form.PAST, Form.FUTURE, Form.CONDITIONAL}:
        return True
    if forms == {Form.GERUND} and tag is Tag.DETERMINER:
        return False
    if not ambiguous:
        return not (forms <= {Form.BASE, Form.PRESENT} and tag in _NOUN_BEFORE) or (
            before is not None and before.form in _BEFORE_INFINITIVE
        )
    if tag is Tag.MENTION and forms & {Form.BASE, Form.PRESENT, Form.SUBJUNCTIVE}:
        return after is not None and after.tag not in _CLOSED
    return Form.PARTICIPLE in forms and Form.BASE not in forms


def _opens_purpose(token: Token, after: Token) -> bool:
    if token.form == "to":
        return after.tag is Tag.INFINITIVE or any(
            Form.BASE in reading.forms for reading in after.readings
        )
    return token.form == "para" and bool(_SPANISH_INFINITIVE.search(after.form))


def _looks_finite(token: Token, before: Token | None, after: Token | None) -> bool:
    if _SPANISH_FINITE.search(token.form):
        return True
    if token.form.endswith("ing") and before is not None and before.tag is Tag.COMMA:
        return after is not None and after.tag in _OBJECTS
    past = token.form.endswith("ed") or token.form in _PAST
    if not past or before is None or after is None:
        return False
    return before.tag in (Tag.MENTION, Tag.AUXILIARY) and after.tag is not Tag.MENTION
