"""The tables of cases: real sentences with their amounts marked ``⟦span → value currency⟧``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent
_VALUE = r"\d+(?:\.\d+)?[kMBT]?"
_MARK = re.compile(
    rf"⟦(?P<span>[^→]+) → (?P<low>{_VALUE})(?:\.\.(?P<high>{_VALUE}))?"
    r" (?P<currency>[A-Z]{3})(?: (?P<qualifier>approx|gt|lt))?⟧"
)
_LETTERS = {"k": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}

Expected = tuple[str, Decimal, Decimal | None, str, str]
"""Span, amount, upper end, currency, qualifier."""


@dataclass(frozen=True)
class Case:
    text: str
    language: str
    expected: tuple[Expected, ...]


def cases(language: str) -> list[Case]:
    """All cases of ``cases_en.txt`` or ``cases_es.txt``."""
    lines = (FOLDER / f"cases_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [_case(line, language) for line in lines if line and not line.startswith("# ")]


def _case(line: str, language: str) -> Case:
    line = line.replace("\\n", "\n").replace("\\t", "\t")
    expected = tuple(
        (
            mark["span"],
            _number(mark["low"]),
            _number(mark["high"]) if mark["high"] else None,
            mark["currency"],
            mark["qualifier"] or "exact",
        )
        for mark in _MARK.finditer(line)
    )
    text = _MARK.sub(lambda mark: mark["span"], line)
    assert "⟦" not in text, f"malformed case: {line}"
    return Case(text, language, expected)


def _number(text: str) -> Decimal:
    if text[-1] in _LETTERS:
        return Decimal(text[:-1]) * _LETTERS[text[-1]]
    return Decimal(text)
