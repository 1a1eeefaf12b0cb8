"""What looks like a date and is none: figures of other kinds, names, schedules, nowadays.

Guidelines §1 DATE: durations, ages, repeated times, vague adverbs and years inside names or URLs
are not dates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extract.entities.dates.context import direction
from extract.resources import tree

if TYPE_CHECKING:
    from collections.abc import Callable

_BEFORE = re.compile(r"([^\W\d_]+|[^\s])([.'’]?)([^\S\n]*\n?[^\S\n]*)$")
_AFTER = re.compile(r"([^\S\n]*\n?[^\S\n]*)([^\W\d_]+|\S)")
_URL = re.compile(r"://|www\.|\.(?:com|org|net|gov|gob|int|html?|pdf|php)\b|@|[?&=_#%~\\]")


class Around(NamedTuple):
    """The words beside a mention, in lower case, and how they stand to it."""

    text: str
    start: int
    end: int
    language: str
    before: str
    before_capital: bool
    glued_before: bool
    after: str
    after_capital: bool
    glued_after: bool

    def among(self, word: str, context: str) -> bool:
        """Whether a word is one of a context's words (``date_contexts.toml``)."""
        return word in _words(context, self.language)


@cache
def _words(context: str, language: str) -> frozenset[str]:
    return frozenset(tree("date_contexts.toml")[context][language])


def around(text: str, start: int, end: int, language: str) -> Around:
    """The words beside ``text[start:end]``."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    after = _AFTER.match(text, end, min(len(text), end + 30))
    word, mark, gap = before.groups() if before else ("", "", " ")
    next_gap, next_word = after.groups() if after else (" ", "")
    return Around(
        text, start, end, language,
        word.lower(), word[:1].isupper() and "\n" not in gap and not mark, not gap,
        next_word.lower(), next_word[:1].isupper() and "\n" not in next_gap, not next_gap,
    )  # fmt: skip


def in_url(text: str, start: int, end: int) -> bool:
    """Whether the mention lies in a URL, an address or a file name."""
    left, right = start, end
    while left > 0 and start - left < 200 and text[left - 1] not in _ENDS_URL:
        left -= 1
    while right < len(text) and right - end < 60 and text[right] not in _ENDS_URL:
        right += 1
    return bool(_URL.search(text, left, start) or _URL.search(text, end, right))


_ENDS_URL = frozenset(" \t\n\r\xa0()[]<>\"“”«»")


def is_date(rule: str, at: Around, codes: str) -> bool:
    """Whether a mention that the grammar found is a date of the world.

    Args:
        rule: the grammar rule.
        at: the words beside it.
        codes: the codes of the tokens before it in its chain, its own, separated by ``|``.
    """
    before, own = codes.split("|", 1)
    if before.endswith("e") or (before.endswith("S") and own.startswith("h")):
        return False  # every year; desde hace dos años, a length
    test = _TESTS.get(rule)
    return (test is None or test(at, own)) and not in_url(at.text, at.start, at.end)


def _year(at: Around, own: str) -> bool:
    number = int(at.text[at.start : at.start + 4]) if at.text[at.start : at.start + 4].isdigit() else 2000
    introduced = at.among(at.before, "introduces") or (at.before in ("(", "["))
    if _glued(at) or at.among(at.before, "numbered") or at.among(at.after, "counted"):
        return False
    if not 1900 <= number <= 2100 and not (introduced and 1400 <= number <= 2150 and at.before != "than"):
        return False
    if at.among(at.before, "named") or at.among(at.after, "named"):
        return False
    return introduced or not _in_name(at)


def _glued(at: Around) -> bool:
    """Whether a figure is part of a longer figure, a code, a sum or a share."""
    if at.before and (at.before in _SIGNS or at.before.isdigit()):
        return True
    if at.glued_before and at.before:
        beyond = at.text[max(0, at.start - 2) : at.start - 1]
        if at.before.isalnum() or (at.before in "/.\\_-:" and beyond.isalnum() and at.before not in ":/"):
            return True
    return bool(at.after) and (at.after in "%°" or (at.glued_after and at.after.isalpha() and at.after != "s"))


_SIGNS = frozenset("$€£¥₹#+*=≥≤")


def _in_name(at: Around) -> bool:
    """A capitalised name before ("Expo 2025") or, in English, behind ("the 2022 Security Strategy")."""
    if at.before == ")":
        return True
    if at.before_capital and not at.glued_before and not at.among(at.before, "determiners"):
        return True
    return at.language == "en" and at.after_capital and not at.glued_after


def _month(at: Around, own: str) -> bool:
    if "Uf" in own:
        return True
    introduced = at.among(at.before, "introduces") or at.before in ("the", "mid", ",", "(", "/", "»", ">", "")
    word = at.text[at.start : at.end]
    if at.language == "es":
        if at.before_capital and not at.among(at.before, "introduces"):
            return False
        if word[0].isupper() and at.before == "el" and at.after_capital:  # El Mayo Zambada
            return False
        if at.among(at.before, "called") or (word[0].isupper() and at.after_capital and not at.among(at.before, "introduces")):
            return False
        if word.lower() == "mayo" or len(word) < 5:
            introduced = at.among(at.before, "introduces") and at.before not in ("con", "como", "que")
            return introduced and not (word[0].isupper() and at.before == "de")
        return True
    if at.before_capital and not at.among(at.before, "introduces") and at.before != "the":
        return False
    if word.lower().rstrip(".") in ("may", "march", "august", "april", "june") or len(word) < 5:
        return at.among(at.before, "introduces") or at.before in ("the", "mid", "-", "–") and at.after not in ("on", "of")
    return introduced or not at.after_capital


def _weekday(at: Around, own: str) -> bool:
    word = at.text[at.start : at.end]
    if at.after in _PAPERS and at.after_capital:
        return False
    if at.language == "es":
        if at.before in ("los", "santo", "santa", "san", "cada", "todos"):
            return False
        return not (word[0].isupper() and (at.before_capital or at.after_capital))
    return not (at.before in ("black", "bloody", "super", "cyber", "giving") or at.before in ("every", "each"))


_PAPERS = frozenset("times observer telegraph herald mail leader post review express tribune".split())


def _no_schedule(at: Around, own: str) -> bool:
    """Monday to Friday is a schedule; a range of years must be one."""
    if re.fullmatch(r"W(?:-|rt?|&t?)W", own):
        return False
    if own in ("Y-Y", "Yd", "YrY", "Y/Y"):
        return _year(at, own)
    return True


def _today(at: Around, own: str) -> bool:
    word = at.text[at.start : at.end].lower()
    if at.language == "en" and word in ("today", "tomorrow"):
        if at.before == "of" and _second_before(at) == "as":
            return True
        if at.before in ("of", "than") or (word == "tomorrow" and at.before in ("a", "better", "brighter", "for", "until")):
            return False
        if at.after in ("'", "’"):
            follows = re.compile(r"['’]s\s+([^\W\d_]+)").match(at.text, at.end)
            return not (follows and at.among(follows[1].lower(), "nowadays"))
        return not at.among(at.before, "ages")
    if word in ("mañana", "manana"):
        return at.before not in ("la", "de", "una", "cada", "misma", "esa", "toda", "media", "por", "el", "del")
    if word == "hoy":
        follows = re.compile(r"\s+(?:en\s+)?(día|por\s+hoy)\b").match(at.text, at.end)
        if at.before == "que" and not re.match(r"\w*(?:ó|aron|ieron|é|ará|erá|irá)$", at.after):
            return False
        if at.before == "por":
            return False
        return not follows and not (at.before == "de" and at.among(_second_before(at), "ages"))
    return True


def _second_before(at: Around) -> str:
    found = re.search(r"([^\W\d_]+)\s+[^\W\d_]+\s*$", at.text[max(0, at.start - 40) : at.start])
    return found[1].lower() if found else ""


def _period(at: Around, own: str) -> bool:
    word = re.sub(r"\s+", " ", at.text[at.start : at.end].lower())
    if at.language == "en" and word in ("this day", "last day", "past day", "same day", "present day", "current day"):
        return False
    if at.language == "en" and word.endswith(" half"):
        return False
    return not (at.language == "es" and word in ("último día", "mismo día", "próximo día", "último medio"))


def _numeric_pair(at: Around, own: str) -> bool:
    if at.text[at.start : at.end] in ("9/11", "11/9"):  # the attacks of 2001, by name
        return False
    return at.among(at.before, "introduces") and at.before not in ("than", "is", "was", "or", "and", "o", "y", "con", "with", "a")


def _month_figures(at: Around, own: str) -> bool:
    return not at.glued_before and not at.among(at.before, "numbered") and not at.before_capital or at.among(at.before, "introduces")


def _ahead(at: Around, own: str) -> bool:
    """In three weeks' time; in three days, at the end of a clause about the future."""
    if not own.startswith("i"):
        return True
    words = at.text[at.start : at.end].lower()
    if words.startswith(("dentro", "de aq")):
        return True
    if re.compile(r"['’]?\s+time\b").match(at.text, at.end):
        return words.startswith("in ")
    if at.after.isalpha() or not re.search(r"day|week|d[ií]a|semana", words):
        return False
    return words.startswith(("in ", "en ")) and direction(at.text, at.start, at.end, at.language) > 0


def _ordinal_day(at: Around, own: str) -> bool:
    """On the 15th, not on the 5th floor."""
    return at.text[at.start].isdigit() and (not at.after.isalpha() or at.among(at.after, "introduces"))


def _day_count(at: Around, own: str) -> bool:
    return not at.among(at.after, "counted") and at.after != "%"


def _the_weekend(at: Around, own: str) -> bool:
    return at.before in ("the", "el", "over", "del", "al") and at.before != ""


def _the_season(at: Around, own: str) -> bool:
    """In the summer, durante el verano: a season of the year implied."""
    return at.after not in ("of", "de", "del") and _second_before(at) in _WHEN


_WHEN = frozenset(("in", "during", "over", "throughout", "by", "en", "durante"))


def _bare_part(at: Around, own: str) -> bool:
    """The first half of the game is none of the year."""
    return at.after not in ("of", "de", "del", "in") and not at.text[: at.end].endswith("mitad")


def _quarter(at: Around, own: str) -> bool:
    return own != "q" or "Q" in at.text[at.start : at.end]


_MAY = frozenset("be have not also seek wish need help cause provide include result lead soon well apply".split())


def _may_verb(at: Around) -> bool:
    """12-15 may be enough, at the start of a sentence or in a heading."""
    return at.language == "en" and at.after in _MAY and at.text[: at.end].lower().endswith("may")


def _day_month(at: Around, own: str) -> bool:
    """Calle 5 de Mayo, colonia Ampliación 5 de Mayo: a place called after a date."""
    if at.language == "es" and at.before_capital and not at.among(at.before, "introduces"):
        month = at.text[at.start : at.end].rpartition(" ")[2]
        if month.istitle():
            return False
    return not _may_verb(at) and not at.among(at.before, "called")


def _edge(at: Around, own: str) -> bool:
    """Las finales de 2006 are matches."""
    return not (at.language == "es" and at.before in ("las", "semi", "la", "cuartos"))


def _weekday_number(at: Around, own: str) -> bool:
    """A count may follow a weekday, as in "on Friday 9 people": nothing but a stop or "at" does."""
    if not _weekday(at, own):
        return False
    if at.language == "es":
        return not at.among(at.after, "counted")
    return not at.after.isalpha() or at.after in ("at", "in")


def _century(at: Around, own: str) -> bool:
    return "C" not in at.text[at.start : at.end] and not at.text[at.start : at.end].startswith("S")


_TESTS: dict[str, Callable[[Around, str], bool]] = {
    "year": _year,
    "years": _year,
    "range": _no_schedule,
    "range.between": _no_schedule,
    "month": _month,
    "weekday": _weekday,
    "day": _today,
    "period": _period,
    "date.day_slash_month": _numeric_pair,
    "month.numeric": _month_figures,
    "hence": _ahead,
    "day.ordinal": _ordinal_day,
    "day.number": _day_count,
    "weekend": _the_weekend,
    "season.bare": _the_season,
    "part.q": _quarter,
    "part.bare": _bare_part,
    "date.day_month": _day_month,
    "century": _century,
    "edge": _edge,
    "weekday.number": _weekday_number,
}
