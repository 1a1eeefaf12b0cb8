"""Businesses and media outlets."""

from extract.entities.companies.finder import annotate

__all__ = ["annotate"]
