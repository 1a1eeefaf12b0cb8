"""One ref for all mentions of a body in a document."""

from extract.entities.refs.finder import annotate

__all__ = ["annotate"]
