"""Measuring output against gold: matching, metrics, intervals, reports, annotation formats.

>>> from extract.evaluation import evaluate, pair_up
>>> evaluate(pair_up({}, {})).figures
{}
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.evaluation.evaluation import Evaluation, evaluate
    from extract.evaluation.loading import Pair, load_documents, load_gold, pair_up

__all__ = ["Evaluation", "Pair", "evaluate", "load_documents", "load_gold", "pair_up"]

_HOMES = {"Evaluation": "evaluation", "evaluate": "evaluation"}


def __getattr__(name: str) -> Any:
    # numpy loads with the first evaluation, not with the command line
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'loading')}"), name)
