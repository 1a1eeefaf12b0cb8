"""Acronyms that a document defines: "Long Name (ABC)", "Long Name, ABC,", "ABC (Long Name)".

An acronym defined as an institution's is one everywhere in the document; one defined as something
else's (a programme, an indicator) nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.entities.names.folding import fold
from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import Mention

_UPPER = "A-ZÀ-ÖØ-Þ"
_SHORT = r"[A-ZÁÉÍÓÚÑ][\w&./-]*\w(?:\s[A-Z]\w*)?"
_LEAD = r"(?:(?:hereinafter|hereafter|henceforth|en adelante|or|o|the|la|el|known as)\s+)?"
_NOTE = r"(?:['’]s)?(?:,?\s+(?:por|en|for)\s+[^()]{3,40})?"
_SAID = r"(?:conocid[oa] como|known as|por sus siglas(?: en inglés)?|siglas)"
_DEFINED = re.compile(
    r"(?:['’]s?)?[\"”»*_]*\s*(?:"
    rf"[(\[]\s*{_LEAD}[\"“«*_'‘]*(?P<bracket>{_SHORT})[\"”»*_'’]*{_NOTE}\s*[)\]]"
    r"|\s[-–—]\s?(?P<dash>[A-Z][A-Za-z]{2,9})(?=\s?[-–—](?!\w)|[,.;])"
    r"|,\s(?:o\s|or\s)?(?P<comma>[A-Z]{3,9}),"
    rf"|,?\s\(?{_SAID}\s(?:el\s|la\s|the\s)?(?P<known>[A-Z][A-Za-z]{{2,9}})\b)"
)
_SMALL = (
    r"(?:of|for|and|the|on|in|to|against|at|with|de|del|la|las|los|el|y|e|para|en|contra|sobre|por|a"
    r"|con|&)"
)
_CAPITAL = re.compile(rf"(?<![\w'’-])[{_UPPER}][\w-]*")
_TAIL = re.compile(
    rf"(?P<tail>(?:,?\s+(?:{_SMALL}\s+){{0,2}}[{_UPPER}][\w-]*){{1,6}})"
    r"\s*\((?P<short>[A-ZÁÉÍÓÚ][\w-]+)\)"
)
_BEFORE = re.compile(rf"(?:(?<![\w.])[{_UPPER}][\w-]*,?\s(?:{_SMALL}\s){{0,2}}){{1,6}}$")
_NATION = re.compile(
    rf"\)\s+(?:of|de|del)\s+(?:the\s+)?(?P<nation>[{_UPPER}]\w+(?:\s[{_UPPER}]\w+){{0,2}})"
)
_GLOSS = re.compile(
    rf"\s?\((?:the\s|la\s|el\s)?(?P<name>[{_UPPER}][^\W\d]+(?:\s[^\W\d]+){{0,12}})\)"
)
_REACH = 90
"""How far before a name its acronym may show that it starts, in characters."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form defined beside a name.

    Attributes:
        start, end: the short form, as characters of the document.
        short: as written there.
    """

    start: int
    end: int
    short: str


def defined_after(text: str, end: int) -> Definition | None:
    """The short form defined right after a name that ends at ``end``, if one is.

    >>> defined_after("National Polytechnic Institute (IPN), Mexico", 30)
    Definition(start=32, end=35, short='IPN')
    """
    match = _DEFINED.match(text, end)
    if match is None:
        return None
    kind = match.lastgroup or "bracket"
    return Definition(*match.span(kind), match[kind])


def spelt_out_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The full name in brackets after the acronym at ``text[start:end]``.

    >>> text = "IPN (Instituto Politécnico Nacional)"
    >>> text[slice(*spelt_out_after(text, 0, 3))]
    'Instituto Politécnico Nacional'
    """
    match = _GLOSS.match(text, end)
    if match is None:
        return None
    name = match["name"]
    letters = _letters(text[start:end])
    words = {word.lower() for word in name.split()}
    if _runs_through(letters, _initials(name)) or not words.isdisjoint(lexicon().heads):
        return match.span("name")
    return None


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The name at ``text[start:end]`` as far as an acronym in brackets around it shows it goes.

    To the right up to the bracket, to the left while the initials go on spelling the acronym.

    >>> text = "of the Society for Science and Trade in Asia Forum (SSTAF)"
    >>> text[slice(*widened(text, text.index("Asia"), text.index(" (")))]
    'Society for Science and Trade in Asia Forum'
    """
    tail = _TAIL.match(text, end)
    if tail is not None and _goes_on(text[start], tail["tail"], _letters(tail["short"])):
        end = tail.end("tail")
    definition = defined_after(text, end)
    if definition is None:
        return start, end
    nation = _NATION.match(text, definition.end)
    if nation is not None and nation_of(nation["nation"]):
        return start, nation.end()
    letters = _letters(definition.short.split()[0])
    if _runs_through(letters, _initials(text[start:end])):
        return start, end
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    for word in _CAPITAL.finditer(text, before.start(), start) if before else ():
        initials = _initials(text[word.start() : end])
        if initials[:1] == letters[:1] and _runs_through(letters, initials):
            return word.start(), end
    return start, end


def _goes_on(first: str, tail: str, letters: str) -> bool:
    """Whether an acronym after a tail is of the whole name, which starts with ``first``."""
    apart = tail.startswith(",") and not lexicon().heads.keys().isdisjoint(tail.lower().split())
    whole = not apart or letters.startswith(fold(first))
    return whole and _runs_through(_initials(tail), letters)


def spelt_by_acronym(text: str, start: int, end: int) -> bool:
    """Whether an acronym in brackets after a name is made of its initials."""
    start, end = widened(text, start, end)
    definition = defined_after(text, end)
    if definition is None or definition.short.isdigit():
        return False
    letters = _letters(definition.short.split()[0])
    return len(letters) > 1 and _runs_through(letters, _initials(text[start:end]))


def _letters(short: str) -> str:
    return "".join(c for c in fold(short) if c.isalpha())


def _initials(name: str) -> str:
    """First letters of the capitalised words of a name."""
    return "".join(fold(m[0])[:1] for m in _CAPITAL.finditer(name))


def _runs_through(few: str, many: str) -> bool:
    """Whether the letters of ``few`` occur in ``many`` in order."""
    letters = iter(many)
    return bool(few) and all(letter in letters for letter in few)


def _is_country(short: str) -> bool:
    """Whether what stands in brackets is only where the body is: "Acme Ltd (India)"."""
    return not short.isupper() and nation_of(short) is not None


def links(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Definition]]:
    """Mentions directly followed by the definition of a short form."""
    for mention in mentions:
        definition = defined_after(text, mention.end)
        if definition is not None and not _is_country(definition.short):
            yield mention, definition
        elif text[mention.start : mention.end].isupper():
            name = spelt_out_after(text, mention.start, mention.end)
            if name is not None:
                yield mention, Definition(*name, text[slice(*name)])
