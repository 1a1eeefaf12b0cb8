"""One verb, several happenings: "signed a pact with Chile in 2004 and one with Peru in 2006"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.roles.assignment import Filling
    from extract.relations.roles.drafts import Draft
    from extract.relations.syntax.sentences import Argument, Sentence

_SEVERAL = _OPENING = 2


def stages(draft: Draft, filled: Sequence[Filling]) -> list[tuple[Argument | None, list[Filling]]]:
    """Each date with its own parties and those that all share; empty where there is but one stage.

    Args:
        draft: a happening without an amount.
        filled: its parties.
    """
    candidate, verb = draft.candidate, draft.anchor.verb
    if verb is None or candidate.amount is not None:
        return []
    after = sorted((d for d in candidate.dates if d.token > verb.verb), key=lambda d: d.token)
    steps = takewhile(lambda pair: _goes_on(draft, filled, *pair), pairwise(after))
    dates = [*after[:1], *(other for _, other in steps)]
    if len(dates) < _SEVERAL or len(after) < len(candidate.dates):
        return []
    starts = [verb.verb, *(date.token for date in dates)]
    return [
        (date, [f for f in filled if _belongs(f, verb.verb, start, date.token)])
        for start, date in zip(starts, dates, strict=False)
    ]


def _goes_on(draft: Draft, filled: Sequence[Filling], one: Argument, other: Argument) -> bool:
    """Does the second date end a phrase of its own, with a party or a noun of the kind?"""
    sentence = draft.sentence
    between = range(one.token + 1, other.token)
    opening = [sentence.tokens[n].tag for n in between[:_OPENING]]
    joined = Tag.CONJUNCTION in opening[:1] or opening == [Tag.COMMA, Tag.CONJUNCTION]
    anew = any(g.finite and g.verb in between for g in sentence.groups)
    party = any(f.argument.token in between for f in filled)
    return joined and not anew and (party or _names_kind(sentence, between, draft))


def _names_kind(sentence: Sentence, between: range, draft: Draft) -> bool:
    readings = (r for n in between for r in sentence.tokens[n].readings)
    return any(r.trigger.kind is draft.kind and r.trigger.pos != "verb" for r in readings)


def _belongs(filling: Filling, verb: int, start: int, end: int) -> bool:
    """Is it said before the verb, or between the date before and this one?"""
    token = filling.argument.token
    return token < verb or start < token < end
