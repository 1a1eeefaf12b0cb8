"""Mentions to records: the entry of the relation stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.discourse import context_of
from extract.relations.reading import read
from extract.relations.records.confidence import confidence
from extract.relations.records.judging import drafts, judge
from extract.relations.records.merging import merge_repetitions
from extract.relations.records.status import status_of
from extract.relations.records.tables import read_tables

if TYPE_CHECKING:
    from extract.entities.mentions import State
    from extract.relations.roles.drafts import Draft
    from extract.schema import Record


def link(text: str, state: State) -> None:
    """Fill in the records of a document, the last step of the pipeline."""
    state.records = find_records(text, state)


def find_records(text: str, state: State) -> list[Record]:
    """Records a document states, in text order (guidelines §2).

    Args:
        text: the document.
        state: its segments and its mentions in text order; ``e1`` in a role is the first mention.
    """
    return [
        draft.record(f"r{n}", confidence(draft))
        for n, draft in enumerate(find_drafts(text, state), 1)
    ]


def find_drafts(text: str, state: State) -> list[Draft]:
    """The records of a document with all that led to them."""
    context = context_of(text, state)
    found: list[Draft] = []
    for _, sentence, _ in read(text, state, context):
        if sentence is not None:
            found.extend(drafts(judge(sentence, text, state, context), state))
    found.extend(read_tables(text, state, context))
    found.sort(key=lambda draft: draft.sentence.start)
    merged = merge_repetitions(found, state.mentions)
    for draft in merged:
        draft.status = status_of(draft, context)
    return merged
