"""What a body is called in the output: its acronym where it has one, else its full name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACRONYM = re.compile(r"[A-Z][\w&.-]{1,11}")


def name_of(surfaces: Sequence[str], listed: str | None) -> str:
    """The ref of a body.

    Args:
        surfaces: its mentions as written, in text order.
        listed: the ref a list gives it, if one does.

    >>> name_of(["Saudi Fund for Development", "SFD"], None)
    'SFD'
    >>> name_of(["Peace  Corps"], None)
    'Peace Corps'
    """
    if listed:
        return listed
    names = [" ".join(s.split()) for s in surfaces]
    acronyms = [n for n in names if _ACRONYM.fullmatch(n) and sum(map(str.isupper, n)) > 1]
    return acronyms[0] if acronyms else max(names, key=len)
