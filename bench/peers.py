"""Times peers on their part of the work; run by the interpreter they are installed for.

Texts come as a JSON list on standard input, results go out as JSON: name → words per second,
``null`` where a peer is not installed. Uses nothing but the peers and the standard library.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Find = Callable[[str], object]

SECONDS = 15.0
WARM_UP = "Japan granted Kenya $5 million in May 2024."


def recognizers() -> Find:
    """Money and dates by recognizers-text."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import recognize_currency

    return lambda text: (recognize_currency(text, "en-us"), recognize_datetime(text, "en-us"))


def dateparser() -> Find:
    """Dates by dateparser."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en", "es"])


def quantulum() -> Find:
    """Quantities, money among them, by quantulum3."""
    from quantulum3 import parser

    return parser.parse  # type: ignore[no-any-return]


PEERS = {"recognizers-text": recognizers, "dateparser": dateparser, "quantulum3": quantulum}


def rate(find: Find, texts: list[str]) -> float:
    """Words per second over as many texts as fit into ``SECONDS``."""
    find(WARM_UP)
    words, start = 0, time.process_time()
    for text in texts:
        with contextlib.suppress(Exception):  # a peer that fails on a text has spent its time
            find(text)
        words += len(text.split())
        if time.process_time() - start > SECONDS:
            break
    return words / (time.process_time() - start)


def main() -> None:
    """Read texts, time the peers, write rates."""
    warnings.simplefilter("ignore")
    texts = json.load(sys.stdin)
    rates: dict[str, float | None] = {}
    for name, make in PEERS.items():
        try:
            rates[name] = rate(make(), texts)
        except ImportError:
            rates[name] = None
    json.dump(rates, sys.stdout)


if __name__ == "__main__":
    main()
