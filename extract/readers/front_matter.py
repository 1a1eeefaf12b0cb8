"""The facts at the head of a Markdown file, between two lines of dashes (Jekyll, Hugo, Pandoc)."""

from __future__ import annotations

import re

from extract.readers.full_dates import parse_date
from extract.readers.languages import language_code
from extract.schema import Metadata

_BLOCK = re.compile(r"---[ \t]*\n((?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(r"([A-Za-z_]{2,20})[ \t]?:[ \t]{0,4}(\S[^\n]*)")
_KEYS = {
    "date": "published", "published": "published", "fecha": "published",
    "lang": "language", "language": "language", "idioma": "language",
    "title": "title", "titulo": "title", "título": "title",
    "publisher": "publisher", "organization": "publisher",
    "url": "url", "canonical_url": "url",
}  # fmt: skip


def front_matter(text: str) -> Metadata:
    r"""What the head of a Markdown file states; nothing where it has none.

    Only plain ``key: value`` lines are read, lists and nested values are passed over.

    >>> front_matter("---\ntitle: \"Loan to Peru\"\ndate: 2024-03-05\n---\nText").title
    'Loan to Peru'
    """
    block = _BLOCK.match(text)
    facts: dict[str, str] = {}
    for line in block[1].split("\n") if block else ():
        if (fact := _FACT.fullmatch(line.rstrip())) and (key := _KEYS.get(fact[1].casefold())):
            facts[key] = fact[2].strip("\"'")
    published = parse_date(facts.pop("published", ""))
    language = language_code(facts.pop("language", None))
    return Metadata(published, language, **facts)
