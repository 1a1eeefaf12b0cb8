"""Titles of office in a sentence: what stands between a title and the country or body it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import Tag, word_list

if TYPE_CHECKING:
    from extract.relations.syntax.sentences import Sentence

_TITLE = {Tag.WORD, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.DETERMINER, Tag.BRACKET, Tag.CLOSE}
_FIELD = {Tag.NOUN, Tag.COMMA, Tag.VERB}
_JOINING = {Tag.CONJUNCTION, Tag.PREPOSITION, Tag.DETERMINER}
_NEAR = 6
_FAR = 11


def follows_title(sentence: Sentence, n: int) -> bool:
    """Does the ``of`` at token ``n`` follow a title or people ("the Minister of Trade of")?"""
    for back in range(n - 1, max(-1, n - 1 - _FAR), -1):
        tag = sentence.tokens[back].tag
        if tag is Tag.TRANSPARENT or _is_office(sentence, back):
            return True
        if tag in _FIELD:
            if not _is_field(sentence, back):
                return False
        elif tag not in _TITLE or (n - back > _NEAR and not _is_named(sentence, back)):
            return False
    return False


def repeats_title(sentence: Sentence, n: int) -> bool:
    """Is the ``of`` at token ``n`` of a title said once ("the ministers of Chile and of Peru")?"""
    tokens = sentence.tokens
    if n < 1 or tokens[n].value != "of" or tokens[n - 1].tag is not Tag.CONJUNCTION:
        return False
    back = n - 2
    while back > 0 and (tokens[back].tag is Tag.COMMA or is_plain_name(sentence, back)):
        back -= 1
    last = sentence.arguments[-1] if sentence.arguments else None
    return last is not None and last.token == back and last.label in PARTY


def is_plain_name(sentence: Sentence, n: int) -> bool:
    """Is token ``n`` a word with a capital that is no mention?"""
    return sentence.tokens[n].tag is Tag.WORD and sentence.is_capital(n)


def _is_office(sentence: Sentence, n: int) -> bool:
    """Is it an office that the lists know as one word ("trade minister")?"""
    token, titles = sentence.tokens[n], word_list("transparent")
    words = token.form.split()
    return token.tag is Tag.NOUN and (words[0] in titles or words[-1] in titles)


def _is_field(sentence: Sentence, n: int) -> bool:
    """Is it part of what an office is for ("Minister of Trade, Investment and Health of")?"""
    if sentence.tokens[n].tag is Tag.COMMA:
        return _is_named(sentence, n - 1) and _is_named(sentence, n + 1)
    before = sentence.tokens[n - 1].tag if n else Tag.STOP
    return before is not Tag.DETERMINER and sentence.is_capital(n)


def _is_named(sentence: Sentence, n: int) -> bool:
    """Is it a word with a capital, or one that joins such words?"""
    return sentence.tokens[n].tag in _JOINING or sentence.is_capital(n)
