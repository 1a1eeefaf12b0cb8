"""Who plays which part: each party of a sentence gets a cue, each cue a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.cues import cue_of
from extract.relations.syntax.sentences import Argument
from extract.relations.syntax.subjects import main_subject, subject_of
from extract.relations.words.lexicon import Tag
from extract.relations.words.triggers import kind_roles
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.syntax.sentences import Sentence
    from extract.relations.words.triggers import RoleMap

_BORROWED = ("subject", "object", "to")
_SIDES = 2
_FLOWS = ("trade.exports", "trade.imports")


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


def party_keys(filled: Iterable[Filling], context: Context) -> set[str]:
    """The bodies and countries that have a role already."""
    return {party_key(context.mentions[f.argument.mention]) for f in filled}


def lent(mention: int, context: Context) -> Argument:
    """A mention of elsewhere as an argument: it has no token in the sentence."""
    return Argument(mention, -1, context.mentions[mention].label, "", "", -1, -1)


def fill(sentence: Sentence, candidate: Candidate) -> tuple[list[Filling], list[Rejection]]:
    """Roles of the parties of ``sentence`` in the happening that ``candidate`` is."""
    anchor = candidate.anchor
    filled: list[Filling] = []
    rejected: list[Rejection] = []
    subjects = subject_of(sentence, anchor.verb) if anchor.verb is not None else []
    cues = {}
    for argument in sentence.parties():
        cue, reason = cue_of(sentence, candidate, argument, subjects)
        if cue in ("to", "from") and _of_earlier_flow(sentence, anchor, argument):
            cue, reason = "", "of the exports or imports named before"
        if cue:
            cues[argument.token] = cue
        else:
            rejected.append(Rejection(argument, reason))
    _name_sides(anchor, cues)
    _prefer_sides(anchor, cues)
    if not cues and (anchor.verb is None or not anchor.verb.finite or _is_aside(sentence, anchor)):
        cues = {a.token: "clause subject" for a in main_subject(sentence)}
    named = set(cues.values())
    if _names_donor(sentence, candidate):
        named.add("from")
    roles = _role_table(anchor, named)
    for argument in sentence.parties():
        cue = cues.get(argument.token, "")
        role = roles.get(cue)
        if role is not None:
            filled.append(Filling(argument, role, cue))
        elif cue:
            rejected.append(Rejection(argument, f"{cue} gives no role in {anchor.kind}"))
    return filled, rejected


def _of_earlier_flow(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Does the party belong to another flow before ("exports to Japan … and its imports")?"""
    if anchor.kind is not Kind.TRADE or argument.token > anchor.noun:
        return False
    before = sentence.tokens[: argument.token]
    return any(r.trigger.id in _FLOWS for t in before if t.tag is Tag.NOUN for r in t.readings)


def _is_aside(sentence: Sentence, anchor: Anchor) -> bool:
    """Is a meeting only where something else was done ("signed it at the talks that were held")?"""
    if anchor.kind is not Kind.MEETING or anchor.verb is None or anchor.noun < 0:
        return False
    return sentence.clauses[anchor.verb.first] != sentence.clauses[anchor.noun]


def _name_sides(anchor: Anchor, cues: dict[int, str]) -> None:
    """The sides may be told by what follows the noun ("el tratado de Chile con China")."""
    if anchor.kind is not Kind.AGREEMENT or anchor.noun < 0:
        return
    owners = [token for token, cue in cues.items() if cue == "of" and token > anchor.noun]
    others = [token for token, cue in cues.items() if cue == "with" and token > anchor.noun]
    if len(owners) >= _SIDES or (owners and others and "subject" not in cues.values()):
        cues.update(dict.fromkeys((*owners, *others), "between"))


def _prefer_sides(anchor: Anchor, cues: dict[int, str]) -> None:
    """Where "between A and B" names the sides, who else is named signed or hosted for them."""
    if anchor.kind is Kind.AGREEMENT and list(cues.values()).count("between") >= _SIDES:
        for token, cue in list(cues.items()):
            if cue != "between":
                cues[token] = "witness"


def _role_table(anchor: Anchor, cues: Collection[str]) -> RoleMap:
    """Cue → role: the kind's table, with what the verb and then the noun say otherwise."""
    table = dict(kind_roles()[anchor.kind])
    if anchor.kind is Kind.FUNDING and "from" in cues and not _pays(anchor):
        table["subject"] = Role.RECIPIENT
    for trigger in anchor.triggers:
        if trigger.kind in (anchor.kind, None):
            table |= trigger.roles
        elif anchor.kind in (Kind.FUNDING, Kind.INVESTMENT):
            table |= {cue: role for cue, role in trigger.roles.items() if cue in _BORROWED}
    private = anchor.kind is Kind.INVESTMENT and anchor.trigger.public is None
    for trigger in anchor.triggers if "from" in cues or private else ():
        table |= trigger.with_from
    for trigger in anchor.triggers if anchor.kind is Kind.TRADE else ():
        table |= trigger.deal
    return table


def _names_donor(sentence: Sentence, candidate: Candidate) -> bool:
    """Is the money "from" somebody who is no party ("from the private sector")?"""
    amount = candidate.amount
    if amount is None or not any(trigger.with_from for trigger in candidate.anchor.triggers):
        return False
    return any(t.value == "from" for t in sentence.tokens[amount.token + 1 : amount.token + 3])


def _pays(anchor: Anchor) -> bool:
    """Is the verb itself one of giving?"""
    return anchor.verb_reading is not None and anchor.verb_reading.trigger.kind is Kind.FUNDING
