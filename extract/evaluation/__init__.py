"""Measuring output against gold: matching, metrics, intervals, reports, annotation formats."""

from extract.evaluation.evaluation import Evaluation, evaluate
from extract.evaluation.loading import Pair, load_documents, load_gold, pair_up

__all__ = ["Evaluation", "Pair", "evaluate", "load_documents", "load_gold", "pair_up"]
