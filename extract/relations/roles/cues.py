"""What ties a party to a trigger: subject, object, a preposition, a genitive, a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.memory import CAPITAL
from extract.relations.roles.labels import labels
from extract.relations.roles.speakers import speaks
from extract.relations.syntax.subjects import pronoun_subject
from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Collection

    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.syntax.sentences import Argument, Sentence

_NEAR = 5
_CLOSE, _FAR = 3, 8
_NOUN_PHRASE = (Tag.WORD, Tag.MENTION, Tag.TRANSPARENT, Tag.NOUN)
_PLACE_KINDS = (Kind.FUNDING, Kind.MEETING, Kind.PROJECT, Kind.INVESTMENT)
_SHARED = (Kind.AGREEMENT, Kind.MEETING, Kind.PROJECT)
_BODIES = (Label.AGENCY, Label.COMPANY)
_ADVERBIAL = ("ly", "mente")
_APPROVE = "funding.approve"
_LINE = "funding.line"
_COUNTRIES = ("economies", "countries", "members", "states", "economías", "países", "miembros")


def cue_of(
    sentence: Sentence, candidate: Candidate, argument: Argument, subjects: Collection[Argument]
) -> tuple[str, str]:
    """The cue that ties ``argument`` to ``candidate``, or "" and why there is none.

    Args:
        sentence: where both stand.
        candidate: the happening.
        argument: a party.
        subjects: the grammatical subject of the happening's verb.
    """
    anchor = candidate.anchor
    if _accompanies(sentence, anchor, argument):
        return "with", ""
    if _possesses(sentence, argument):
        return "", "possessor of another party"
    if speaks(sentence, anchor, argument) and not _goes_on(sentence, anchor, argument):
        return "", "the speaker"
    if is_capital(sentence, argument) and not _takes_capital(anchor, argument):
        return "", "a place"
    if argument.label is Label.COUNTRY and _only_names(sentence, argument):
        return "", "part of a name, or where a party is based"
    near = "" if argument.relation == "margin" else _noun_cue(sentence, anchor.noun, argument)
    if (
        argument in subjects
        and not (near and argument.genitive)
        and not _completes(anchor, argument)
    ):
        return _subject_cue(anchor, argument), ""
    if anchor.trigger.id == _LINE:
        return ("label" if labels(sentence, candidate, argument) else ""), "not of this line"
    if near:
        return near, ""
    if not _in_reach(sentence, candidate, argument):
        return "", "in another clause"
    return _phrase_cue(sentence, candidate, argument)


def is_capital(sentence: Sentence, argument: Argument) -> bool:
    """Does a seat of government stand for the country?"""
    return argument.token >= 0 and sentence.tokens[argument.token].value == CAPITAL


def _takes_capital(anchor: Anchor, argument: Argument) -> bool:
    """Is it where one meets, or a government ("talks with Kyiv")?"""
    if anchor.kind is Kind.MEETING:
        return True
    return anchor.kind is Kind.AGREEMENT and argument.relation in ("with", "between")


def _accompanies(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Is it with whom the verb of a relative clause says it was done ("with whom he signed")?"""
    if anchor.verb is None or anchor.kind not in _SHARED:
        return False
    return sentence.companions.get(sentence.clauses[anchor.verb.first]) == argument.token


def _goes_on(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Does the speaker act as well ("Peru said it would pay")?"""
    return anchor.verb is not None and argument in pronoun_subject(sentence, anchor.verb)


def _completes(anchor: Anchor, argument: Argument) -> bool:
    """Is it a phrase of the noun that is the subject ("imports from Korea reached")?"""
    after = argument.token - anchor.noun
    return anchor.noun >= 0 and bool(argument.relation) and 0 < after <= _NEAR


def _subject_cue(anchor: Anchor, argument: Argument) -> str:
    if anchor.verb is None or not anchor.verb.passive or anchor.verb.reflexive:
        return "subject"
    return "modifier" if argument.adjective else "object"


def _phrase_cue(sentence: Sentence, candidate: Candidate, argument: Argument) -> tuple[str, str]:
    anchor = candidate.anchor
    match argument.relation:
        case "by":
            if _only_approves(sentence, anchor, argument):
                return "", "who only approves it"
            if _has_other_doing(sentence, anchor, argument):
                return "doer", ""
            return ("agent" if _follows_passive(anchor, argument) else "by"), ""
        case "of":
            return _of_cue(sentence, anchor, argument), "of-phrase of another noun"
        case "" | "loose":
            return _bare_cue(candidate, argument), "neither subject nor object"
        case "in" if anchor.kind in _PLACE_KINDS and not _is_place(sentence, argument):
            return ("in" if _invested_in(anchor, argument) else ""), "a place that is no country"
    return argument.relation, ""


def _invested_in(anchor: Anchor, argument: Argument) -> bool:
    """Is it the company that the verb says money is put into ("invested $9 million in Acme")?"""
    verbal = anchor.noun < 0 and anchor.kind is Kind.INVESTMENT
    return verbal and argument.label is Label.COMPANY


def _is_place(sentence: Sentence, argument: Argument) -> bool:
    """Is it a country, or a body of countries ("14 APEC economies")?"""
    following = sentence.tokens[argument.token + 1 : argument.token + 3]
    return argument.label is Label.COUNTRY or any(t.form in _COUNTRIES for t in following)


def _noun_cue(sentence: Sentence, noun: int, argument: Argument) -> str:
    """Genitive or adjective directly before the noun, in Spanish directly after it."""
    follows = sentence.spanish and argument.label is Label.COUNTRY and argument.token == noun + 1
    if noun >= 0 and follows:
        return "modifier"
    if noun < 0 or not 0 < noun - argument.token <= _NEAR:
        return ""
    between = sentence.tokens[argument.token + 1 : noun]
    if argument.genitive and all(t.tag is not Tag.VERB for t in between):
        return "genitive"
    plain = all(t.tag in _NOUN_PHRASE for t in between)
    return "modifier" if plain and len(between) <= _NEAR - 2 else ""


def _possesses(sentence: Sentence, argument: Argument) -> bool:
    """Does the body act, not its country ("Argentina's INTA", "Salvadoran NGO Glasswing")?"""
    if not (argument.genitive or argument.adjective):
        return False
    after = argument.token + (2 if argument.genitive else 1)
    bodies = {a.token for a in sentence.arguments if a.label in _BODIES}
    for n, token in enumerate(sentence.tokens[after : after + 2], after):
        if token.tag is not Tag.WORD:
            return n in bodies
    return False


def _only_names(sentence: Sentence, argument: Argument) -> bool:
    """Is it in "India-based …" or in the name of a law ("the American Rescue Plan")?"""
    following = sentence.tokens[argument.token + 1 : argument.token + 1 + _NEAR]
    forms = [token.form for token in following]
    if forms[:2] == ["-", "based"] or forms[:1] == ["-based"]:
        return True
    for n, token in enumerate(following, argument.token + 1):
        if token.tag not in (Tag.WORD, Tag.NOUN) or not sentence.is_capital(n):
            return False
        if token.form in word_list("laws"):
            return True
    return False


def _of_cue(sentence: Sentence, anchor: Anchor, argument: Argument) -> str:
    verb_takes_it = anchor.verb is not None and argument.token > anchor.verb.verb
    before_noun = anchor.noun < 0 or argument.token < anchor.noun
    if verb_takes_it and before_noun and any("of" in t.roles for t in anchor.triggers):
        return "of"
    first = _group_start(sentence, argument)
    between = sentence.tokens[anchor.noun + 1 : max(0, first - 1)]
    reach = _FAR if any(t.tag is Tag.TRANSPARENT for t in between) else _CLOSE
    articles = sum(t.tag is Tag.DETERMINER for t in sentence.tokens[anchor.noun + 1 : first])
    if anchor.noun >= 0 and 0 <= first - 1 - articles - anchor.noun <= reach:
        return "of"
    return argument.outer if argument.outer != "between" else ""


def _group_start(sentence: Sentence, argument: Argument) -> int:
    """Token of the first member of the argument's list."""
    return min(a.token for a in sentence.arguments if a.group == argument.group)


def _bare_cue(candidate: Candidate, argument: Argument) -> str:
    anchor, amount = candidate.anchor, candidate.amount
    if anchor.verb is None or argument.token < anchor.verb.verb:
        return "local" if amount is not None and argument.token < amount.token else ""
    if argument.outer == "purpose":
        return "purpose"
    return "object" if argument.relation == "" else ""


def _follows_passive(anchor: Anchor, argument: Argument) -> bool:
    return anchor.verb is not None and argument.token > anchor.verb.verb and anchor.verb.passive


def _only_approves(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Does it only nod to what another verb states ("to secure $5 million, was approved by …")?"""
    by = _group_start(sentence, argument) - 1
    while by > 0 and sentence.tokens[by].value != "by":
        by -= 1
    approving = any(r.trigger.id == _APPROVE for r in sentence.tokens[by - 1].readings)
    return by > 0 and approving and by - 1 not in anchor.tokens


def _has_other_doing(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Is it the agent of another participle ("a workshop imparted by …")?"""
    for n in range(_group_start(sentence, argument) - 1, 0, -1):
        if sentence.tokens[n].value == "by":
            at = n - 2 if sentence.tokens[n - 1].form.endswith(_ADVERBIAL) else n - 1
            before = sentence.tokens[at]
            participle = before.form.endswith(("ed", "ado", "ada", "ido", "ida", "idos", "idas"))
            same = any(r.trigger.kind is anchor.kind for r in before.readings)
            other = at not in anchor.tokens and not same
            return other and (before.tag is Tag.VERB or participle)
    return False


def _in_reach(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    clauses = {sentence.clauses[n] for n in candidate.anchor.tokens}
    if candidate.amount is not None:
        clauses.add(candidate.amount.clause)
    elif _follows_next_verb(sentence, candidate.anchor, argument):
        return False
    return argument.clause in clauses


def _follows_next_verb(sentence: Sentence, anchor: Anchor, argument: Argument) -> bool:
    """Is it of the verb that goes on after the object ("held a fair and gave seeds to Cuba")?"""
    if anchor.verb is None or anchor.noun < anchor.verb.verb:
        return False
    return any(
        anchor.noun < g.first < argument.token
        and g.finite
        and sentence.tokens[g.first - 1].tag is Tag.CONJUNCTION
        for g in sentence.groups
    )
