"""The other side of what has two, where the sentence names one or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import party_keys
from extract.relations.roles.cues import is_capital
from extract.relations.roles.unnamed_payers import possessor
from extract.relations.words.lexicon import word_list
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.roles.beneficiaries import Addition
    from extract.relations.syntax.sentences import Sentence

_SIDES = 2
_ONE_WAY = {
    "trade.exports": (Role.SOURCE, Role.RECIPIENT),
    "trade.imports": (Role.RECIPIENT, Role.SOURCE),
}
_NAMES_HOST = ("subject", "agent", "between", "genitive", "modifier", "clause subject", "by")


def trade_sides(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Whose exports, whose imports, trade between whom."""
    sides = _ONE_WAY.get(candidate.anchor.trigger.id)
    owner = possessor(sentence, candidate, context) if sides is not None else None
    if sides is not None and owner is not None and all(f.role is not sides[0] for f in filled):
        yield owner, sides[0], "possessive"
    elif sides is not None:
        yield from _one_way(sentence, sides, filled, context)
    elif candidate.anchor.trigger.id == "trade.two_way" and len(filled) < _SIDES:
        yield from _two_way(sentence, candidate, filled, context)


def _one_way(
    sentence: Sentence, sides: tuple[Role, Role], filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Exports are of the country the text is about; their buyer is only what the sentence says."""
    roles = {f.role for f in filled}
    taken = party_keys(filled, context)
    for role in sides:
        if role not in roles and (role is sides[0] or len(roles) == 1):
            yield from ((n, role, "context") for n in context.main(sentence.end, taken)[:1])
            return


def _two_way(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    at = candidate.anchor.tokens[0]
    before = [a for a in sentence.parties() if a.token < at] if filled else sentence.parties()
    here = [a.mention for a in before if a.label is Label.COUNTRY]
    if len({party_key(context.mentions[n]) for n in here}) == _SIDES:
        yield from ((n, Role.PARTNER, "same sentence") for n in here)
        return
    pair = () if filled else context.clear_pair()
    yield from ((n, Role.PARTNER, "context") for n in pair or context.main(sentence.start))


def other_sides(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Who signed with, met with, visited those that the sentence names."""
    anchor = candidate.anchor
    cues = {f.cue for f in filled if not is_capital(sentence, f.argument)}
    if not filled:
        bilateral = anchor.kind is Kind.AGREEMENT or _is_bilateral(sentence, candidate)
        sides: Sequence[int] = context.clear_pair() if candidate.dates and bilateral else ()
        yield from ((n, Role.PARTNER, "context") for n in sides)
    elif cues == {"with"} and (anchor.verb is None or anchor.verb.passive):
        said = context.last_subject(sentence.start) or context.main(sentence.start)
        yield from ((n, Role.PARTNER, "context") for n in said[:1])
    elif (
        len(filled) == 1
        and context.issuer is not None
        and context.is_foreign(filled[0].argument.mention)
    ):
        yield context.issuer, Role.PARTNER, "issuer"
    elif cues <= {"to"} and (other := _other_of_pair(sentence, candidate, filled, context)):
        yield from ((n, Role.PARTNER, "context") for n in other)
    elif context.home is not None and _lacks_host(candidate, filled, context):
        yield context.home, Role.PARTNER, "context"


def _other_of_pair(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[int]:
    """Who goes to the only country that is named, in a text about two."""
    if not _is_bilateral(sentence, candidate):
        return []
    named = party_keys(filled, context)
    pair = {party_key(context.mentions[n]): n for n in context.clear_pair()}
    return [n for key, n in pair.items() if key not in named] if named < pair.keys() else []


def _lacks_host(candidate: Candidate, filled: Sequence[Filling], context: Context) -> bool:
    """Is it a meeting of which the sentence names neither the host nor who acts?"""
    if candidate.anchor.kind is not Kind.MEETING:
        return False
    unnamed = {f.cue for f in filled}.isdisjoint(_NAMES_HOST)
    return unnamed or _goes_abroad(candidate, filled, context)


def _is_bilateral(sentence: Sentence, candidate: Candidate) -> bool:
    """Is it a meeting of two, said by a verb of its own ("the talks will be held in May")?"""
    anchor = candidate.anchor
    if anchor.verb is None or anchor.noun < 0 or not anchor.verb.finite:
        return False
    return any(word in word_list("bilateral") for word in sentence.tokens[anchor.noun].form.split())


def _goes_abroad(candidate: Candidate, filled: Sequence[Filling], context: Context) -> bool:
    """Does a foreign body visit a town of the country that the text is from?"""
    verb = candidate.anchor.verb_reading
    if len(filled) != 1 or verb is None or candidate.anchor.verb is None:
        return False
    found = context.mentions[filled[0].argument.mention]
    owner = found.agency.country if found.agency is not None else found.country
    home = context.home is not None and party_key(context.mentions[context.home])
    going = verb.trigger.id in ("meeting.meet", "meeting.travel") and candidate.anchor.noun < 0
    return bool(owner) and going and f"@{owner}" != home
