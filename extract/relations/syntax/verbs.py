"""Verb groups: tense, voice, polarity and modality, read from auxiliaries and verb forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.words.inflection import Form
from extract.relations.words.lexicon import Tag
from extract.schema import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.words.tokens import Token

_ADVERBS = {"also", "jointly", "then", "already", "further", "together", "today", "each", "both",
            "all", "next", "again", "soon", "later", "still", "once", "always", "recently", "even",
            "ya", "también", "además", "hoy", "se", "le", "les", "lo", "la", "los",
            "las"}  # fmt: skip
_INSIDE = {Tag.AUXILIARY, Tag.NEGATION, Tag.CATENATIVE, Tag.INFINITIVE}
_COPULA = {
    "is": frozenset((Form.PRESENT,)),
    "have": frozenset((Form.PRESENT,)),
    "was": frozenset((Form.PAST,)),
    "had": frozenset((Form.PAST,)),
    "be": frozenset((Form.BASE,)),
    "will": frozenset((Form.FUTURE,)),
}
_REACH = 7


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Attributes:
        first, verb: token indexes of its first word and of its verb.
        status: what tense and modality say, ``None`` where they say nothing (a bare gerund).
        passive: the subject undergoes ("was signed", "se firmó", "financed by").
        reflexive: passive by "se" only: a party as subject acts ("se comprometió a").
        finite: has a subject of its own.
        negated: "has not signed".
        hypothetical: "would have", "could", a Spanish subjunctive.
    """

    first: int
    verb: int
    status: Status | None
    passive: bool = False
    reflexive: bool = False
    finite: bool = True
    negated: bool = False
    hypothetical: bool = False


def verb_group(tokens: Sequence[Token], verb: int) -> VerbGroup:
    """The group whose main verb is ``tokens[verb]``."""
    first = _first(tokens, verb)
    inside = tokens[first:verb]
    forms = forms_of(tokens[verb])
    said = {t.value for t in inside if t.tag is Tag.AUXILIARY}
    catenatives = [t.value for t in inside if _is_catenative(t)]
    passive = _is_passive(forms, said, inside, tokens[verb + 1 : verb + 3])
    passive = passive or _is_reduced(tokens, verb, forms, first)
    status, finite, hypothetical = _tense(forms, said, passive=passive)
    if catenatives:
        planned = Status.PLANNED.value in catenatives
        status, finite = (Status.PLANNED if planned else Status(catenatives[-1])), True
    elif any(t.tag is Tag.INFINITIVE for t in inside):
        status, finite = Status.PLANNED, False
    elif comes_later(tokens, first, verb):
        status = Status.PLANNED
    if hypothetical and Form.SUBJUNCTIVE in forms:
        hypothetical = not any(_is_catenative(t) for t in tokens[max(0, first - _REACH) : first])
    negated = any(t.tag is Tag.NEGATION for t in inside)
    reflexive = any(t.form == "se" for t in inside)
    if status is None and first == verb and _is_plural_present(tokens, verb, forms):
        status, finite = Status.ONGOING, True
    finite = finite or (reflexive and Form.PAST in forms)
    return VerbGroup(first, verb, status, passive, reflexive, finite, negated, hypothetical)


def comes_later(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Is it a passive infinitive after its noun ("talks to be held", "cumbre a celebrarse")?"""
    before = tokens[first - 1].form if first else ""
    if all(reading.trigger.kind is not None for reading in tokens[verb].readings):
        return False
    if tokens[verb].form.split(" ")[0].endswith(("arse", "erse", "irse")):
        return before in ("a", "por")
    return before == "to" and tokens[first].form == "be" and verb > first


def _is_plural_present(tokens: Sequence[Token], verb: int, forms: frozenset[Form]) -> bool:
    """Is it the bare form after its subject ("Kenya and Uganda sign")?"""
    return Form.BASE in forms and verb > 0 and tokens[verb - 1].tag is Tag.MENTION


def _first(tokens: Sequence[Token], verb: int) -> int:
    first = verb
    for n in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        token = tokens[n]
        if token.tag in _INSIDE or _is_catenative(token):
            first = n
        elif not (token.form in _ADVERBS or token.form.endswith(("ly", "mente"))):
            break
    return first


def _is_catenative(token: Token) -> bool:
    return token.tag is Tag.CATENATIVE or (token.tag is Tag.VERB and bool(token.value))


def forms_of(token: Token) -> frozenset[Form]:
    """What the form of a verb token may be."""
    if token.tag is Tag.AUXILIARY:
        return _COPULA.get(token.value, frozenset())
    if token.readings:
        return token.readings[0].forms
    if token.form.endswith("ing"):
        return frozenset((Form.GERUND,))
    if token.form.endswith("ed"):
        return frozenset((Form.PAST, Form.PARTICIPLE))
    return frozenset((Form.FUTURE if token.form.endswith(("á", "án")) else Form.PAST,))


def _is_passive(
    forms: frozenset[Form], said: set[str], inside: Sequence[Token], following: Sequence[Token]
) -> bool:
    if any(t.form == "se" for t in inside):
        return True
    if Form.PARTICIPLE not in forms:
        return False
    if said & {"is", "was", "be"}:
        return True
    agent = any(t.form in ("by", "por") for t in following)
    return not said and (Form.PAST not in forms or agent)


def _is_reduced(tokens: Sequence[Token], verb: int, forms: frozenset[Form], first: int) -> bool:
    """Is it a participle after its noun, without an object ("the meeting held on Monday")?"""
    if not 0 < first == verb < len(tokens) - 1 or not {Form.PAST, Form.PARTICIPLE} <= forms:
        return False
    return tokens[verb - 1].tag is Tag.NOUN and tokens[verb + 1].tag is Tag.PREPOSITION


def _tense(
    forms: frozenset[Form], said: set[str], *, passive: bool
) -> tuple[Status | None, bool, bool]:
    """Status, finite, hypothetical."""
    if "will" in said or Form.FUTURE in forms:
        return Status.PLANNED, True, False
    if "would" in said or Form.CONDITIONAL in forms:
        return Status.PLANNED, True, "have" in said
    if "may" in said:
        return Status.PLANNED, True, True
    if Form.SUBJUNCTIVE in forms and not said and Form.PRESENT not in forms:
        return Status.PLANNED, True, True
    if said & {"have", "had", "was"}:
        return (Status.ONGOING if _runs(forms, said) else Status.DONE), True, False
    if "is" in said:
        return Status.ONGOING, True, False
    return _bare(forms, passive=passive)


def _runs(forms: frozenset[Form], said: set[str]) -> bool:
    return Form.GERUND in forms and "have" in said


def _bare(forms: frozenset[Form], *, passive: bool) -> tuple[Status | None, bool, bool]:
    if Form.GERUND in forms:
        return None, False, False
    if Form.PAST in forms:
        return Status.DONE, not passive, False
    if Form.PARTICIPLE in forms:
        return Status.DONE, False, False
    if Form.PRESENT in forms:
        return Status.ONGOING, True, False
    return None, False, False
