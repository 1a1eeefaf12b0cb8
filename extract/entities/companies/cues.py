"""Names that no list holds, told by the words beside them.

"the company Zarbu", "Ann Lee, CEO of Zarbu", "LIMA, May 3 (Zarbu) –": what only a business or an
outlet is called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from extract.entities.companies.patterns import NAME, WORD, marks, trimmed, word_set
from extract.entities.mentions import Mention
from extract.entities.names.apposition import find_apposed
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import Words
from extract.entities.names.nations import nation_of
from extract.resources import tree
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.entities.names.runs import Runs

_ITEM = re.compile(rf"{NAME}(?!\w)")
_LIST = re.compile(r"(?:,\s(?:and\s|y\s|e\s)?|\s(?:and|y|e)\s)")
_TO_NAME = re.compile(
    r"(?:\s(?P<adjective>[a-záéíóúñ]+)"
    r"|(?P<trade>\sde(?:\s(?!(?:l[ao]s?|el|que|en|con|por|para|su|sus|se|al?|del|un|una)\s)[a-záéíóúñ]+){1,5}(?<!\sde)(?<!\s[ye])))?"
    r"\s(?:the\s|la\s|el\s)?[“\"«]?(?=[A-ZÀ-Þ0-9])"
)
_QUALIFIED = re.compile(
    r"\b(?:unidad|industria|zona|región|planta|actividad|concesión|rama|cuenca|producción|ciudad|comunidad)\s$"
)
"""Nouns after which "minera" or "automotriz" is a mere adjective."""
_SIGNING = "firma"
"""Also the signing of what follows: "la firma de convenios"."""
_LISTING = frozenset({"including", "like", "namely", "como", "incluyendo"})
_INTRODUCTION = 40
_PERSON = rf"{WORD}(?:\s[A-Z]\.)?(?:\s{WORD}){{1,3}}"
_OF = re.compile(r",?\s(?:of|at|de|del)\s(?:the\s|la\s|el\s)?(?=[A-ZÀ-Þ])")
_LISTED = re.compile(r"[^,\n.;()–—]{0,40},\s(?=[A-ZÀ-Þ])")
_BEFORE = re.compile(rf"{_PERSON},\s[^,\n.;()]{{0,40}}$")
_NAME_BEFORE = re.compile(rf"(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,3}})(?:['’]s)?\s$")
_DATELINE = re.compile(
    r"\((?P<name>[A-ZÀ-Þ](?:\w|[&-](?=[A-Za-z]))+(?: \w+){0,3})\) ?\.? ?(?:[–—]|--?(?=\s)|--)"
)
_PLACE = re.compile(
    r"\W*(?:(?:[A-ZÀ-Þ][\w.’'-]*|\d{1,4}|de|del|la|los|las|(?:\w{2,9}bre|enero|febrero|marzo|abril"
    r"|mayo|junio|julio|agosto|lunes|martes|miércoles|jueves|viernes|sábado|domingo))(?:[,.:]?\s|--)){1,8}"
)
_LONGEST_PLACE = 70


@dataclass(frozen=True, slots=True)
class _Officers:
    """Titles of the officers of businesses.

    Attributes:
        words: their last words.
        title: matches a title that ends at a place.
        listed: matches a title that stands between a person and a business.
    """

    words: Words
    title: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def _officers() -> _Officers:
    data = tree("company_forms.toml")["officers"]
    titles = (*data["english"], *data["spanish"])
    return _Officers(
        words=Words({title.rsplit(maxsplit=1)[-1].lower() for title in titles}),
        title=re.compile(rf"\b(?i:{'|'.join(sorted(titles, key=len, reverse=True))})$"),
        listed=re.compile(rf"\b(?:{'|'.join(data['list'])})\b"),
    )


def find_cued(text: str, runs: Runs, nations: Collection[str]) -> Iterator[Mention]:
    """COMPANY mentions by the words beside them; ``nations`` are the countries of the text."""
    cued = (*_introduced(text, runs), *_apposed(text, runs), *_led(text, runs), *_datelines(text))
    for start, end, rule in cued:
        name = text[start:end]
        planned = name.rpartition(" ")[2].lower() in lexicon().outcomes
        if name not in nations and not planned and not _is_plain(name) and not nation_of(name):
            yield Mention(Label.COMPANY, start, end, rule=rule)


def _is_plain(name: str) -> bool:
    words = lexicon()
    low = name.lower()
    if low.split()[0] in word_set("given_names"):
        return True
    return low in words.openers or low in words.titles or low in words.heads or words.is_field(low)


def _introduced(text: str, runs: Runs) -> Iterator[tuple[int, int, str]]:
    """Names after "the company", "companies such as", "la empresa mexicana"."""
    known = marks()
    for begin, stop in known.before.find(runs.padded):
        gap = _TO_NAME.match(text, stop)
        span = runs.at(gap.end()) if gap else None
        if gap is None or span is None or not _starts(text, span[0], gap.end(), begin, stop):
            continue
        if _QUALIFIED.search(text, max(0, begin - _INTRODUCTION), begin):
            continue
        if gap["adjective"] and not nation_of(gap["adjective"]):
            continue
        if gap["trade"] and (_is_several(text[begin:stop]) or text[begin:stop] == _SIGNING):
            continue
        first = gap.end()
        before = text[max(0, begin - _INTRODUCTION) : stop] + " "
        if known.introduced.search(before):
            items = _items(text, first, span[1])
            for start, end in items if _is_several(text[begin:stop]) else islice(items, 1):
                yield start, end, "company.introduced"


def _apposed(text: str, runs: Runs) -> Iterator[tuple[int, int, str]]:
    """Names before "…, an Indian company", "…, filial de"."""
    for first, end in find_apposed(text, runs, *_apposing()):
        start, _ = trimmed(text, first, end)
        if text[start:end].split(maxsplit=1)[0].lower() not in word_set("given_names"):
            yield start, end, "company.apposed"


@cache
def _apposing() -> tuple[Words, frozenset[str]]:
    nouns = tree("company_forms.toml")["appositions"]
    words = Words(word.replace("-", " ") for word in word_set("appositions"))
    return words, frozenset(nouns["spanish"])


def _starts(text: str, run: int, first: int, begin: int, stop: int) -> bool:
    """Whether a name starts at ``first``: with its run, or after "of" in it ("Shares of A")."""
    return first - run <= 1 or text[begin:stop].endswith((" of", " in", " de", " en"))


def _is_several(word: str) -> bool:
    """Whether a list may follow: "companies", "such as", not "the company"."""
    return word.endswith("s") or word in _LISTING


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list, "A, B and C"."""
    while True:
        item = _ITEM.match(text, start, end)
        if item is None:
            return
        name = _LIST.search(text, start, item.end())
        stop = name.start() if name else item.end()
        yield start, stop
        following = _LIST.match(text, stop)
        if following is None:
            return
        start = following.end()


def _led(text: str, runs: Runs) -> Iterator[tuple[int, int, str]]:
    """Names beside their officer: "CEO of A", "A's CEO Ann Lee", "Ann Lee, CEO, A"."""
    known = _officers()
    for begin, stop in known.words.find(runs.padded):
        title = known.title.search(text, max(0, begin - _INTRODUCTION), stop)
        if title is None:
            continue
        after = _OF.match(text, stop) or _after_list(text, title.start(), stop)
        if after is not None:
            item = next(_items(text, after.end(), len(text)), None)
            if item is not None:
                yield *item, "company.officer"
            continue
        before = _NAME_BEFORE.search(text, max(0, title.start() - _INTRODUCTION), title.start())
        if before is not None and text[stop : stop + 2].strip()[:1].isupper():
            start, end = trimmed(text, *before.span("name"))
            if text[start:end].lower() not in word_set("given_names"):
                yield start, end, "company.officer"


def _after_list(text: str, start: int, stop: int) -> re.Match[str] | None:
    """What stands between the title in "Ann Lee, Chair and CEO, Zarbu" and the name."""
    low = max(0, start - _LONGEST_PLACE)
    before, after = _BEFORE.search(text, low, start), _LISTED.match(text, stop)
    return after if before and after and _officers().listed.search(text, start, stop) else None


def _datelines(text: str) -> Iterator[tuple[int, int, str]]:
    """Outlets in datelines: "KABUL, May 3 (Pajhwok) –"."""
    for match in _DATELINE.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        place = text[line : match.start()]
        dated = "," in place or any(map(str.isdigit, place)) or place.strip().isupper()
        if dated and len(place) <= _LONGEST_PLACE and _PLACE.fullmatch(place):
            yield *match.span("name"), "company.dateline"
