"""Two annotators of the same texts: how far they agree beyond chance.

F1 is symmetric, so the figures of :mod:`extract.evaluation.evaluation` serve, one annotator in the
place of gold. On top come the chance-corrected coefficients of token labels: Cohen's kappa (1960)
and Krippendorff's alpha for nominal data (2011).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.evaluation.spans import LABELS
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.evaluation.loading import Pair
    from extract.schema import Document

_TOKEN = re.compile(r"\w+|[^\w\s]")
OUTSIDE = "O"

Coincidences = Counter[tuple[str, str]]
"""How many tokens the first annotator gave one label and the second another."""


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Agreement beyond chance: 1 is perfect, 0 is chance.

    Attributes:
        kappa: Cohen's.
        alpha: Krippendorff's, nominal, two annotators, nothing missing.
        tokens: how many tokens were compared.
    """

    kappa: float
    alpha: float
    tokens: int


def token_agreement(pairs: Iterable[Pair]) -> dict[str, Coefficients]:
    """Coefficients over all labels together (``tokens``) and of each label against the rest.

    COUNTRY is left out, as it comes from a list (guidelines §1).
    """
    counts: Coincidences = Counter()
    for pair in pairs:
        counts.update(zip(token_labels(pair.gold), token_labels(pair.predicted), strict=True))
    used = {label for both in counts for label in both}
    single = [label.value for label in LABELS if label in used]
    return {
        "tokens": coefficients(counts),
        **{label: coefficients(_against_rest(counts, label)) for label in single},
    }


def token_labels(document: Document) -> list[str]:
    """The label of each word and punctuation mark, ``O`` outside mentions."""
    spans = [e for e in document.entities if e.label is not Label.COUNTRY]
    by_character = [OUTSIDE] * len(document.text)
    for entity in spans:
        by_character[entity.start : entity.end] = [entity.label.value] * (entity.end - entity.start)
    return [by_character[token.start()] for token in _TOKEN.finditer(document.text)]


def coefficients(counts: Coincidences) -> Coefficients:
    """Kappa and alpha of a table of coincidences.

    >>> table = Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})
    >>> round(coefficients(table).kappa, 3)
    0.4
    """
    n = counts.total()
    agreed = sum(k for (a, b), k in counts.items() if a == b)
    first, second = _margin(counts, 0), _margin(counts, 1)
    both = first + second
    by_chance = sum(first[label] * second[label] for label in both) / n**2 if n else 0.0
    pairable = sum(k * (k - 1) for k in both.values()) / (2 * n * (2 * n - 1)) if n else 0.0
    share = agreed / n if n else 1.0
    return Coefficients(_corrected(share, by_chance), _corrected(share, pairable), n)


def _corrected(share: float, by_chance: float) -> float:
    """How much of the agreement that chance leaves open was reached; 1 if it leaves none."""
    return (share - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def _margin(counts: Coincidences, side: int) -> Counter[str]:
    margin: Counter[str] = Counter()
    for both, n in counts.items():
        margin[both[side]] += n
    return margin


def _against_rest(counts: Coincidences, label: str) -> Coincidences:
    reduced: Coincidences = Counter()
    for (a, b), n in counts.items():
        reduced[a if a == label else OUTSIDE, b if b == label else OUTSIDE] += n
    return reduced
