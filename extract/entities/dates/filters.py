"""What looks like a date and is none: names, schedules, nowadays, and figures of other kinds.

Guidelines §1 DATE: durations, ages, repeated times, vague adverbs and years inside names or URLs
are not dates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.dates.around import in_url
from extract.entities.dates.context import direction
from extract.entities.dates.day_filters import DAY_TESTS
from extract.entities.dates.figures import is_day_and_month, is_month_and_year, is_range, is_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.entities.dates.around import Around

_TIME = re.compile(r"['’]?\s{1,3}time\b")


def is_date(rule: str, at: Around, before: str, own: str) -> bool:
    """Whether a mention that the grammar found is a date.

    Args:
        rule: the grammar rule.
        at: the words beside it.
        before: the codes of the tokens before it in its chain.
        own: the codes of its own tokens.
    """
    if before.endswith("e") or (before.endswith("S") and own.startswith("h")):
        return False  # every year; desde hace dos años, a length
    test = _TESTS.get(rule)
    return (test is None or test(at, own)) and not in_url(at.text, at.start, at.end)


def _rolling(at: Around, own: str) -> bool:
    """Los pasados tres años; without an article "pasados tres años" is after a length."""
    del own
    return not at.words.lower().startswith("pasad") or at.follows("rolling_articles")


def _period(at: Around, own: str) -> bool:
    del own
    return not at.is_one_of("no_period")


def _ahead(at: Around, own: str) -> bool:
    """In three weeks' time; in three days, at the end of a clause about the future."""
    if not own.startswith("i"):
        return True
    words = at.words.lower()
    if words.startswith(("dentro", "de aq")):
        return True
    if _TIME.match(at.text, at.end):
        return words.startswith("in ")
    if at.after.isalpha() or not re.search(r"day|week|d[ií]a|semana", words):
        return False
    future = direction(at.text, at.start, at.end, at.language) > 0
    return future and words.startswith(("in ", "en "))


def _season(at: Around, own: str) -> bool:
    """In the summer, durante el verano: the season of the year implied."""
    del own
    return not at.precedes("belongs") and at.among(at.second_before, "seasonal")


def _part(at: Around, own: str) -> bool:
    """The first half of the game is none of the year."""
    del own
    return not at.precedes("belongs") and not at.words.endswith("mitad")


def _quarter(at: Around, own: str) -> bool:
    return own != "q" or "Q" in at.words


def _century(at: Around, own: str) -> bool:
    """The 21st century; a capital makes a name of it."""
    del own
    return not re.search(r"[CS]", at.words)


def _decade(at: Around, own: str) -> bool:
    """A man in his sixties has an age."""
    del own
    return not at.follows("owners")


def _edge(at: Around, own: str) -> bool:
    """Las finales de 2006 are matches."""
    del own
    return not at.follows("matches")


_TESTS: dict[str, Callable[[Around, str], bool]] = {
    **DAY_TESTS,
    "year": is_year,
    "years": is_year,
    "years.two": is_year,
    "range": is_range,
    "range.between": is_range,
    "full.day_slash_month": is_day_and_month,
    "month.numeric": is_month_and_year,
    "rolling": _rolling,
    "period": _period,
    "hence": _ahead,
    "season.bare": _season,
    "part.q": _quarter,
    "part.bare": _part,
    "century": _century,
    "decade": _decade,
    "edge": _edge,
}
