"""Whether a country's name is the country where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.entities.countries.gazetteer import code_of, code_of_adjective, rules
from extract.entities.countries.inflection import unaccented
from extract.entities.language import is_function_word

_BEFORE = re.compile(r"([\w.'’]+)([ \xa0-]|\n[ \t]*)\Z")
_AFTER = re.compile(r"(?:[ \xa0-]|\n[ \t]*)([\w$.]+)")
_WINDOW = 30
_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands.

    Attributes:
        name: as written.
        before, after: the words directly beside it; empty where there is none, or a stop between.
    """

    name: str
    before: str
    after: str


def place_of(text: str, start: int, end: int) -> Place:
    """The words beside ``text[start:end]``."""
    before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    after = _AFTER.match(text, end, end + _WINDOW)
    return Place(
        text[start:end], before[1] if before else "", after[1].rstrip(".") if after else ""
    )


def is_country(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` means the country.

    >>> is_country("in New Mexico", 7, 13), is_country("to Mexico by", 3, 9)
    (False, True)
    """
    name = text[start:end]
    if _in_address(text, start, end):
        return False
    if name not in _doubtful():
        return True
    if text.startswith("$", end):  # "US$ 5 million"
        return False
    place = place_of(text, start, end)
    if name in rules()["combining"]:
        return text.startswith("-", end) and _starts_with_country(text, end + 1)
    return not (
        _taken_out(place)
        or _without_evidence(text, name)
        or _beside_a_name(place)
        or _is_language(place)
        or _is_pronoun(place)
    )


def _starts_with_country(text: str, start: int) -> bool:
    """Whether the one or two words at ``start`` name a country or its people."""
    words = [word.strip(".,;:)") for word in text[start : start + _WINDOW].split()[:2]]
    return any(code_of(name) or code_of_adjective(name) for name in (*words[:1], " ".join(words)))


def _in_address(text: str, start: int, end: int) -> bool:
    """Inside a web address: ``https://example.org/Mexico-2030``, ``Mexico.example.org``."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before and before in "-/._%=?&":
        word = text[max(0, start - _ADDRESS) : start].split()
        return bool(word) and ("://" in word[-1] or "www." in word[-1])
    return after[:1] == "." and after[1:].islower()


@cache
def _doubtful() -> frozenset[str]:
    data = rules()
    languages = f"{data['languages']['en']} {data['languages']['es']}"
    names = {
        *data["combining"],
        *data["evidence"],
        *_persons(),
        *languages.split(),
        "US",
    }
    names.update(name for rule in data["beside"] for name in rule["names"].split())
    names |= {unaccented(name) for name in names}
    return frozenset(names | {name.upper() for name in names} | {n.capitalize() for n in names})


@cache
def _neighbours() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Name → words that take it out when directly before, when directly after."""
    merged: dict[str, tuple[set[str], set[str]]] = {}
    for rule in rules()["beside"]:
        for name in rule["names"].split():
            before, after = merged.setdefault(name, (set(), set()))
            before.update(rule.get("before", "").split())
            after.update(rule.get("after", "").split())
    return {name: (frozenset(b), frozenset(a)) for name, (b, a) in merged.items()}


def _taken_out(place: Place) -> bool:
    if place.name.isupper() and place.before.isupper() | place.after.isupper():
        place = Place(*(word.capitalize() for word in (place.name, place.before, place.after)))
    before, after = _neighbours().get(place.name, (frozenset(), frozenset()))
    return place.before in before or place.after in after


@lru_cache(maxsize=64)  # a doubtful name may stand in a long text many times
def _without_evidence(text: str, name: str) -> bool:
    words = rules()["evidence"].get(name) or rules()["evidence"].get(name.title())
    return words is not None and not any(word in text for word in words)


def _beside_a_name(place: Place) -> bool:
    """Beside a capitalised word that is no function word: part of somebody's name."""
    if place.name not in _persons():
        return False
    if place.before.lower() in _words("persons", "before"):
        return False
    if place.after in _words("persons", "after"):
        return False
    return any(
        word[:1].isupper() and not is_function_word(word) for word in (place.before, place.after)
    )


@cache
def _persons() -> frozenset[str]:
    return _words("persons", "words") | frozenset(rules()["persons"]["phrases"])


def _is_language(place: Place) -> bool:
    spanish = place.name.lower() in _words("languages", "es")
    if not spanish and place.name not in _words("languages", "en"):
        return False
    before, after = place.before.lower(), place.after.lower()
    if before in _words("languages", "before") or after in _words("languages", "after"):
        return True
    if spanish and place.name[0].isupper() and not place.before[:1].isupper():
        return True  # a school subject; "Gobierno Español" has two capitals
    # "Available in Spanish and English" names languages, "in Spanish waters" does not.
    return before in _words("languages", "pairs") and (not after or is_function_word(after))


def _is_pronoun(place: Place) -> bool:
    """``US`` among words all in capitals is as likely the pronoun."""
    return (
        place.name == "US"
        and place.before.isupper()
        and place.before != "THE"
        and place.after.isupper()
    )


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(rules()[section][key].split())
