"""Which language a paragraph is in."""

from __future__ import annotations

_ENGLISH = frozenset("the of and to in that is was for with on by from at this are as has".split())
_SPANISH = frozenset("el la de que y en los las del se por con para una un al es su lo".split())


def language_of(text: str) -> str:
    """``en`` or ``es``.

    >>> language_of("the support of the agency"), language_of("el apoyo de la agencia")
    ('en', 'es')
    """
    words = text.lower().split()
    spanish, english = sum(w in _SPANISH for w in words), sum(w in _ENGLISH for w in words)
    return "es" if spanish > english else "en"
