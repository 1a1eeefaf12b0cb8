"""The words the relation grammar knows, and one scan that finds them in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from extract.entities.names.literals import automaton, places
from extract.relations.words.constants import Constants
from extract.relations.words.triggers import readings
from extract.resources import tree

if TYPE_CHECKING:
    import ahocorasick

    from extract.relations.words.triggers import Reading


class Tag(Constants):
    """What part a token plays in the light syntax."""

    WORD: ClassVar[Tag]
    MENTION: ClassVar[Tag]
    VERB: ClassVar[Tag]
    NOUN: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    CONJUNCTION: ClassVar[Tag]
    SUBORDINATOR: ClassVar[Tag]
    DETERMINER: ClassVar[Tag]
    AUXILIARY: ClassVar[Tag]
    NEGATION: ClassVar[Tag]
    CATENATIVE: ClassVar[Tag]
    REPORT: ClassVar[Tag]
    TRANSPARENT: ClassVar[Tag]
    INFINITIVE: ClassVar[Tag]
    GENITIVE: ClassVar[Tag]
    REFERENCE: ClassVar[Tag]
    COMMA: ClassVar[Tag]
    STOP: ClassVar[Tag]
    BRACKET: ClassVar[Tag]
    CLOSE: ClassVar[Tag]
    QUOTE: ClassVar[Tag]


class Cue(NamedTuple):
    """A closed-class word: its tag and what it says (the relation, the auxiliary, the status)."""

    tag: Tag
    value: str = ""


class Hit(NamedTuple):
    """A known word or phrase at ``start:end`` of the text."""

    start: int
    end: int
    readings: tuple[Reading, ...] = ()
    cue: Cue | None = None


_NAMED = {
    "prepositions": Tag.PREPOSITION,
    "auxiliaries": Tag.AUXILIARY,
    "catenatives": Tag.CATENATIVE,
    "references": Tag.REFERENCE,
}
_PLAIN = {
    "conjunctions": Tag.CONJUNCTION,
    "subordinators": Tag.SUBORDINATOR,
    "determiners": Tag.DETERMINER,
    "negations": Tag.NEGATION,
    "reports": Tag.REPORT,
    "transparent": Tag.TRANSPARENT,
    "infinitives": Tag.INFINITIVE,
    "adverbials": Tag.WORD,
}
_SPACE_RUN = re.compile(r" {2,}")
_LINK = re.compile(r"\w+://[^\s)]+")
_SPACES = "\t\n\r\x0b\x0c\xa0\u2009\u202f"


@cache
def cues(language: str) -> dict[str, Cue]:
    """Lower-case word or phrase → its cue; where lists share a word the first named wins.

    Args:
        language: ``en`` or ``es``.
    """
    grammar = tree("grammar.toml")
    table: dict[str, Cue] = {}
    for section, tag in _NAMED.items():
        for value, words in grammar[section].items():
            for word in words[language]:
                table.setdefault(word, Cue(tag, value))
    for section, tag in _PLAIN.items():
        for word in grammar[section][language]:
            table.setdefault(word, Cue(tag))
    return table


@cache
def _many_word_cues() -> dict[str, Cue]:
    both = cues("es") | cues("en")
    return {word: cue for word, cue in both.items() if " " in word or cue.tag is Tag.CATENATIVE}


@cache
def word_list(section: str) -> frozenset[str]:
    """The words of a list of ``grammar.toml``, of both languages."""
    words = tree("grammar.toml")[section]
    return frozenset((*words["en"], *words["es"]))


def relatives() -> frozenset[str]:
    """Words that open a relative clause."""
    return word_list("relatives")


@cache
def trailing_relation(form: str) -> str:
    """Relation of the preposition that ends a trigger of several words, or "".

    >>> trailing_relation("meeting with"), trailing_relation("firma del"), trailing_relation("loan")
    ('with', 'of', '')
    """
    head, _, last = form.rpartition(" ")
    for language in ("en", "es"):
        cue = cues(language).get(last) if head else None
        if cue is not None and cue.tag is Tag.PREPOSITION:
            return cue.value
    return ""


def lowered(text: str) -> str:
    r"""``text`` in lower case with plain spaces, character for character.

    >>> lowered("İzmir and\tRome")
    'İzmir and rome'
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for space in _SPACES:
        lower = lower.replace(space, " ")
    return lower


def scan(lower: str) -> list[Hit]:
    """Triggers and many-word cues of a lowered text: leftmost, longest, at word boundaries."""
    squeezed = _Squeezed(lower)
    found = _matches(squeezed.text)
    if "://" in lower:
        links = [match.span() for match in _LINK.finditer(squeezed.text)]
        found = [f for f in found if not any(start <= f[0] < end for start, end in links)]
    hits: list[Hit] = []
    free = 0
    for start, minus_end, key in found:
        if start >= free:
            free = -minus_end
            hits.append(Hit(start, free, *_known()[key]))
    return squeezed.placed(hits)


@cache
def _known() -> dict[str, tuple[tuple[Reading, ...], Cue | None]]:
    """Trigger or many-word cue → its readings, its cue."""
    table, closed = readings(), _many_word_cues()
    return {word: (table.get(word, ()), closed.get(word)) for word in table | closed}


def _matches(text: str) -> list[tuple[int, int, str]]:
    """(start, -end, key) of all keys at word boundaries, sorted: of one start the longest first."""
    length = len(text)
    found: list[tuple[int, int, str]] = []
    for start, end, key in places(text, _automaton()):
        if (end == length or not text[end].isalnum()) and (
            not start or not text[start - 1].isalnum()
        ):
            found.append((start, -end, key))
    found.sort()
    return found


class _Squeezed:
    """A text with runs of spaces made one, which knows where its characters were.

    >>> squeezed = _Squeezed("was  entered   into")
    >>> squeezed.text, squeezed.place(12), squeezed.place(4)
    ('was entered into', 15, 5)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: list[int] = []
        self.dropped: list[int] = []
        if "  " in text:
            self.text = _SPACE_RUN.sub(" ", text)
            dropped = 0
            for match in _SPACE_RUN.finditer(text):
                self.ends.append(match.start() - dropped + 1)
                dropped += len(match[0]) - 1
                self.dropped.append(dropped)

    def place(self, at: int) -> int:
        """Where the character ``at`` of the squeezed text was."""
        runs = bisect_right(self.ends, at)
        return at + self.dropped[runs - 1] if runs else at

    def placed(self, hits: list[Hit]) -> list[Hit]:
        """Hits in the squeezed text as hits in what it was made of."""
        if not self.ends:
            return hits
        return [
            hit._replace(start=self.place(hit.start), end=self.place(hit.end - 1) + 1)
            for hit in hits
        ]


@cache
def _automaton() -> ahocorasick.Automaton:
    return automaton(_known())
