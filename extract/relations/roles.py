"""Who plays which part: each party of a sentence gets a cue, each cue a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag
from extract.relations.subjects import main_subject, subject_of
from extract.relations.triggers import kind_roles
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.relations.candidates import Anchor, Candidate
    from extract.relations.syntax import Argument, Sentence

_NEAR = 5
_NOUN_PHRASE = (Tag.WORD, Tag.MENTION, Tag.TRANSPARENT, Tag.NOUN)
_PLACE_KINDS = (Kind.FUNDING, Kind.MEETING, Kind.PROJECT, Kind.INVESTMENT)
_BODIES = (Label.AGENCY, Label.COMPANY)
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Filling:
    """An argument in a role, and the cue that put it there."""

    argument: Argument
    role: Role
    cue: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """An argument that got no role, and why."""

    argument: Argument
    reason: str


def fill(sentence: Sentence, candidate: Candidate) -> tuple[list[Filling], list[Rejection]]:
    """Roles of the parties of ``sentence`` in the happening that ``candidate`` is."""
    anchor = candidate.anchor
    filled: list[Filling] = []
    rejected: list[Rejection] = []
    subjects = subject_of(sentence, anchor.verb) if anchor.verb is not None else []
    cues = {}
    for argument in sentence.parties():
        cue, reason = _cue(sentence, candidate, argument, subjects)
        if cue:
            cues[argument.token] = cue
        else:
            rejected.append(Rejection(argument, reason))
    _prefer_sides(anchor, cues)
    if not cues and anchor.verb is None:
        cues = {a.token: "clause subject" for a in main_subject(sentence)}
    roles = _role_table(anchor, set(cues.values()))
    for argument in sentence.parties():
        cue = cues.get(argument.token, "")
        role = roles.get(cue)
        if role is not None:
            filled.append(Filling(argument, role, cue))
        elif cue:
            rejected.append(Rejection(argument, f"{cue} gives no role in {anchor.kind}"))
    return filled, rejected


def _prefer_sides(anchor: Anchor, cues: dict[int, str]) -> None:
    """ "between A and B" names the sides: who else is mentioned signed or hosted for them."""
    if anchor.kind is Kind.AGREEMENT and list(cues.values()).count("between") >= _SIDES:
        for token, cue in list(cues.items()):
            if cue != "between":
                cues[token] = "witness"


def _role_table(anchor: Anchor, cues: Iterable[str]) -> dict[str, Role | None]:
    table = dict(kind_roles()[anchor.kind])
    own = anchor.verb_reading is not None and anchor.verb_reading.trigger.kind is Kind.FUNDING
    if anchor.kind is Kind.FUNDING and "from" in cues and not own:
        table["subject"] = Role.RECIPIENT
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and reading.trigger.kind in (anchor.kind, None):
            table |= reading.trigger.roles
        elif reading is not None and anchor.kind is Kind.FUNDING:
            table |= {
                c: r for c, r in reading.trigger.roles.items() if c in ("subject", "object", "to")
            }
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and "from" in cues:
            table |= reading.trigger.with_from
    return table


def _cue(
    sentence: Sentence, candidate: Candidate, argument: Argument, subjects: list[Argument]
) -> tuple[str, str]:
    """The cue of an argument, or "" and the reason."""
    anchor = candidate.anchor
    if _possesses(sentence, argument):
        return "", "possessor of another party"
    passive = anchor.verb is not None and anchor.verb.passive
    if argument in subjects and passive and argument.adjective:
        return "modifier", ""
    if argument in subjects:
        return ("object" if passive else "subject"), ""
    near = _noun_cue(sentence, anchor.noun, argument)
    if near:
        return near, ""
    if anchor.trigger.id == "funding.line":
        return ("label" if _labels(sentence, candidate, argument) else ""), "not of this line"
    if not _in_reach(sentence, candidate, argument):
        return "", "in another clause"
    if argument.relation == "by":
        return ("agent" if _follows_passive(sentence, anchor, argument) else "by"), ""
    if argument.relation == "of":
        return _of_cue(sentence, anchor, argument), "of-phrase of another noun"
    if argument.relation in ("", "loose"):
        return _bare_cue(candidate, argument), "neither subject nor object"
    if (
        argument.relation == "in"
        and argument.label is not Label.COUNTRY
        and anchor.kind in _PLACE_KINDS
    ):
        return "", "a place that is no country"
    return argument.relation, ""


def _noun_cue(sentence: Sentence, noun: int, argument: Argument) -> str:
    """Genitive or adjective directly before the noun."""
    if noun < 0 or not 0 < noun - argument.token <= _NEAR:
        return ""
    between = sentence.tokens[argument.token + 1 : noun]
    if argument.genitive and all(t.tag is not Tag.VERB for t in between):
        return "genitive"
    plain = all(t.tag in _NOUN_PHRASE for t in between)
    return "modifier" if plain and len(between) <= _NEAR - 2 else ""


def _possesses(sentence: Sentence, argument: Argument) -> bool:
    """ "Argentina's INTA", "Mexican AMEXCID", "Salvadoran NGO Glasswing": the body acts, not its country."""
    after = argument.token + (2 if argument.genitive else 1)
    if not (argument.genitive or argument.adjective) or argument.label is not Label.COUNTRY:
        after = argument.token + 2 if argument.genitive else len(sentence.tokens)
    for token in sentence.tokens[after : after + 2]:
        if token.tag is Tag.MENTION:
            return any(
                a.token >= after and a.mention == token.mention and a.label in _BODIES
                for a in sentence.arguments
            )
        if token.tag is not Tag.WORD:
            return False
    return False


def _of_cue(sentence: Sentence, anchor: Anchor, argument: Argument) -> str:
    if anchor.noun < 0 and any("of" in trigger.roles for trigger in anchor.triggers):
        return "of"
    first = _group_start(sentence, argument)
    if anchor.noun >= 0 and 0 <= first - 1 - anchor.noun <= 3:
        return "of"
    return argument.outer


def _group_start(sentence: Sentence, argument: Argument) -> int:
    """Token of the first member of the argument's list."""
    return min(a.token for a in sentence.arguments if a.group == argument.group)


def _labels(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    """Does the party stand in the label of the line: since the amount before it?"""
    amount = candidate.amount
    money = [a.token for a in sentence.of_label(Label.MONEY)]
    if amount is None:
        return False
    since = max((token for token in money if token < amount.token), default=-1)
    return since < argument.token < amount.token


def _bare_cue(candidate: Candidate, argument: Argument) -> str:
    anchor, amount = candidate.anchor, candidate.amount
    if anchor.verb is None or argument.token < anchor.verb.verb:
        return "local" if amount is not None and argument.token < amount.token else ""
    if argument.outer == "purpose":
        return "purpose"
    return "object" if argument.relation == "" else ""


def _follows_passive(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    del sentence
    return anchor.verb is not None and argument.token > anchor.verb.verb and anchor.verb.passive


def _in_reach(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    clauses = {sentence.clauses[n] for n in candidate.anchor.tokens}
    if candidate.amount is not None:
        clauses.add(candidate.amount.clause)
    return argument.clause in clauses
