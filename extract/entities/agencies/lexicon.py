"""The words the grammar knows, from ``agency_heads.toml`` and ``agency_context.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.resources import tree


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun.

    Attributes:
        language: ``en`` or ``es``.
        type: kind of institution it names.
        strong: whether any modifier or complement makes a name of it.
    """

    language: str
    type: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of both languages, in lower case."""

    heads: dict[str, Head]
    phrases: dict[tuple[str, ...], Head]
    signals: frozenset[str]
    plurals: dict[str, Head]
    articles: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    outcomes: frozenset[str]
    verbs: frozenset[str]
    fields: frozenset[str]
    endings: tuple[str, ...]
    levels: frozenset[str]

    def is_field(self, word: str) -> bool:
        """Whether ``word`` names a field of public business ("health", "desarrollo")."""
        return word in self.fields or (len(word) > 6 and word.endswith(self.endings))


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    heads_tree, context = tree("agency_heads.toml"), tree("agency_context.toml")
    heads: dict[str, Head] = {}
    phrases: dict[tuple[str, ...], Head] = {}
    for language in ("english", "spanish"):
        for strength in ("strong", "weak", "phrases"):
            for kind, words in heads_tree[language][strength].items():
                head = Head(language[:2].replace("sp", "es"), kind, strength != "weak")
                for word in map(_plain, words):
                    if " " in word:
                        phrases[tuple(word.split())] = head
                    else:
                        heads[word] = head

    def both(section: dict[str, list[str]]) -> frozenset[str]:
        return frozenset(_plain(w) for k in ("english", "spanish") for w in section[k])

    return Lexicon(
        heads=heads,
        phrases=phrases,
        signals=frozenset(heads) | {word for phrase in phrases for word in phrase[-1:]},
        plurals={_plural(word, head): head for word, head in heads.items() if head.strong},
        articles=both({k: heads_tree[k]["articles"] for k in ("english", "spanish")}),
        prepositions=both({k: heads_tree[k]["prepositions"] for k in ("english", "spanish")}),
        conjunctions=both({k: heads_tree[k]["conjunctions"] for k in ("english", "spanish")}),
        endings=tuple(context["fields"]["endings"]),
        **{
            name: both(context[name])
            for name in ("openers", "titles", "outcomes", "verbs", "fields", "levels")
        },
    )


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _plural(word: str, head: Head) -> str:
    """Plural of a head noun, well enough for those listed."""
    if head.language == "en":
        return word[:-1] + "ies" if word.endswith("y") else word + "s"
    stem = word[:-2] + "on" if word.endswith("ón") else word
    return stem + ("s" if stem[-1] in "aeiouí" else "es")
