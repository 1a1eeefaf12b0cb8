"""What a trigger wants beside it before it states a happening without an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Label, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.syntax.verbs import VerbGroup

    _Check = Callable[[Sentence, Candidate, Sequence[Filling]], str]

_SIDES = 2
_OBJECT_REACH = 9
_BEFORE = 3
_NEXT = 4
_ADVERBS = ("ly", "again", "today", "together", "here")
_PERSONAL = (Tag.MENTION, Tag.REFERENCE, Tag.TRANSPARENT)
_PROGRESSIVE = ("is partnering", "are partnering")


def lacking(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    """What the trigger lacks, told as the reason of an objection; "" if nothing.

    Args:
        sentence: where the happening stands.
        candidate: the happening with its dates.
        filled: its parties.
    """
    reading = candidate.anchor.verb_reading
    named = (
        _BY_TRIGGER.get(candidate.anchor.trigger.id),
        _BY_VERB.get(reading.trigger.id) if reading is not None else None,
        _BY_NEED.get(reading.trigger.needs) if reading is not None else None,
        _not_signed,
    )
    for check in named:
        reason = check(sentence, candidate, filled) if check is not None else ""
        if reason:
            return reason
    return ""


def _not_signed(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    if len(filled) < _SIDES and _is_order(sentence, candidate):
        return "a memorandum of one side is an order"
    reading, verb = candidate.anchor.verb_reading, candidate.anchor.verb
    if reading is None or verb is None or candidate.anchor.noun >= 0:
        return ""
    following = sentence.tokens[verb.verb + 1 : verb.verb + 1 + _NEXT]
    signs = reading.trigger.id == "agreement.sign"
    other = signs and any(token.form in word_list("not_agreements") for token in following)
    return "what is signed is no agreement" if other else ""


def _one_signs(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del sentence, candidate
    return "who signed with whom is not said" if len(filled) < _SIDES else ""


def _no_person(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    received = _receives_person(sentence, candidate.anchor.verb)
    return "" if received else "no person is received"


def _no_guest(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    """One may receive a visit, but what "was received" beside a meeting is something else."""
    active = candidate.anchor.verb is not None and not candidate.anchor.verb.passive
    if active and candidate.anchor.noun >= 0:
        return ""
    return _no_person(sentence, candidate, filled)


def _nobody_met(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    verb = candidate.anchor.verb
    met = verb is None or _is_somebody(sentence, verb.verb + 1)
    return "" if met else "what is met is no person or body"


def _no_treaty(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    return "" if _names_treaty(sentence, candidate) else "what is in force is no agreement"


def _since_never(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    return "" if _is_open(sentence, candidate) else "at work, but since when is not said"


def _no_expert(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    verb = candidate.anchor.verb
    following = sentence.tokens[verb.verb + 1 : verb.verb + 1 + _NEXT] if verb is not None else ()
    sent = any(token.form in word_list("experts") for token in following)
    return "" if sent else "nobody is sent to work there"


def _no_project(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    verb = candidate.anchor.verb
    if verb is None:
        return ""
    around = sentence.tokens[max(0, verb.first - _BEFORE) : verb.verb + 1 + _NEXT]
    other = any(token.form in word_list("not_projects") for token in around)
    return "what is launched is no project" if other else ""


def _no_body(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del sentence, candidate
    joined = any(f.cue in ("object", "with") and f.argument.label is Label.AGENCY for f in filled)
    who = any(f.cue not in ("object", "with") or f.argument.label is Label.COUNTRY for f in filled)
    return "" if joined and who else "not said which body is joined by whom"


def _only_headlined(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    del filled
    verb = candidate.anchor.verb
    bare = verb is not None and verb.first == verb.verb and verb.status is Status.ONGOING
    bare = bare and not sentence.forms.intersection(_PROGRESSIVE)
    return "a headline's word for what is told below" if bare and not candidate.dates else ""


def _uncommitted(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    if len(filled) < _SIDES:
        return "needs two parties"
    del sentence
    verb = candidate.anchor.verb
    planned = verb is not None and verb.status is Status.PLANNED
    return "" if candidate.dates or planned else "general background: cooperation without a date"


def _one_party(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> str:
    if len(filled) < _SIDES:
        return "needs two parties"
    verb = candidate.anchor.verb
    vague = not candidate.dates and verb is not None and _is_vague(sentence, verb)
    return "a wish without commitment" if vague else ""


_BY_TRIGGER: dict[str, _Check] = {
    "agreement.sign": _one_signs,
    "agreement.force": _no_treaty,
    "agreement.join": _no_body,
    "meeting.met": _nobody_met,
    "project.launch": _no_project,
    "project.operate": _since_never,
    "project.since": _since_never,
    "project.together": _since_never,
    "project.presence": _since_never,
    "agreement.partner": _only_headlined,
    "project.send": _no_expert,
}
_BY_VERB: dict[str, _Check] = {
    "agreement.apply": _since_never,
    "meeting.received": _no_guest,
}
_BY_NEED: dict[str, _Check] = {
    "dated": _since_never,
    "commitment": _uncommitted,
    "parties": _one_party,
}


def _is_open(sentence: Sentence, candidate: Candidate) -> bool:
    """Does a date say since when?"""
    return any(
        token.form in word_list("since")
        for date in candidate.dates
        for token in sentence.tokens[max(0, date.token - _BEFORE) : date.token]
    )


def _is_order(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a bare memorandum ("signed a presidential memorandum")?"""
    noun = candidate.anchor.noun
    return noun >= 0 and sentence.tokens[noun].form in ("memorandum", "memoranda", "memorándum")


def _receives_person(sentence: Sentence, verb: VerbGroup | None) -> bool:
    """Is it a title that follows, or one before a passive ("recibió el lunes al canciller")?"""
    if verb is None:
        return False
    tokens = sentence.tokens
    where = tokens[: verb.first] if verb.passive else tokens[verb.verb + 1 :][:_OBJECT_REACH]
    stops = (n for n, t in enumerate(where) if t.tag is Tag.STOP)
    titled = [t for t in where[: next(stops, len(where))] if t.tag is Tag.TRANSPARENT]
    return any(token.form in word_list("visitors") for token in titled)


def _is_somebody(sentence: Sentence, first: int) -> bool:
    """Does the noun phrase from token ``first`` on, if there is one, name persons or a body?"""
    for n, token in enumerate(sentence.tokens[first : first + _OBJECT_REACH], first):
        adverb = n == first and token.form.endswith(_ADVERBS)
        named = token.tag is Tag.WORD and sentence.is_capital(n)
        if token.tag in _PERSONAL or adverb or named:
            return True
        if token.tag not in (Tag.WORD, Tag.NOUN, Tag.DETERMINER):
            return n == first
    return True


def _names_treaty(sentence: Sentence, candidate: Candidate) -> bool:
    """Does the clause name an agreement before what says that it is in force?"""
    token = sentence.tokens[candidate.anchor.noun]
    return any(reading.trigger.id == "agreement.noun" for reading in token.readings)


def _is_vague(sentence: Sentence, verb: VerbGroup) -> bool:
    """Is it no more than "agreed to strengthen", "is committed to", "acordaron fortalecer"?"""
    following = sentence.tokens[verb.verb + 1 : verb.verb + _NEXT]
    before = sentence.tokens[verb.first - 1].form if verb.first else ""
    if (verb.status is Status.ONGOING and verb.passive) or before.startswith(("remain", "sigue")):
        return True
    return any(token.form in word_list("vague") for token in following)
