"""Forms of the adjectives of countries."""

from __future__ import annotations

import unicodedata

_ACCENTED = {"é": "e", "á": "a", "í": "i", "ó": "o"}
_NO_PLURAL = ("s", "sh", "ch", "ese")


def spanish_forms(adjective: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of a masculine singular.

    >>> spanish_forms("mexicano")
    ('mexicano', 'mexicana', 'mexicanos', 'mexicanas')
    >>> spanish_forms("francés"), spanish_forms("español")
    (('francés', 'francesa', 'franceses', 'francesas'),
     ('español', 'española', 'españoles', 'españolas'))
    >>> spanish_forms("marroquí"), spanish_forms("canadiense")
    (('marroquí', 'marroquíes', 'marroquís'), ('canadiense', 'canadienses'))
    """
    if adjective.endswith("o"):
        stem = adjective[:-1]
        return (adjective, f"{stem}a", f"{adjective}s", f"{stem}as")
    if adjective.endswith(("a", "e")):
        return (adjective, f"{adjective}s")
    if adjective.endswith(("í", "ú")):
        return (adjective, f"{adjective}es", f"{adjective}s")
    if adjective[-1:] in "sn" and adjective[-2:-1] in _ACCENTED:
        stem = adjective[:-2] + _ACCENTED[adjective[-2]] + adjective[-1]
        return (adjective, f"{stem}a", f"{stem}es", f"{stem}as")
    return (adjective, f"{adjective}a", f"{adjective}es", f"{adjective}as")


def english_forms(adjective: str) -> tuple[str, ...]:
    """The adjective, and the plural of the noun where there is one.

    >>> english_forms("Mexican"), english_forms("Japanese"), english_forms("British")
    (('Mexican', 'Mexicans'), ('Japanese',), ('British',))
    """
    return (adjective,) if adjective.endswith(_NO_PLURAL) else (adjective, f"{adjective}s")


def unaccented(word: str) -> str:
    """The word without accents, as capitals and careless typing leave them out.

    >>> unaccented("Ciudad de México"), unaccented("español")
    ('Ciudad de Mexico', 'español')
    """
    parts = unicodedata.normalize("NFD", word.replace("ñ", "\0").replace("Ñ", "\1"))
    bare = "".join(c for c in parts if unicodedata.category(c) != "Mn")
    return bare.replace("\0", "ñ").replace("\1", "Ñ")
