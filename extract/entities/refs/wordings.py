"""Other wordings of a name that stand for the same body in a document."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extract.entities.names.folding import fold
from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of
from extract.entities.names.runs import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*\.?|[A-Z]\.")
_DROPPED = SMALL_WORDS | {"s"}
_REMEMBERED = 1 << 13
"""Names kept for when they come again, in this document or the next."""
_OF = re.compile(r"\s+(?:of|de|del)\s+(?:the\s+|la\s+|los\s+)?")


@lru_cache(maxsize=_REMEMBERED)
def canonical(name: str) -> str:
    """A name without its small words, a leading nation moved behind the head.

    >>> canonical("Mexican Embassy in China") == canonical("Embassy of Mexico in China")
    True
    >>> canonical("Bureau for Asia") == canonical("Bureau of Asia")
    True
    """
    words = [w for w in _WORD.findall(name) if w.lower() not in _DROPPED]
    if len(words) > 1 and fold(words[1]) in _heads() and nation_of(words[0]):
        words = [words[1], words[0], *words[2:]]
    return " ".join(nation_of(word) or fold(word) for word in words)


@lru_cache(maxsize=_REMEMBERED)
def national(name: str) -> tuple[str, str | None]:
    """A name without the country it belongs to, and the code of that country.

    >>> national("Ministry of Energy of Chile")
    ('ministry energy', 'CL')
    >>> national("Ministry of Energy")
    ('ministry energy', None)
    """
    for match in _OF.finditer(name):
        country = nation_of(name[match.end() :])
        if country and match.start():
            return canonical(name[: match.start()]), country
    first, _, rest = name.partition(" ")
    country = nation_of(first)
    if country and " " in rest:
        return canonical(rest), country
    return canonical(name), None


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon().heads)


def main_head(words: Sequence[str]) -> int | None:
    """Index of the head noun that decides what a name names; ``None`` without one.

    >>> main_head(["Saudi", "Fund", "for", "Development"]), main_head(["National", "Institute"])
    (1, 1)
    >>> main_head(["Board", "of", "the", "Monetary", "Fund"])
    0
    """
    heads = [n for n, word in enumerate(words) if fold(word) in _heads() and word[0].isupper()]
    if not heads:
        return None
    last = heads[-1]
    apart = any(word.lower() in _DROPPED for word in words[heads[0] : last])
    return last if last == len(words) - 1 and not apart else heads[0]


@lru_cache(maxsize=_REMEMBERED)
def head_nouns(name: str) -> tuple[str, ...]:
    """Folded head noun of a name, with the word before it too where both make one head.

    >>> head_nouns("Inter-American Development Bank"), head_nouns("Banco Mundial")
    (('bank', 'development bank'), ('banco',))
    """
    words = _WORD.findall(name)
    head = main_head(words)
    if head is None:
        return ()
    noun, pair = fold(words[head]), " ".join(map(fold, words[max(0, head - 1) : head + 1]))
    return (noun, pair) if pair in _pairs() else (noun,)


@cache
def _pairs() -> frozenset[str]:
    """Head nouns of two words ("task force")."""
    return frozenset(fold(" ".join(phrase)) for phrase in lexicon().phrases if len(phrase) == 2)


@lru_cache(maxsize=_REMEMBERED)
def shortened(name: str) -> tuple[str, ...]:
    """Shorter wordings: without its complement, without first names.

    >>> shortened("Saudi Fund for Development")
    ('Saudi Fund',)
    >>> shortened("Howard G. Buffett Foundation"), shortened("German Red Cross Committee")
    (('Buffett Foundation',), ('Red Cross Committee',))
    """
    words = _WORD.findall(name)
    head = main_head(words)
    if not head or any(w.lower() in _DROPPED for w in words[:head]):
        return ()
    if head < len(words) - 1:
        return (" ".join(words[: head + 1]),) if words[head + 1].islower() else ()
    if head < 2 or not _is_proper(words[head - 1]):
        return ()
    pair = " ".join(map(fold, words[head - 2 : head])) in _pairs()
    return (" ".join(words[head - 1 - pair :]),)


def _is_proper(word: str) -> bool:
    """Whether a word names somebody or something, not a field, a level or a nation."""
    lex, low = lexicon(), word.lower()
    common = lex.is_field(low) or lex.is_adjective(low) or low in lex.levels or low in lex.heads
    return not common and nation_of(word) is None
