"""Inflected forms of trigger words, by rule with the exceptions of ``verbs.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from extract.relations.words.constants import Constants
from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Iterable


class Form(Constants):
    """What a verb form says by itself."""

    BASE: ClassVar[Form]
    PRESENT: ClassVar[Form]
    PAST: ClassVar[Form]
    PARTICIPLE: ClassVar[Form]
    GERUND: ClassVar[Form]
    FUTURE: ClassVar[Form]
    CONDITIONAL: ClassVar[Form]
    SUBJUNCTIVE: ClassVar[Form]


Forms = dict[str, set[Form]]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_IMPERFECT = ("ía", "ían", "aba", "aban")  # regular even where the preterite is not
_PERSONS = {
    "ar": {
        Form.PRESENT: ("a", "an", "amos"),
        Form.PAST: ("ó", "aron", "aba", "aban"),
        Form.PARTICIPLE: ("ado", "ada", "ados", "adas"),
        Form.GERUND: ("ando",),
        Form.SUBJUNCTIVE: ("e", "en", "ara", "aran"),
    },
    "er": {
        Form.PRESENT: ("e", "en", "emos"),
        Form.PAST: ("ió", "ieron", "ía", "ían"),
        Form.PARTICIPLE: ("ido", "ida", "idos", "idas"),
        Form.GERUND: ("iendo",),
        Form.SUBJUNCTIVE: ("a", "an", "iera", "ieran"),
    },
}
_PERSONS["ir"] = _PERSONS["er"] | {Form.PRESENT: ("e", "en", "imos")}
_FROM_INFINITIVE = {
    Form.FUTURE: ("á", "án", "emos"),
    Form.CONDITIONAL: ("ía", "ían"),
    Form.BASE: ("", "se"),
}


def verb_forms(lemma: str, language: str) -> Forms:
    """Forms of a verb, or of a phrase that a verb opens, each with what it may be.

    >>> sorted(verb_forms("carry out", "en"))
    ['carried out', 'carries out', 'carry out', 'carrying out']
    >>> sorted(f for f, kinds in verb_forms("invertir", "es").items() if Form.FUTURE in kinds)
    ['invertiremos', 'invertirá', 'invertirán']
    """
    verb, _, rest = lemma.partition(" ")
    listed = _irregular(language).get(verb, {})
    regular = _english(verb) if language == "en" else _spanish(verb)
    if "past" in listed and "participle" not in listed and language == "en":
        listed = {**listed, "participle": listed["past"]}
    forms: Forms = defaultdict(set)
    for form, words in regular.items():
        kept = [w for w in words if w.endswith(_IMPERFECT)] if form in listed else []
        for word in (*listed.get(form, words), *kept):
            forms[f"{word} {rest}" if rest else word].add(form)
    return dict(forms)


def plural(noun: str, language: str) -> str:
    """Plural of a noun or of a noun phrase, inflected at its head.

    >>> plural("memorandum of understanding", "en"), plural("línea de crédito", "es")
    ('memorandums of understanding', 'líneas de crédito')
    >>> plural("country", "en"), plural("inversión extranjera", "es")
    ('countries', 'inversiones extranjeras')
    """
    separator = " of " if language == "en" else " de "
    head, link, rest = noun.partition(separator)
    words = head.split(" ")
    if language == "en":
        words[-1] = _add_s(words[-1])
    else:
        words = [_spanish_plural(word) for word in words]
    return " ".join(words) + link + rest


@cache
def _irregular(language: str) -> dict[str, dict[str, list[str]]]:
    return {verb: dict(forms) for verb, forms in tree("verbs.toml")[language].items()}


def _english(verb: str) -> dict[Form, Iterable[str]]:
    stem = verb.removesuffix("e")
    past = verb[:-1] + "ied" if _CONSONANT_Y.search(verb) else stem + "ed"
    gerund = verb + "ing" if verb.endswith(("ee", "ye")) else stem + "ing"
    return {
        Form.BASE: (verb,),
        Form.PRESENT: (_add_s(verb),),
        Form.PAST: (past,),
        Form.PARTICIPLE: (past,),
        Form.GERUND: (gerund,),
    }


def _add_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")


def _spanish(verb: str) -> dict[Form, Iterable[str]]:
    base = verb.removesuffix("se")
    stem, ending = base[:-2], base[-2:]
    forms: dict[Form, Iterable[str]] = {
        form: tuple(_spell(stem, end) for end in ends)
        for form, ends in _PERSONS.get(ending, {}).items()
    }
    forms |= {form: tuple(base + end for end in ends) for form, ends in _FROM_INFINITIVE.items()}
    return forms


def _spell(stem: str, ending: str) -> str:
    """Stem and ending with the spelling changes that keep the sound (c/qu, g/gu, z/c)."""
    if ending[0] in "eé":
        for plain, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(plain):
                return stem[: -len(plain)] + soft + ending
    return stem + ending


def _spanish_plural(word: str) -> str:
    if word.endswith(("s", "ED")):
        return word
    if word.endswith("ión"):
        return word[:-3] + "iones"
    if word[-1] in "aeiouáéó":
        return word + "s"
    return word[:-1] + "ces" if word.endswith("z") else word + "es"
