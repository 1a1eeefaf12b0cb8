"""Who plays which part: each party of a sentence gets a cue, each cue a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.relations.lexicon import Tag
from extract.relations.triggers import kind_roles
from extract.schema import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.relations.candidates import Anchor
    from extract.relations.syntax import Argument, Sentence
    from extract.relations.verbs import VerbGroup

_NEAR = 5
_SUBJECT_RELATIONS = ("from", "of", "between", "in")


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


def fill(sentence: Sentence, anchor: Anchor) -> tuple[list[Filling], list[Rejection]]:
    """Roles of the parties of ``sentence`` in the happening that ``anchor`` states."""
    filled: list[Filling] = []
    rejected: list[Rejection] = []
    subjects = subject_of(sentence, anchor.verb) if anchor.verb is not None else []
    cues = {}
    for argument in sentence.parties():
        cue, reason = _cue(sentence, anchor, argument, subjects)
        if cue:
            cues[argument.token] = cue
        else:
            rejected.append(Rejection(argument, reason))
    roles = _role_table(anchor, set(cues.values()))
    for argument in sentence.parties():
        cue = cues.get(argument.token, "")
        role = roles.get(cue)
        if role is not None:
            filled.append(Filling(argument, role, cue))
        elif cue:
            rejected.append(Rejection(argument, f"{cue} gives no role in {anchor.kind}"))
    return filled, rejected


def _role_table(anchor: Anchor, cues: Iterable[str]) -> dict[str, Role | None]:
    table = dict(kind_roles()[anchor.kind])
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and reading.trigger.kind in (anchor.kind, None):
            table |= reading.trigger.roles
        elif reading is not None and anchor.kind is Kind.FUNDING:
            table |= {c: r for c, r in reading.trigger.roles.items() if c in ("subject", "object", "to")}
    for reading in (anchor.verb_reading, anchor.noun_reading):
        if reading is not None and "from" in cues:
            table |= reading.trigger.with_from
    return table


def _cue(
    sentence: Sentence, anchor: Anchor, argument: Argument, subjects: list[Argument]
) -> tuple[str, str]:
    """The cue of an argument, or "" and the reason."""
    if argument in subjects:
        return ("object" if anchor.verb is not None and anchor.verb.passive else "subject"), ""
    near = _noun_cue(sentence, anchor.noun, argument)
    if near:
        return near, ""
    if not _in_reach(sentence, anchor, argument):
        return "", "in another clause"
    if argument.relation == "by":
        return ("agent" if _follows_passive(sentence, anchor, argument) else "by"), ""
    if argument.relation == "of":
        return _of_cue(sentence, anchor, argument), "of-phrase of another noun"
    if argument.relation in ("", "loose"):
        return _bare_cue(anchor, argument), "neither subject nor object"
    if argument.genitive and argument.relation in ("since", "about"):
        return "", "genitive of another noun"
    return argument.relation, ""


def _noun_cue(sentence: Sentence, noun: int, argument: Argument) -> str:
    """Genitive or adjective directly before the noun."""
    if noun < 0 or not 0 < noun - argument.token <= _NEAR:
        return ""
    between = sentence.tokens[argument.token + 1 : noun]
    if argument.genitive and all(t.tag is not Tag.VERB for t in between):
        return "genitive"
    plain = all(t.tag in (Tag.WORD, Tag.MENTION) for t in between)
    return "modifier" if argument.adjective and plain and len(between) <= 3 else ""


def _of_cue(sentence: Sentence, anchor: Anchor, argument: Argument) -> str:
    first = _group_start(sentence, argument)
    if anchor.noun >= 0 and 0 <= first - 1 - anchor.noun <= 3:
        return "of"
    return argument.outer


def _group_start(sentence: Sentence, argument: Argument) -> int:
    """Token of the first member of the argument's list."""
    return min(a.token for a in sentence.arguments if a.group == argument.group)


def _bare_cue(anchor: Anchor, argument: Argument) -> str:
    if anchor.verb is None or argument.token < anchor.verb.verb:
        return ""
    if argument.outer == "purpose":
        return "purpose"
    return "object" if argument.relation == "" else ""


def _follows_passive(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    del sentence
    return anchor.verb is not None and argument.token > anchor.verb.verb and anchor.verb.passive


def _in_reach(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    clauses = {sentence.clauses[n] for n in anchor.tokens}
    return argument.clause in clauses


def subject_of(sentence: Sentence, group: VerbGroup) -> list[Argument]:
    """The parties that are the grammatical subject of a verb group; empty where none is named."""
    clause = sentence.clauses[group.first]
    left = [a for a in sentence.parties() if a.token < group.first and a.clause == clause and not a.genitive]
    bare = [a for a in left if a.relation == "" and not a.outer]
    if bare:
        chosen = _last_groups(sentence, bare, group)
    elif clause in sentence.antecedents:
        wanted = sentence.antecedents[clause]
        chosen = [a for a in sentence.parties() if a.group == wanted]
    else:
        nested = [a for a in left if a.relation in _SUBJECT_RELATIONS]
        chosen = [a for a in nested if a.group == nested[0].group] if nested else []
    return _without_modifiers(sentence, chosen)


def _last_groups(sentence: Sentence, bare: list[Argument], group: VerbGroup) -> list[Argument]:
    """The bare phrases since the last other finite verb before this one, if there are any."""
    verbs = [g.verb for g in sentence.groups if g.finite and g.verb < group.first]
    since = max((v for v in verbs if any(a.token > v for a in bare)), default=-1)
    return [a for a in bare if a.token > since]


def _without_modifiers(sentence: Sentence, chosen: list[Argument]) -> list[Argument]:
    """Drop adjectives that only qualify the next name ("Mexican AMEXCID")."""
    kept = []
    for argument in chosen:
        after = sentence.tokens[argument.token + 1] if argument.token + 1 < len(sentence.tokens) else None
        if argument.adjective and after is not None and after.tag is Tag.MENTION:
            continue
        kept.append(argument)
    return kept
