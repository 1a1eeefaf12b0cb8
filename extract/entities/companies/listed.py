"""Known businesses in a text, with the words that go on their names ("Samsung **Engineering**")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.companies.gazetteer import firms
from extract.entities.companies.patterns import word_set
from extract.entities.mentions import Mention
from extract.entities.names.lexicon import lexicon
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = re.compile(
    r"(?:(?!\b(?:the|el|la|los|las|del|al|un|una|a|an)\s)\b[a-záéíóúñ]+|[a-záéíóúñ][,;])\s$"
)
_CAPITAL = re.compile(r"[\s-][A-ZÀ-Þ]")
_NEXT = re.compile(r"\s([A-ZÀ-Þ][\w-]*)")
_SPONSORED = re.compile(r"\s(?:Cup|Open|League|Championship|Fellows|Fellowship|Prize|Awards?)\b")
_SPONSORED_BEFORE = re.compile(r"\b(?:Copa|Torneo|Liga|Premio|Estadio|Rally|Maratón)\s$")
_FIRST_NAME = re.compile(r"(?<![\w.])([A-ZÀ-Þ][\w-]+)\s(?P<initial>[A-ZÀ-Þ]\.\s)?$")


def find_listed(text: str) -> Iterator[Mention]:
    """COMPANY mentions of listed names; ordinary words only where the document makes them sure."""
    known = firms()
    if known.automaton is None:
        return
    places = [
        (last + 1 - len(name), last + 1, name)
        for last, name in known.automaton.iter(_flat(text))
        if _is_whole(text, last + 1 - len(name), last + 1)
    ]
    surnames = {name for start, _, name in places if _after_first_name(text, start, name)}
    sure = {
        known.refs[name]
        for start, end, name in places
        if name not in known.doubtful
        or (
            name not in known.shared
            and _is_proper(name)
            and (_in_sentence(text, start, end) or _acts().match(text, end))
        )
    }
    for start, end, name in places:
        if known.refs[name] in sure and name not in surnames and not _sponsors(text, start, end):
            longer = _extended(text, end)
            ref = known.refs[name] if longer == end else None
            yield Mention(Label.COMPANY, start, longer, rule="company.list", ref=ref)


def _sponsors(text: str, start: int, end: int) -> bool:
    """Whether a brand only names what it pays for: "Copa Telmex", "the Nikkei Fellows"."""
    if _SPONSORED.match(text, end):
        return True
    return _SPONSORED_BEFORE.search(text, max(0, start - 12), start) is not None


def _flat(text: str) -> str:
    """``text`` with plain spaces and apostrophes, character for character."""
    return text.replace("\n", " ").replace("’", "'").replace("\xa0", " ")


def _after_first_name(text: str, start: int, name: str) -> bool:
    """Whether a brand of one word is a person's surname here: "Enrique Ford"."""
    if " " in name:
        return False
    before = _FIRST_NAME.search(text, max(0, start - 24), start)
    if before is None:
        return False
    return before["initial"] is not None or before[1].lower() in word_set("given_names")


@cache
def _tail() -> re.Pattern[str]:
    words = "|".join(tree("company_forms.toml")["brand_tails"]["words"])
    legal = "Inc|Corp|Ltd|LLC|PLC|Co|Ltda|A/S"
    company = r"\s+(?:and|&)\s+Co(?:mpany\b|\.)"
    return re.compile(rf"(?:\s(?:&\s)?(?:{words}))+(?!\w)|,?\s(?:{legal})\b\.?|{company}")


def _extended(text: str, end: int) -> int:
    """End of a name with the words of business that go on; no title or further name may follow."""
    tail = _tail().match(text, end)
    if tail is None:
        return end
    following = _NEXT.match(text, tail.end())
    if following is not None and following[1].lower() not in lexicon().titles:
        return end
    return tail.end()


@cache
def _acts() -> re.Pattern[str]:
    words = tree("company_forms.toml")["acts"]
    return re.compile(rf",?\s(?:{'|'.join((*words['english'], *words['spanish']))})\b")


def _is_proper(name: str) -> bool:
    """Whether a name has a word that is no field of business ("Oracle", not "Science")."""
    return not all(lexicon().is_field(word.lower()) for word in name.split())


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands inside a sentence, by itself: no plain word does that."""
    return bool(_INSIDE.search(text, max(0, start - 24), start)) and not _CAPITAL.match(text, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" and text[start - 2 : start] == "--":
        before = ""
    return not (
        before.isalnum() or before in ("@", ".", "/", "-") or after.isalnum() or after == "@"
    )
