"""What looks like a month, a weekday or a day and is none: names, schedules, nowadays, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.around import Around

_POSSESSOR = re.compile(r"['’]s\s{1,3}([^\W\d_]+)")
_NOWADAYS = re.compile(r"\s{1,3}(?:en\s{1,3})?(?:día|por\s{1,3}hoy)\b")
_HAPPENED = re.compile(r"\w{1,20}(?:ó|aron|ieron|é|ará|erá|irá)$")


def _month(at: Around, own: str) -> bool:
    """A month alone: no person (April, Julio, El Mayo), no verb (may), no march."""
    del own
    introduced = at.follows("introduces")
    if at.before_capital and not introduced and not at.follows("determiners"):
        return False
    doubtful = at.is_one_of("doubtful") or len(at.words) < 5
    return _spanish_month(at, doubtful) if at.language == "es" else _english_month(at, doubtful)


def _english_month(at: Around, doubtful: bool) -> bool:
    if doubtful:
        return at.follows("introduces") or (
            at.before in ("the", "-", "–") and not at.precedes("belongs")
        )
    return at.follows("introduces") or at.follows("determiners") or not at.after_capital


def _spanish_month(at: Around, doubtful: bool) -> bool:
    if at.follows("called"):
        return False
    if not at.words[0].isupper():
        return not doubtful or (at.follows("introduces") and not at.follows("compares"))
    if at.before == "el" or (at.after_capital and not at.follows("introduces")):
        return False  # El Mayo Zambada
    return not doubtful or (at.follows("introduces") and at.before != "de")


def _weekday(at: Around, own: str) -> bool:
    """A weekday alone: no newspaper, no Black Friday, no repetition (los lunes)."""
    del own
    if (at.precedes("papers") and at.after_capital) or at.follows("weekday_names"):
        return False
    capital = at.language == "es" and at.words[0].isupper()
    return not (capital and (at.before_capital or at.after_capital))


def _weekday_number(at: Around, own: str) -> bool:
    """A count may follow a weekday, as in "on Friday 9 people": then it is no day."""
    if not _weekday(at, own):
        return False
    if at.language == "es":
        return not at.precedes("counted")
    return not at.after.isalpha() or at.after in ("at", "in")


def _day_month(at: Around, own: str) -> bool:
    """Calle 5 de Mayo, colonia Ampliación 5 de Mayo are places; 12-15 may be enough has a verb."""
    del own
    month = at.words.rpartition(" ")[2]
    if at.language == "en":
        return not (month.lower() == "may" and at.precedes("verbs"))
    place = at.before_capital and not at.follows("introduces") and month.istitle()
    return not place and not at.follows("called")


def _day(at: Around, own: str) -> bool:
    """Today and tomorrow, where they are no age (guidelines §1: "today" meaning nowadays)."""
    if own != "T" and own != "j":
        return True
    words = at.words.lower()
    if words == "ayer":
        return at.before != "del"  # los amores del ayer
    if words in ("mañana", "manana"):
        return not at.follows("mornings") or at.second_before == "partir"
    if words == "hoy":
        return _is_this_day(at)
    return words not in ("today", "tomorrow") or _is_no_age(at, words)


def _is_this_day(at: Around) -> bool:
    if at.before == "por" or _NOWADAYS.match(at.text, at.end):
        return False
    if at.before == "que":
        return bool(_HAPPENED.match(at.after))
    return not (at.before == "de" and at.among(at.second_before, "ages"))


def _is_no_age(at: Around, words: str) -> bool:
    if at.before == "of":
        return at.second_before == "as"
    if at.follows("ages") or (words == "tomorrow" and at.follows("hopes")):
        return False
    owned = _POSSESSOR.match(at.text, at.end)
    return not (owned and at.among(owned[1].lower(), "nowadays"))


def _two_days(at: Around, own: str) -> bool:
    """The leaders of today and tomorrow are those of an age."""
    del own
    return not at.among(at.before, "ages_of")


def _counted_day(at: Around, own: str) -> bool:
    """May twenty-one is a day, in May two ministers met."""
    return not own.endswith("c") or not at.after.isalpha() or at.precedes("introduces")


def _nth_weekday(at: Around, own: str) -> bool:
    """The second Sunday; not "his first Sunday", nor the first Monday of something."""
    del own
    named = at.follows("determiners") and not at.follows("owners")
    return named and not at.precedes("counted_from")


def _day_ordinal(at: Around, own: str) -> bool:
    """On the 15th, not on the 5th floor."""
    del own
    return at.words[0].isdigit() and (not at.after.isalpha() or at.precedes("introduces"))


def _day_number(at: Around, own: str) -> bool:
    del own
    return not at.precedes("counted") and at.after != "%"


def _weekend(at: Around, own: str) -> bool:
    del own
    return at.follows("weekend_articles")


def _feast(at: Around, own: str) -> bool:
    """A feast in a name is none: the Good Friday Agreement, Christmas Island, isla de Pascua."""
    del own
    placed = at.before == "de" and at.among(at.second_before, "called")
    return not placed and not (at.language == "en" and at.after_capital)


DAY_TESTS: dict[str, Callable[[Around, str], bool]] = {
    "month": _month,
    "weekday": _weekday,
    "weekday.number": _weekday_number,
    "weekend": _weekend,
    "holiday": _feast,
    "day": _day,
    "day.ordinal": _day_ordinal,
    "day.number": _day_number,
    "day.two": _two_days,
    "full.month_number": _counted_day,
    "weekday.nth_bare": _nth_weekday,
    "full.day_month": _day_month,
}
"""Grammar rule → whether what it found is a date, from the words beside it and its own codes."""
