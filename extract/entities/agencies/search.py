"""Looking institutions up by any of their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities.agencies.gazetteer import gazetteer
from extract.entities.names.folding import fold

if TYPE_CHECKING:
    from extract.entities.agencies.gazetteer import Body, Gazetteer


def search(query: str, source: Gazetteer | None = None) -> list[Body]:
    """Bodies whose key, ref, acronym or a name holds all words of ``query``, best first.

    An equal acronym or name comes first, then names that start with the query, then the rest.
    """
    wanted = fold(query)
    words = wanted.split()
    ranked = []
    for body in (source or gazetteer()).bodies.values():
        forms = [fold(f) for f in (*body.names, *body.acronyms, *body.doubtful, body.ref, body.key)]
        lengths = [len(form) for form in forms if all(word in form for word in words)]
        if words and lengths:
            ranked.append((_rank(wanted, forms), min(lengths), body.key, body))
    return [body for *_, body in sorted(ranked, key=lambda entry: entry[:3])]


def _rank(wanted: str, forms: list[str]) -> int:
    if wanted in forms:
        return 0
    if any(form.startswith(wanted) for form in forms):
        return 1
    return 2 if any(re.search(rf"\b{re.escape(wanted)}", form) for form in forms) else 3
