"""The words the grammar knows, from ``agency_heads.toml`` and ``agency_context.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.entities.names.folding import fold
from extract.entities.names.literals import Words
from extract.resources import tree

Strength = Literal["strong", "fielded", "national"]
_LANGUAGES = {"english": "en", "spanish": "es"}
_SETS = (
    "openers",
    "titles",
    "outcomes",
    "verbs",
    "fields",
    "levels",
    "ordinals",
    "classes",
    "before_head",
    "inside",
    "possessives",
    "programs",
    "regions",
    "given_names",
    "governments",
    "gatherings",
    "outings",
    "granting",
    "partisan",
)
"""Sections of ``agency_context.toml`` that are plain word lists, by language."""
_LONG_ENOUGH = 6
"""An ending tells the kind of a word only of words longer than this."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun.

    Attributes:
        language: ``en`` or ``es``.
        type: kind of institution it names.
        strength: what a name built around it needs besides (see ``agency_heads.toml``).
    """

    language: str
    type: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of both languages, in lower case with plain apostrophes."""

    heads: dict[str, tuple[Head, ...]]
    phrases: dict[tuple[str, ...], Head]
    phrase_openers: frozenset[str]
    plurals: dict[str, Head]
    signals: Words
    articles: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    outcomes: frozenset[str]
    verbs: frozenset[str]
    fields: frozenset[str]
    levels: frozenset[str]
    ordinals: frozenset[str]
    classes: frozenset[str]
    before_head: frozenset[str]
    inside: frozenset[str]
    possessives: frozenset[str]
    programs: frozenset[str]
    regions: frozenset[str]
    given_names: frozenset[str]
    governments: frozenset[str]
    gatherings: frozenset[str]
    outings: frozenset[str]
    granting: frozenset[str]
    partisan: frozenset[str]
    after_new: frozenset[str]
    no_names: tuple[str, ...]
    longest_phrase: int
    endings: tuple[str, ...]
    adjectives: tuple[str, ...]

    def opens(self, word: str, following: str) -> bool:
        """Whether ``word`` stands before a name and is no part of it ("The", not "New York")."""
        if word == "press" and self.is_field(following):
            return False
        return word in self.openers and not (word == "new" and following in self.after_new)

    def is_field(self, word: str) -> bool:
        """Whether ``word`` names a field of public business ("health", "desarrollo")."""
        return word in self.fields or (len(word) > _LONG_ENOUGH and word.endswith(self.endings))

    def is_adjective(self, word: str) -> bool:
        """Whether ``word`` looks like an adjective ("industrial", "corporativo")."""
        return len(word) > _LONG_ENOUGH and word.endswith(self.adjectives)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    nouns, context = tree("agency_heads.toml"), tree("agency_context.toml")

    def both(section: dict[str, list[str]]) -> frozenset[str]:
        return frozenset(_plain(word) for name in _LANGUAGES for word in section.get(name, ()))

    heads, phrases = _heads(nouns)
    heads |= _without_accents(heads, both(context["titles"]))
    plurals = {_plural(w, head): head for w, found in heads.items() for head in found}

    def small(kind: str) -> frozenset[str]:
        return both({name: nouns[name][kind] for name in _LANGUAGES})

    return Lexicon(
        heads=heads,
        phrases=phrases,
        phrase_openers=frozenset(phrase[0] for phrase in phrases),
        plurals=plurals,
        signals=Words({*heads, *plurals, *(phrase[-1] for phrase in phrases)}),
        articles=small("articles"),
        prepositions=small("prepositions"),
        conjunctions=small("conjunctions"),
        **{name: both(context[name]) for name in _SETS},
        after_new=frozenset(context["openers"]["after_new"]),
        no_names=tuple(sorted(both(context["no_names"]))),
        longest_phrase=max(map(len, both(context["no_names"]))),
        endings=tuple(context["fields"]["endings"]),
        adjectives=tuple(context["fields"]["adjectives"]),
    )


def _heads(
    nouns: dict[str, dict[str, dict[str, list[str]]]],
) -> tuple[dict[str, tuple[Head, ...]], dict[tuple[str, ...], Head]]:
    strengths: dict[str, Strength] = {
        "strong": "strong", "fielded": "fielded", "national": "national", "phrases": "strong",
    }  # fmt: skip
    heads: dict[str, tuple[Head, ...]] = {}
    phrases: dict[tuple[str, ...], Head] = {}
    for name, language in _LANGUAGES.items():
        for section, strength in strengths.items():
            for kind, words in nouns[name][section].items():
                head = Head(language, kind, strength)
                for word in words:
                    if " " in word:
                        phrases[tuple(word.split())] = head
                    else:
                        heads[word] = (*heads.get(word, ()), head)
    return heads, phrases


def _without_accents(
    heads: dict[str, tuple[Head, ...]], titles: frozenset[str]
) -> dict[str, tuple[Head, ...]]:
    """Heads as headlines and scanners write them ("COMISION"), but no person's title."""
    plain = {fold(word): found for word, found in heads.items()}
    return {word: found for word, found in plain.items() if word not in heads.keys() | titles}


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _plural(word: str, head: Head) -> str:
    """Plural of a head noun, well enough for those listed."""
    if head.language == "en":
        return word[:-1] + "ies" if word.endswith("y") else word + "s"
    stem = word[:-2] + "on" if word.endswith("ón") else word
    return stem + ("s" if stem[-1] in "aeiouí" else "es")
