"""What the patterns of the rules have in common, by name: ``{MON}``, ``{PERIOD}``, ``{WHOLE}``."""

from __future__ import annotations

import re

_MACROS = {
    # figures and names
    "YEAR": "[Yy]",
    "MON": "[Ma]",
    "WD": "[Ww]",
    "DAYS": "(?P<days>[do](?:(?:[-r]t?|(?:,[do]){0,4},?&t?)[do])?)",
    "OF": "[fi]?t?",
    # stretches counted from the day of publication; Spanish also puts the adjective behind
    "PERIOD": "(?:C?[PF]|C|J{1,2})U|U{AFTER}",
    "BEFORE": "(?:C?(?P<side>[PFC])U?)?",
    # years of an administration
    "FISCAL": "[PFC]?(?:G|XU?|UX)f?t?U?(?:Y(?:[-/][dY])?|y|[d#](?:[-/]d)?)"
              "|Y(?:[-/][dY])?(?:XU|G|UX)|[PFC](?:XU|UX|G)|(?:UX|G){AFTER}",
}  # fmt: skip
_MACROS["SPAN"] = "UY(?:[-/][dY])?|{YEAR}|{FISCAL}|{PERIOD}|U"
_MACROS["MONTH"] = "(?:[PFC]?Uf)?(?:C?[PFC]M|M{AFTER}|{MON}[,/-]?{OF}(?:{SPAN})|M)"
_MACROS["WHOLE"] = "Uft?V?[z#YD]|V[z#d]|UA|oU|C?[PFC]s|s{OF}(?:{SPAN})|{SPAN}|{MONTH}|D|tD"
_MACROS["TAIL"] = "(?:(?:[,/-]|,?[fi])?t?(?P<of>UY|{YEAR}|{PERIOD})|(?P<side2>{AFTER}))?"


_OWN = {
    "en": {"AFTER": "(?!)", "ROMAN": "(?!)"},
    "es": {"AFTER": "[PFCJ]", "ROMAN": "A"},
}
"""Adjectives behind their noun (año pasado), Roman ordinals (II trimestre): "the year this began"
is no date in English, nor is "I quarter"."""


def written_out(text: str, language: str) -> str:
    """A pattern with its macros, ``{NAME}``, written out for ``en`` or ``es``.

    >>> written_out("{MON}{YEAR}", "en")
    '(?:[Ma])(?:[Yy])'
    """
    while found := re.search(r"\{([A-Z]+)\}", text):
        macro = _OWN[language].get(found[1]) or _MACROS[found[1]]
        text = text.replace(found[0], f"(?:{macro})")
    return text


def bare(text: str) -> str:
    """The pattern without group names, to stand inside another."""
    return re.sub(r"\(\?P<\w+>", "(?:", text)


for _name in ("DAYS", "TAIL"):
    _MACROS[f"BARE{_name}"] = bare(_MACROS[_name])
_MACROS["DATE"] = (
    "(?:{WD},?n?t?)?(?:{MON}[-/]?t?{BAREDAYS}{BARETAIL}|{BAREDAYS}f?t?[-/]?(?:Uf)?{MON}{BARETAIL})"
)
