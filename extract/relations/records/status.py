"""Whether a happening is to come, under way or past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Role, Status

if TYPE_CHECKING:
    from extract.relations.context.antecedents import Context
    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup

_EVENTS = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)


def status_of(draft: Draft, context: Context) -> Status:
    """The status that trigger, tense and modality give; ``done`` where none says anything.

    Args:
        draft: the record in the making.
        context: the discourse; amounts that only stand in a bill are planned.
    """
    return Status.PLANNED if _is_to_come(draft, context) else _stated_status(draft, context)


def _is_to_come(draft: Draft, context: Context) -> bool:
    """Is it held or run on days after the publication, whatever the tense?"""
    dates = [context.mentions[n].date for n in draft.roles.get(Role.DATE, ())]
    if context.published is None or draft.kind not in (Kind.MEETING, Kind.PROJECT):
        return False
    return any(d is not None and d.start is not None and d.start > context.published for d in dates)


def _stated_status(draft: Draft, context: Context) -> Status:
    """The status by the words."""
    anchor = draft.anchor
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and reading.trigger.status is not None:
            return reading.trigger.status
    if anchor.verb is None:
        in_bill = draft.kind is Kind.FUNDING and context.is_bill
        return Status.PLANNED if in_bill else Status.DONE
    if _agrees_to_found(draft):
        return Status.PLANNED
    if _is_kept_up(draft, anchor.verb):
        return Status.ONGOING
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


def _is_kept_up(draft: Draft, verb: VerbGroup) -> bool:
    """Has what was agreed held since a date ("have maintained relations since 1986")?"""
    reading, tokens = draft.anchor.verb_reading, draft.sentence.tokens
    if draft.kind is not Kind.AGREEMENT or draft.sentence.forms.isdisjoint(word_list("since")):
        return False
    if reading is not None and reading.trigger.kind is not None:
        return False
    perfect = any(t.value == "have" for t in tokens[verb.first : verb.verb + 1])
    return verb.finite and (perfect or verb.status is Status.ONGOING)


def _is_bare(draft: Draft) -> bool:
    """Is it the present of headlines ("Chile y Perú firman", "Kenya, Uganda sign")?"""
    verb = draft.anchor.verb
    event = draft.kind in _EVENTS
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
