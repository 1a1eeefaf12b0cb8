"""The spaCy components: thin wrappers that run a step over a ``Doc``.

Each is registered as a factory by entry point, so it works in anyone's pipeline:
``spacy.blank("en").add_pipe("extract_money")``. Unless told ``show=False``, a component shows all
mentions found so far as ``doc.ents``. No component reads tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from spacy.language import Language

from extract.entities.docs import mark_sentences, show_entities, state_of
from extract.entities.steps import finder, segment

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.entities.steps import Step


class EntityComponent:
    """Runs a step over documents.

    Args:
        step: the step.
        show: whether to set ``doc.ents``; a pipeline of several needs it only for the last.
    """

    def __init__(self, step: Step, *, show: bool = True) -> None:
        self.step, self.show = step, show

    def __call__(self, doc: Doc) -> Doc:
        """Run the step, show."""
        self.step(doc.text, state_of(doc))
        if self.show:
            show_entities(doc)
        return doc


class SegmentComponent:
    """Finds sentences and their languages."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the segments and set sentence starts."""
        segment(doc.text, state_of(doc))
        return mark_sentences(doc)


@Language.factory("extract_segments")
def make_segments(nlp: Language, name: str) -> SegmentComponent:
    """Sentences and their languages; sets ``doc._.segments`` and sentence starts."""
    del nlp, name
    return SegmentComponent()


@Language.factory("extract_agencies", default_config={"show": True, "table": ""})
def make_agencies(nlp: Language, name: str, show: bool, table: str) -> EntityComponent:
    """Institutions, from the gazetteer and by grammar; ``table`` is a further table of names."""
    del nlp, name
    return EntityComponent(finder("agencies", table), show=show)


class _Factory(Protocol):
    def __call__(self, nlp: Language, name: str, show: bool) -> EntityComponent: ...


def _factory(kind: str) -> _Factory:
    """The registered factory of the component for one finder."""

    def make(nlp: Language, name: str, show: bool) -> EntityComponent:
        del nlp, name
        return EntityComponent(finder(kind), show=show)

    Language.factory(f"extract_{kind}", default_config={"show": True}, func=make)
    return make


make_money = _factory("money")
"""Amounts of money with ISO 4217 currency."""
make_dates = _factory("dates")
"""Dates as calendar stretches."""
make_countries = _factory("countries")
"""Countries by name, abbreviation and adjective."""
make_companies = _factory("companies")
"""Businesses and media outlets."""
make_refs = _factory("refs")
"""One ref for all mentions of a body; adds capitalised short forms."""
