"""Short names that could be anything, told by what stands beside them.

"director general del SENA", "USAID will provide", "Red Cross, CARE and …": only an institution or
a firm has directors and provides, and lists hold things of one kind. One such place decides for
the whole document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.names.lexicon import lexicon
from extract.entities.names.nations import nation_of
from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_CANDIDATE = re.compile(
    r"[A-ZÁÉÍÓÚÑ](?<![\w@#/.:$€£-].)(?:[A-ZÁÉÍÓÚÑ]{2,}(?:[a-z]{1,3}[A-Z]+)?|[a-z]+[A-Z]{2,})(?![\w@-])"
)
_SHOUTED = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}(?:\s[\W\d]?|[,.:;-]\s+)[A-ZÁÉÍÓÚÑ]{2,}")
_BETWEEN_TWO = re.compile(
    r"\s(?:[A-Z]|relations|trade|ties|cooperation|partnership|agreement|dialogue|summit|corridor)"
)
_UNIT = re.compile(r"-(?<=[A-Z]{3}-)(?P<nation>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b(?!-)")
_UNIT_BEFORE = re.compile(r"(?<![\w-])[A-Z]{3,6}$")
_ROMAN = re.compile(r"[IVXLCM]+")
_LONGEST = 10
_OFFICER = (
    r"\b(?:[Ss]ub)?(?:[Ss]ecretari[oa]|[Tt]itular|[Dd]irectora?|[Dd]elegad[oa]|[Cc]omisionad[oa]"
    r"|[Rr]ectora?|[Ss]ecretary|[Mm]inister)"
)
_BRACKET = re.compile(r"\((?P<word>[A-Z]\w{2,10})\)")
_OFFICE = re.compile(rf"{_OFFICER}(?:\s[Gg]eneral)?\s(?:de|del|of)\s[^.()\n]{{3,70}}\s$")
_HEADED = re.compile(
    r"titular\s(?:de|del)\s(?:la\s|el\s)?(?P<word>[A-Z][a-z]{2,8}c|[A-Z][a-z]{3,9})"
    r"(?=[,.]|\s[a-zñ]+(?:ó|a|o|e)\b)"
)
_OFFICER_REACH = 100
_NEXT = re.compile(
    r"(?:\s\([^()]{2,40}\))?(?:,\s(?:and\s|y\s|e\s)?|\s(?:and|y|e|&)\s)(?:the\s|la\s|el\s|los\s|las\s)?"
)
_OF = re.compile(r"\s(?:of|de|del)\s(?:the\s|la\s|el\s|los\s)?")
_PREVIOUS = re.compile(rf"{_NEXT.pattern}$")
_REACH = 45


@dataclass(frozen=True, slots=True)
class _Context:
    before: re.Pattern[str]
    after: re.Pattern[str]
    firm: re.Pattern[str]
    plan: re.Pattern[str]
    never: frozenset[str]


@cache
def _context() -> _Context:
    data = tree("agency_context.toml")
    agents = data["agents"]
    verbs = "|".join((*agents["verbs_english"], *agents["verbs_spanish"]))
    staff = "|".join((*agents["staff_english"], *agents["staff_spanish"]))
    ranks = "|".join(agents["ranks"])
    things, plans = "|".join(agents["not_after"]), "|".join(agents["not_before"])
    return _Context(
        before=re.compile(
            rf"(?:\b(?:{staff})(?:\s(?:{ranks}))?\s(?:of|de|del|at|for|from)\s(?:the\s|la\s|el\s|los\s)?"
            rf"|(?<!\w)(?:el|la|del|al)\s|\bby\sthe\s)$",
            re.IGNORECASE,
        ),
        after=re.compile(rf",?\s(?:{verbs})\b|(?:['’]s?)?\s(?:[a-z]+\s)?(?:{staff})\b"),
        firm=re.compile(rf"\b(?:{things})\s(?:of\s|de\s|del\s|el\s|la\s|the\s)?$", re.IGNORECASE),
        plan=re.compile(rf"\s(?:{plans})\b", re.IGNORECASE),
        never=frozenset(w for k in ("english", "spanish") for w in data["no_institutions"][k]),
    )


class Neighbours:
    """Tells whether a place in a list stands beside something known to be an institution.

    Args:
        text: the document.
        known: offsets of what is known.
    """

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        self.text = text
        spans = list(known)
        self.starts = {start for start, _ in spans}
        self.ends = {end for _, end in spans}

    def beside(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` follows or precedes one in a list."""
        following = _NEXT.match(self.text, end)
        if following is not None and following.end() in self.starts:
            return True
        previous = _PREVIOUS.search(self.text, max(0, start - 12), start)
        return previous is not None and previous.start() in self.ends

    def part_of(self, end: int) -> bool:
        """Whether what ends at ``end`` is said to be a known one's: "the IDA of the World Bank"."""
        link = _OF.match(self.text, end)
        return link is not None and link.end() in self.starts


def candidates(text: str, *explained: Collection[str]) -> Iterator[tuple[int, int]]:
    """Words written like acronyms that nothing in ``explained`` accounts for."""
    never = _context().never
    for match in _CANDIDATE.finditer(text):
        word = match[0]
        if len(word) > _LONGEST or {word, word.upper()} & never or _ROMAN.fullmatch(word):
            continue
        if not any(word in known for known in explained):
            yield match.span()


def national_units(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """A country's unit of a kind that several have: "FIU-Nepal"; "US-Nepal" are two countries.

    >>> text = "between FIU-Nepal and FIU-Kenya"
    >>> [text[start:end] for start, end in national_units(text, ())]
    ['FIU-Nepal', 'FIU-Kenya']
    """
    for match in _UNIT.finditer(text):
        unit = _UNIT_BEFORE.search(text, max(0, match.start() - 8), match.start())
        if unit is None or _BETWEEN_TWO.match(text, match.end()):
            continue
        word, nation = unit[0], match["nation"]
        if word in known or word in _context().never or nation_of(word):
            continue
        if nation_of(nation):
            yield unit.start(), match.end()
        elif nation_of(nation.split()[0]):
            yield unit.start(), match.start("nation") + len(nation.split()[0])


def offices(text: str) -> Iterator[str]:
    """Acronyms that stand beside the officer who heads the body.

    >>> list(offices("el secretario de Turismo (Sectur) y la titular de la Sagarpa, Ana Ruiz"))
    ['Sectur', 'Sagarpa']
    """
    beside = (
        match["word"]
        for match in _BRACKET.finditer(text)
        if _OFFICE.search(text, max(0, match.start() - _OFFICER_REACH), match.start())
    )
    for word in (*beside, *(match["word"] for match in _HEADED.finditer(text))):
        if not lexicon().is_field(word.lower()) and word not in _context().never:
            yield word


def institutions(
    text: str, places: Iterable[tuple[int, int]], neighbours: Neighbours
) -> Iterator[tuple[int, int]]:
    """Those of ``places`` whose word is an institution's name somewhere among them."""
    by_word: dict[str, list[tuple[int, int]]] = {}
    for start, end in places:
        by_word.setdefault(text[start:end], []).append((start, end))
    context = _context()
    for spans in by_word.values():
        if not any(context.plan.match(text, end) for _, end in spans) and any(
            _acts(text, *span) or neighbours.beside(*span) for span in spans
        ):
            yield from (span for span in spans if not _shouted(text, *span))


def _acts(text: str, start: int, end: int) -> bool:
    """Whether the words around speak of an institution."""
    context, low = _context(), max(0, start - _REACH)
    if _shouted(text, start, end) or context.firm.search(text, low, start):
        return False
    return bool(context.after.match(text, end) or context.before.search(text, low, start))


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too (a heading)."""
    return _SHOUTED.search(text, max(0, start - 12), min(len(text), end + 12)) is not None
