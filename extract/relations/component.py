"""The spaCy component of the relation stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extract.entities.docs import state_of
from extract.relations.linking import link

if TYPE_CHECKING:
    from spacy.tokens import Doc


class RelationComponent:
    """Links the mentions of a document into records."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill in ``doc._.records``."""
        link(doc.text, state_of(doc))
        return doc


@Language.factory("extract_relations")
def make_relations(nlp: Language, name: str) -> RelationComponent:
    """Links the mentions of a document into records; sets ``doc._.records``."""
    del nlp, name
    return RelationComponent()
