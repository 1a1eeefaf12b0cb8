"""The spaCy component of the relation stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extract.entities.mentions import state_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.entities.mentions import State


class RelationComponent:
    """Links the mentions of a document into records."""

    def apply(self, text: str, state: State) -> None:
        """Fill in the records."""
        from extract.relations.linking import find_records

        state.records = find_records(text, state)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in ``doc._.records``."""
        self.apply(doc.text, state_of(doc))
        return doc


@Language.factory("extract_relations")
def make_relations(nlp: Language, name: str) -> RelationComponent:
    """Links the mentions of a document into records; sets ``doc._.records``."""
    del nlp, name
    return RelationComponent()
