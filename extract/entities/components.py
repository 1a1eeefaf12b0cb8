"""The spaCy components: thin wrappers that run a finder over a ``Doc``.

Each is registered as a factory by entry point, so it works in anyone's pipeline:
``spacy.blank("en").add_pipe("extract_money")``. A finder is a pure function
``(text, state) -> mentions``; the component merges what it finds into the document's state and,
unless told ``show=False``, shows all mentions as ``doc.ents``. No component reads tokens: its
``apply`` does the same work on the text and a state, without a ``Doc``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from spacy.language import Language

from extract.entities.mentions import merge, show_entities, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from extract.entities.mentions import Mention, State

    Finder = Callable[[str, State], list[Mention]]


class Component(Protocol):
    """A step of the pipeline: a spaCy component that also works without a ``Doc``."""

    def apply(self, text: str, state: State) -> None:
        """Add to ``state`` what this step finds in ``text``."""

    def __call__(self, doc: Doc) -> Doc:
        """The same for ``doc.text`` and the state of ``doc``."""


class EntityComponent:
    """Runs a finder over documents.

    Args:
        find: the finder.
        show: whether to set ``doc.ents``; a pipeline of several needs it only for the last.
        replace: the finder gives all mentions anew instead of further ones.
    """

    def __init__(self, find: Finder, *, show: bool = True, replace: bool = False) -> None:
        self.find, self.show, self.replace = find, show, replace

    def apply(self, text: str, state: State) -> None:
        """Find, merge."""
        segment(text, state)
        found = self.find(text, state)
        state.mentions = merge((), found) if self.replace else merge(state.mentions, found)

    def __call__(self, doc: Doc) -> Doc:
        """Find, merge, show."""
        self.apply(doc.text, state_of(doc))
        if self.show:
            show_entities(doc)
        return doc


class SegmentComponent:
    """Finds sentences and their languages."""

    def apply(self, text: str, state: State) -> None:
        """Fill in the segments."""
        segment(text, state)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the segments and set sentence starts."""
        from extract.entities.segments import mark_sentences

        segment(doc.text, state_of(doc))
        return mark_sentences(doc)


def segment(text: str, state: State) -> None:
    """Fill in segments where no earlier component has."""
    if not state.segments:
        from extract.entities.segments import find_segments

        state.segments = find_segments(text, state)


@Language.factory("extract_segments")
def make_segments(nlp: Language, name: str) -> SegmentComponent:
    """Sentences and their languages; sets ``doc._.segments`` and sentence starts."""
    del nlp, name
    return SegmentComponent()


@Language.factory("extract_money", default_config={"show": True})
def make_money(nlp: Language, name: str, show: bool) -> EntityComponent:
    """Amounts of money with ISO 4217 currency."""
    del nlp, name
    from extract.entities.money import annotate

    return EntityComponent(annotate, show=show)


@Language.factory("extract_dates", default_config={"show": True})
def make_dates(nlp: Language, name: str, show: bool) -> EntityComponent:
    """Dates as calendar stretches."""
    del nlp, name
    from extract.entities.dates import annotate

    return EntityComponent(annotate, show=show)


@Language.factory("extract_countries", default_config={"show": True})
def make_countries(nlp: Language, name: str, show: bool) -> EntityComponent:
    """Countries by name, abbreviation and adjective."""
    del nlp, name
    from extract.entities.countries import annotate

    return EntityComponent(annotate, show=show)


@Language.factory("extract_agencies", default_config={"show": True, "table": ""})
def make_agencies(nlp: Language, name: str, show: bool, table: str) -> EntityComponent:
    """Institutions, from the gazetteer and by grammar; ``table`` is a further table of names."""
    del nlp, name
    from extract.entities.agencies import annotate
    from extract.entities.agencies.gazetteer import load_user_table

    if not table:
        return EntityComponent(annotate, show=show)
    return EntityComponent(partial(annotate, known=load_user_table(Path(table))), show=show)


@Language.factory("extract_companies", default_config={"show": True})
def make_companies(nlp: Language, name: str, show: bool) -> EntityComponent:
    """Businesses and media outlets."""
    del nlp, name
    from extract.entities.companies import annotate

    return EntityComponent(annotate, show=show)


@Language.factory("extract_refs", default_config={"show": True})
def make_refs(nlp: Language, name: str, show: bool) -> EntityComponent:
    """One ref for all mentions of a body; adds capitalised short forms."""
    del nlp, name
    from extract.entities.refs import annotate

    return EntityComponent(annotate, show=show, replace=True)
