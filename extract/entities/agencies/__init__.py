"""Institutions: found by knowledge (a gazetteer), by structure (a grammar) and by definition."""

from extract.entities.agencies.finder import annotate

__all__ = ["annotate"]
