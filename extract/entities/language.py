"""Which language a paragraph is in, told by its function words."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from extract.resources import tree
from extract.schema import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.schema import Block

LANGUAGES = ("en", "es")
_SAMPLE = 500
_CLEAR = 1.5
_CLEARER = 4.0
_STRIP = ".,;:!?()[]\"'“”‘’«»¿¡*_#"


@cache
def _weights() -> dict[str, float]:
    """Word → how much it speaks for Spanish (positive) or English (negative)."""
    words = tree("languages.toml")["words"]
    weights = dict.fromkeys(words["en"].split(), -1.0)
    weights.update(dict.fromkeys(words["es"].split(), 1.0))
    return weights


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    endings = tree("languages.toml")["endings"]
    return tuple(endings["en"].split()), tuple(endings["es"].split())


def spanish_score(text: str) -> float:
    """How Spanish (positive) or English (negative) a text looks, in function words.

    >>> spanish_score("the support of the agency"), spanish_score("el apoyo de la agencia")
    (-3.0, 3.0)
    >>> spanish_score("Cooperación económica") > 0 > spanish_score("Funding agreement")
    True
    """
    words = text.lower().split()
    score = sum(map(_weights().get, words, repeat(0.0)))
    if abs(score) < _CLEAR:
        score += _faint_score(words)
    return score


def _faint_score(words: Iterable[str]) -> float:
    """The same by word endings and letters, for texts of too few function words."""
    english, spanish = _endings()
    bare = [word.strip(_STRIP) for word in words]
    by_ending = sum(word.endswith(spanish) - word.endswith(english) for word in bare)
    by_letter = sum("ñ" in word or word[:1] in "¿¡" for word in words if word)
    return by_ending / 2 + by_letter


def block_languages(text: str, blocks: Iterable[Block], known: str | None) -> list[str]:
    """The language of each block.

    A block that does not clearly show its language has that of the document, a heading that of
    what it heads.

    Args:
        text: the whole text.
        blocks: its layout.
        known: the document's language where it is given; a block must then speak more clearly
            for another.

    Returns:
        ``en`` or ``es`` for each block, in order.
    """
    blocks = tuple(blocks)
    scores = [spanish_score(text[b.start : min(b.end, b.start + _SAMPLE)]) for b in blocks]
    default = known if known in LANGUAGES else _named(sum(scores) - 1)
    needed = _CLEARER if known else _CLEAR
    languages = [_named(score) if abs(score) >= needed else default for score in scores]
    for n in range(len(blocks) - 2, -1, -1):
        if blocks[n].kind is BlockKind.HEADING and abs(scores[n]) < _CLEAR:
            languages[n] = languages[n + 1]
    return languages


def main_language(languages: Iterable[str], lengths: Iterable[int]) -> str:
    """The language most characters are in; English for no text at all.

    >>> main_language(["en", "es", "en"], [10, 50, 20])
    'es'
    """
    totals: Counter[str] = Counter({"en": 0})
    for language, length in zip(languages, lengths, strict=True):
        totals[language] += length
    return totals.most_common(1)[0][0]


def _named(score: float) -> str:
    return "es" if score > 0 else "en"


def is_function_word(word: str) -> bool:
    """Whether a word is one of those that tell the languages apart.

    >>> is_function_word("The"), is_function_word("Mexico")
    (True, False)
    """
    return word.lower() in _weights()
