"""Tokens: words and figures as the grammar sees them, each with a one-letter code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.dates.figure_tokens import READERS, Token
from extract.entities.dates.lexicon import ROMAN, lexicon, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.entities.dates.lexicon import Lexicon


_TOKEN = re.compile(
    r"""[^\S\n\t]*(?:
     (?P<word>(?![QHTS][1-4])[^\W\d_]+)
    |(?P<break>\n[^\S\n]*\n|\n[^\S\n]*[-–—•*](?=\s)|\t)
    |(?P<line>\n)
    |(?P<iso>(?<![\d/.-])\d{4}-(?:0[1-9]|1[0-2])-\d\d(?![\d/-]))
    |(?P<isoweek>\d{4}-?W\d\d(?![^\W_]))
    |(?P<numeric>(?<![\d./-])\d{1,4}[ ]?(?P<sep>[./‐‑-])[ ]?\d{1,2}[ ]?(?P=sep)[ ]?\d{1,4}
        (?![\d/-]|\.\d))
    |(?P<yearmonth>(?<![\w./-])(?:\d{1,2}[/.-]\d{4}|\d{4}/(?:0[1-9]|1[0-2])|(?:19|20)\d\d[/-][1-9])(?![\d/-]|\.\d))
    |(?P<daymonth>(?<![\d./-])\d{1,2}/\d{1,2}(?![\d/-]|\.\d))
    |(?P<decade>['’]?(?:[12]\d)?\d0['’]?s(?![^\W_]))
    |(?P<part>(?:(?P<letter>[QHTS])(?P<number>[1-4])|(?P<number2>[1-4])(?P<letter2>[QHTS]))
        (?P<year>(?:20)?\d\d)?(?![^\W_]))
    |(?P<ordinal>\d{1,2}(?:er|[rd]?[oa])\.(?=[ ]de\b)
        |\d{1,2}(?:[ ]?(?:st|nd|rd|th)|er|ro|do|ra|da|[oa]|\.?[ºª°])(?![^\W_])
        |\d{1,2}\.(?=[ ][^\W\d_]{3,10}\.?[ ](?:19|20)\d\d(?!\d)))
    |(?P<glued>(?<=\()(?:19|20)\d\d(?:19|20)\d\d(?=\)))
    |(?P<other>\d{1,3}(?:[.,]\d{3})+(?!\d)|(?!(?:19|20)\d\d\.)\d+[.,]\d{1,2}(?!\d)|\d+:\d\d)
    |(?P<integer>\d+)
    |(?P<shortyear>['’]\d\d(?![^\W_]))
    |(?P<dash>[-–—‐‑−~～\x96\x97])
    |(?P<mark>\S))""",
    re.VERBOSE,
)
_MARKS = {mark: mark for mark in ",()/'&"} | {"’": "'"}


def fold(text: str) -> str:
    """Lower case of the same length: characters that would grow are kept.

    >>> fold("İ May")
    'İ may'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(text: str, low: str, language: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]``.

    Args:
        text: the document.
        low: the document as :func:`fold` gives it.
        language: whose lexicon to use, ``en`` or ``es``.
        start: first character to read.
        end: where to stop.
    """
    lex, at = lexicon(language), start
    while match := _TOKEN.match(text, at, end):
        kind, at = match.lastgroup or "", match.end()
        if kind == "word":
            token = _word(text, low, lex, match.start(kind), at, end)
            yield token
            at = token.end
        elif kind == "mark":
            yield Token(_MARKS.get(match[kind], "x"), at - 1, at, 0)
        else:
            yield from READERS[kind](match)


def _word(text: str, low: str, lex: Lexicon, start: int, end: int, limit: int) -> Token:
    form = low[start:end]
    phrases = lex.phrases.get(form)
    if phrases is not None and (longer := phrases.match(low, start, limit)):
        meaning = lex.meanings[normalised(longer[0])]
        return Token(meaning.code, start, longer.end(), meaning.value)
    word = lex.words.get(form)
    if word is None:
        roman = ROMAN.get(text[start:end], 0)
        return Token("A" if roman else "x", start, end, roman)
    if form in lex.proper and text[start] == form[0]:
        return Token("x", start, end, 0)
    if form in lex.short and text[end : end + 1] == ".":
        end += 1
    return Token(word.code, start, end, word.value)
