"""What stands beside a token, or between two mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.syntax.titles import is_plain_name
from extract.relations.words.lexicon import Tag, word_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.relations.syntax.sentences import Sentence
    from extract.relations.words.tokens import Token

_VERBAL = {Tag.VERB, Tag.AUXILIARY, Tag.CATENATIVE, Tag.REPORT}
_LISTING = {Tag.COMMA, Tag.CONJUNCTION, Tag.DETERMINER, Tag.CLOSE}
_APPOSED = {Tag.WORD, Tag.COMMA, Tag.DETERMINER, Tag.TRANSPARENT}
_MODIFIED = {Tag.WORD, Tag.NOUN, Tag.TRANSPARENT, Tag.MENTION}
_PASSED = {Tag.BRACKET, Tag.MENTION, Tag.CLOSE}
_LISTED = {Tag.BRACKET, Tag.MENTION, Tag.CLOSE, Tag.REFERENCE, Tag.CONJUNCTION, Tag.DETERMINER,
           Tag.WORD}  # fmt: skip
_PLACES = (Tag.MENTION, Tag.REFERENCE)
_NEAR = 3
APPOSED_SPAN = 6
"""Most tokens between a name and another that explains it."""


def at(tokens: Sequence[Token], n: int) -> Token | None:
    """Token ``n``; ``None`` beyond either end."""
    return tokens[n] if 0 <= n < len(tokens) else None


def has(tokens: Sequence[Token], tag: Tag) -> bool:
    """Is one of the tokens a ``tag``?"""
    return any(token.tag is tag for token in tokens)


def is_near(tokens: Sequence[Token], n: int, tag: Tag) -> bool:
    """Is one of the few tokens before token ``n`` a ``tag``?"""
    return has(tokens[max(0, n - _NEAR) : n], tag)


def is_list(between: Sequence[Token]) -> bool:
    """Is it what stands between the members of a list?"""
    return bool(between) and all(token.tag in _LISTING for token in between)


def is_apposition(between: Sequence[Token]) -> bool:
    """Does the second name explain the first ("its Indian counterpart, the Central Office")?"""
    return len(between) <= APPOSED_SPAN and all(token.tag in _APPOSED for token in between)


def is_prepositional(between: Sequence[Token]) -> bool:
    """Has a preposition come since the last comma?"""
    for token in reversed(between):
        if token.tag is Tag.COMMA:
            return False
        if token.tag is Tag.PREPOSITION:
            return True
    return False


def governs_verb(tokens: Sequence[Token], n: int) -> bool:
    """Is a verb what follows the mention at token ``n`` (and what is in brackets after it)?"""
    ahead = n + 1
    while ahead < len(tokens) and tokens[ahead].tag in _PASSED:
        ahead += 1
    return ahead < len(tokens) and tokens[ahead].tag in _VERBAL


def lists_subjects(tokens: Sequence[Token], n: int) -> bool:
    """Does a list of two, with "and", stand from the mention at token ``n`` to a verb?"""
    ahead, joined = n + 1, False
    while ahead < len(tokens) and tokens[ahead].tag in _LISTED:
        joined = joined or tokens[ahead].tag is Tag.CONJUNCTION
        ahead += 1
    return joined and ahead < len(tokens) and tokens[ahead].tag in _VERBAL


def follows_with(tokens: Sequence[Token], n: int) -> bool:
    """Does token ``n``, a relative pronoun, follow "with" ("with whom", "con el cual")?"""
    before = n - 1
    if before > 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    return before > 0 and tokens[before].value == "with"


def opens_dated(is_date: Callable[[Token], bool], tokens: Sequence[Token], n: int) -> bool:
    """Do a date and then a verb follow the conjunction at token ``n``?"""
    ahead = n + 1
    while ahead < len(tokens) and tokens[ahead].tag in (Tag.PREPOSITION, Tag.DETERMINER):
        ahead += 1
    if ahead + 1 >= len(tokens) or not is_date(tokens[ahead]):
        return False
    return tokens[ahead + 1].tag in (Tag.VERB, Tag.AUXILIARY, Tag.CATENATIVE)


def is_genitive(tokens: Sequence[Token], n: int) -> bool:
    """Does an "'s" follow token ``n``?"""
    after = at(tokens, n + 1)
    return after is not None and after.tag is Tag.GENITIVE


def modifies(tokens: Sequence[Token], n: int) -> bool:
    """Does token ``n`` stand before what it may be an adjective of ("Mexican officials")?"""
    after = at(tokens, n + 1)
    return after is not None and after.tag in _MODIFIED


def completes_place(sentence: Sentence, n: int) -> bool:
    """Does token ``n`` say where a town is ("in Bogotá, Colombia")?"""
    town, comma = at(sentence.tokens, n - 2), at(sentence.tokens, n - 1)
    if town is None or comma is None or comma.tag is not Tag.COMMA:
        return False
    return town.tag is Tag.WORD and sentence.is_capital(n - 2)


def follows_place(sentence: Sentence, n: int) -> bool:
    """Does token ``n`` follow where something happens ("firmaron en Lima | el ministro y …")?"""
    tokens, back = sentence.tokens, n - 1
    while back > 0 and (is_plain_name(sentence, back) or tokens[back].tag in _PLACES):
        back -= 1
    return back < n - 1 and tokens[back].value == "in"


def follows_people(tokens: Sequence[Token], n: int) -> bool:
    """Is it where people come from ("officials from Mexico"), who keep their part?"""
    return n > 0 and tokens[n - 1].form in word_list("people")
