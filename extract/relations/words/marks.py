"""Marks and fixed phrases that read otherwise in their place: dashes, links, agents of passives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag
from extract.relations.words.triggers import readings

if TYPE_CHECKING:
    from extract.relations.words.tokens import Token

_DASHES = ("–", "—")
_PAIR = 2
AGENTS = (" by", " por")
"""How a phrase ends that names who acts: "implemented by"."""


def settle_marks(tokens: list[Token], lower: str, language: str) -> None:
    """Retag the marks of one sentence in place.

    Args:
        tokens: the tokens of the sentence.
        lower: the document, lowered.
        language: ``en`` or ``es``.
    """
    _pair_dashes(tokens)
    _open_links(tokens, lower)
    _split_agents(tokens, language)


def _pair_dashes(tokens: list[Token]) -> None:
    """Two dashes in a sentence hold an aside, as brackets do ("CAF –a bank– and Peru signed")."""
    dashes = [token for token in tokens if token.form in _DASHES]
    if len(dashes) == _PAIR and dashes[0] is not tokens[0]:
        dashes[0].tag, dashes[1].tag = Tag.BRACKET, Tag.CLOSE


def _open_links(tokens: list[Token], lower: str) -> None:
    """The words of a Markdown link are part of the sentence, its brackets no aside."""
    opening = -1
    for n, token in enumerate(tokens):
        if token.form == "[":
            opening = n
        elif token.form == "]" and opening >= 0:
            if lower.startswith("(http", token.end):
                tokens[opening].tag = token.tag = Tag.WORD
            opening = -1


def _split_agents(tokens: list[Token], language: str) -> None:
    """After an auxiliary "implemented by" is a verb with its agent, elsewhere a preposition."""
    for n in range(len(tokens) - 1, 0, -1):
        token = tokens[n]
        agent = token.tag is Tag.PREPOSITION and token.form.endswith(AGENTS)
        if not agent or tokens[n - 1].tag is not Tag.AUXILIARY:
            continue
        verb, _, word = token.form.rpartition(" ")
        found = tuple(r for r in readings().get(verb, ()) if r.language == language)
        if found:
            end, start = token.start + len(verb), token.end - len(word)
            doing = replace(token, end=end, form=verb, tag=Tag.VERB, value="", readings=found)
            tokens[n : n + 1] = [doing, replace(token, start=start, form=word, value="by")]
