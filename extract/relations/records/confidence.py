"""How sure a record is: a logistic model over a few features a reader can check.

The weights are in ``confidence.toml``, fitted by ``python -m extract.evaluation.fitting``; a
feature without a weight counts nothing.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from extract.relations.roles.earlier import AGAIN
from extract.resources import tree
from extract.schema import PARTY_ROLES, Label, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.relations.roles.drafts import Draft

BIAS = "bias"
_SURE = ("subject", "agent", "between", "genitive", "with", "from", "to", "by")
_LONG = 45
_FAR = 11
_LOWEST, _HIGHEST = 0.02, 0.98


def features(draft: Draft) -> dict[str, float]:
    """What the confidence of a record is told from, each 0 or 1."""
    anchor = draft.anchor
    cues = {f.cue for f in draft.filled}
    parties = sum(len(draft.roles.get(role, ())) for role in PARTY_ROLES)
    verb = anchor.verb
    present = {
        BIAS: True,
        f"kind.{draft.kind.value}": True,
        "two parties": parties > 1,
        "sure cue": not cues.isdisjoint(_SURE),
        "lent party": any(f.argument.token < 0 for f in draft.filled),
        "told before": AGAIN in cues,
        "later clause": draft.clause > 0,
        "far amount": _is_far(draft),
        "amount": Role.AMOUNT in draft.roles,
        "date": Role.DATE in draft.roles,
        "verb and noun": len(anchor.triggers) > 1,
        "no verb": verb is None,
        "not finite": verb is not None and not verb.finite,
        "weak trigger": any(trigger.weak for trigger in anchor.triggers),
        "company": any(f.argument.label is Label.COMPANY for f in draft.filled),
        "long sentence": len(draft.sentence.tokens) > _LONG,
        "headline": draft.headline,
        "repeated": bool(draft.also),
    }
    return {name: 1.0 for name, holds in present.items() if holds}


def _is_far(draft: Draft) -> bool:
    """Do many words part the amount from what states it?"""
    amount = draft.candidate.amount
    if amount is None:
        return False
    return min(abs(amount.token - n) for n in draft.anchor.tokens) > _FAR


def confidence(draft: Draft) -> float:
    """Probability that the record is right, 0–1."""
    return probability(features(draft), _weights())


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic model: features and weights by name.

    >>> probability({"bias": 1.0}, {"bias": 0.0})
    0.5
    """
    score = sum(value * weights.get(name, 0.0) for name, value in found.items())
    return round(min(_HIGHEST, max(_LOWEST, 1 / (1 + exp(-score)))), 3)


@cache
def _weights() -> dict[str, float]:
    return dict(tree("confidence.toml")["weights"])
