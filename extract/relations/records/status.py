"""Whether a happening is to come, under way or past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Status

if TYPE_CHECKING:
    from extract.relations.context.antecedents import Context
    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Sentence


def status_of(draft: Draft, context: Context) -> Status:
    """The status that trigger, tense and modality give; ``done`` where none says anything.

    Args:
        draft: the record in the making.
        context: the discourse; amounts that only stand in a bill are planned.
    """
    anchor = draft.anchor
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and reading.trigger.status is not None:
            return reading.trigger.status
    if anchor.verb is None:
        in_bill = draft.kind is Kind.FUNDING and context.is_bill
        return Status.PLANNED if in_bill else Status.DONE
    if _agrees_to_found(draft):
        return Status.PLANNED
    status = anchor.verb.status or _main_status(draft.sentence, anchor.verb.first) or Status.DONE
    if status is Status.ONGOING and draft.headline and _is_bare(draft):
        return Status.DONE
    if status is Status.ONGOING and anchor.noun_reading is not None and _only_states(draft):
        return Status.DONE
    return status


def _agrees_to_found(draft: Draft) -> bool:
    """Is what is agreed on still to come ("agreed to establish", guidelines §2)?"""
    anchor, tokens = draft.anchor, draft.sentence.tokens
    if draft.kind is not Kind.AGREEMENT or anchor.verb is None or anchor.noun >= 0:
        return False
    following = tokens[anchor.verb.verb + 1 : anchor.verb.verb + 3]
    return any(token.form in word_list("founding") for token in following)


def _is_bare(draft: Draft) -> bool:
    """Is it the present of headlines ("Chile y Perú firman", "Kenya, Uganda sign")?"""
    verb = draft.anchor.verb
    event = draft.kind in (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
    lasting = not draft.sentence.forms.isdisjoint(word_list("since"))
    if not event or lasting or verb is None or verb.first != verb.verb:
        return False
    return not draft.sentence.tokens[verb.verb].form.endswith("ing")


def _only_states(draft: Draft) -> bool:
    """Is the verb about the figure only ("stands at", "is"), so that nothing is under way?"""
    reading, trigger = draft.anchor.verb_reading, draft.anchor.trigger
    return (reading is None or reading.trigger.kind is None) and not trigger.weak


def _main_status(sentence: Sentence, before: int) -> Status | None:
    """Status of the last finite verb before it, or of the verb it is joined to."""
    joined = before > 0 and sentence.tokens[before - 1].tag is Tag.CONJUNCTION
    for group in reversed(sentence.groups):
        if group.verb < before and (group.finite or joined) and group.status is not None:
            return group.status
    return None
