"""The spaCy component of the relation stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extract.entities.mentions import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


@Language.factory("extract_relations")
def make_relations(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Links the mentions of a document into records; sets ``doc._.records``."""
    del nlp, name
    from extract.relations.linking import find_records

    def component(doc: Doc) -> Doc:
        state = state_of(doc)
        state.records = find_records(doc.text, state)
        return doc

    return component
