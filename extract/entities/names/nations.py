"""Countries inside names, by noun or adjective; remembered, for the same words come again."""

from __future__ import annotations

from functools import lru_cache

from extract.entities.countries import code_of, code_of_adjective


@lru_cache(maxsize=1 << 14)
def nation_of(words: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country ``words`` name, as a noun or an adjective.

    >>> nation_of("Mexico"), nation_of("Mexican"), nation_of("Ministry")
    ('MX', 'MX', None)
    """
    return code_of(words) or code_of_adjective(words)
