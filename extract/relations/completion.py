"""What a sentence leaves unsaid and its context says: the missing side, the issuer, "its".

Each rule adds fillings with a cue of its own, so that a record shows where its party came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context import party_key
from extract.relations.lexicon import word_list
from extract.relations.roles import Filling
from extract.relations.syntax import Argument
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.candidates import Candidate
    from extract.relations.context import Context
    from extract.relations.syntax import Sentence

_POSSESSIVES = ("its", "their", "su", "sus", "our", "nuestra", "nuestro", "nuestras", "nuestros")
_ONE_WAY = {
    "trade.exports": (Role.SOURCE, Role.RECIPIENT),
    "trade.imports": (Role.RECIPIENT, Role.SOURCE),
}
_SIDES = 2


def complete(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[Filling]:
    """``filled`` with the parties that the context adds.

    Args:
        sentence: where the happening stands.
        candidate: the happening.
        filled: the parties that the sentence itself gives a role.
        context: the discourse of the document.
    """
    rule = _RULES.get(candidate.anchor.kind)
    if rule is None:
        return list(filled)
    taken = {party_key(context.mentions[f.argument.mention]) for f in filled}
    added = [
        Filling(_argument(context, mention), role, cue)
        for mention, role, cue in rule(sentence, candidate, filled, context)
        if party_key(context.mentions[mention]) not in taken
    ]
    return [*filled, *added]


Addition = tuple[int, Role, str]


def _argument(context: Context, mention: int) -> Argument:
    label = context.mentions[mention].label
    return Argument(mention, -1, label, "", "", -1, -1, referred=True)


def _roles(filled: Sequence[Filling]) -> set[Role]:
    return {f.role for f in filled}


def _trade(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    sides = _ONE_WAY.get(candidate.anchor.trigger.id)
    roles = _roles(filled)
    if sides is not None:
        for role in sides:
            if role not in roles and (role is sides[0] or len(roles) == 1):
                yield from ((n, role, "context") for n in context.main(sentence.start)[:1])
                break
    elif candidate.anchor.trigger.id == "trade.two_way" and len(filled) < _SIDES:
        at = candidate.anchor.tokens[0]
        before = [a for a in sentence.parties() if a.token < at] if filled else sentence.parties()
        here = [a.mention for a in before if a.label is Label.COUNTRY]
        if len({party_key(context.mentions[n]) for n in here}) == _SIDES:
            yield from ((n, Role.PARTNER, "same sentence") for n in here)
            return
        named = {party_key(context.mentions[f.argument.mention]) for f in filled}
        pair = (
            context.resolve("both", sentence.start) if not named else context.main(sentence.start)
        )
        yield from ((n, Role.PARTNER, "context") for n in pair)


def _money(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    owner = _possessor(sentence, candidate, context)
    roles = _roles(filled)
    if owner is not None and Role.SOURCE not in roles:
        yield owner, Role.SOURCE, "possessive"
        return
    if not filled and candidate.anchor.kind is Kind.INVESTMENT:
        yield from _site(sentence, candidate)
    elif Role.SOURCE not in roles and Role.IMPLEMENTER not in roles:
        yield from _payer(sentence, candidate, filled, context)
    elif Role.RECIPIENT not in roles:
        nearby = list(_nearby(sentence, candidate, filled, context))
        yield from nearby or _beneficiary(candidate, filled, context)


def _nearby(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Money with a payer goes to the other country the sentence names, if it names one."""
    taken = {party_key(context.mentions[f.argument.mention]) for f in filled}
    others = [
        a for a in sentence.parties()
        if a.label is Label.COUNTRY and party_key(context.mentions[a.mention]) not in taken
        and a.relation not in ("from", "by", "about", "since", "through")
    ]  # fmt: skip
    clause = {sentence.clauses[n] for n in candidate.anchor.tokens}
    after = [
        a
        for a in others
        if a.clause in clause or (a.relation and a.token > candidate.anchor.tokens[0])
    ]
    groups = {a.group for a in after}
    if len(groups) == 1 or len({party_key(context.mentions[a.mention]) for a in after}) == 1:
        yield from ((a.mention, Role.RECIPIENT, "same sentence") for a in after)


def _site(sentence: Sentence, candidate: Candidate) -> Iterator[Addition]:
    """An investment without investor is in the company or country that its clause names first."""
    clause = sentence.clauses[candidate.anchor.tokens[0]]
    named = [a for a in sentence.parties() if a.clause == clause and a.label is not Label.AGENCY]
    yield from ((a.mention, Role.RECIPIENT, "same clause") for a in named[:1])


def _payer(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """An unnamed payer in a government's own release is its country, else who was named last."""
    if candidate.anchor.kind is not Kind.FUNDING:
        return
    home = context.issuer
    if home is not None and not _is_home(filled, home, context):
        yield home, Role.SOURCE, "issuer"
    elif not filled and _is_anaphoric(sentence):
        yield from ((n, Role.SOURCE, "context") for n in context.last_subject(sentence.start)[:1])


def _is_anaphoric(sentence: Sentence) -> bool:
    """Does the sentence go on about the subject of the one before ("It …", "The bank …")?"""
    forms = [t.form for t in sentence.tokens[:2]]
    return bool(forms) and (
        forms[0] in word_list("anaphors") or " ".join(forms) in word_list("anaphors")
    )


def _is_home(filled: Sequence[Filling], home: int, context: Context) -> bool:
    key = party_key(context.mentions[home])
    return any(party_key(context.mentions[f.argument.mention]) == key for f in filled)


def _beneficiary(
    candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Foreign money in a government's own release goes to its country."""
    if (
        candidate.anchor.kind is Kind.FUNDING
        and context.issuer is not None
        and all(context.is_foreign(f.argument.mention) for f in filled if f.role is Role.SOURCE)
    ):
        yield context.issuer, Role.RECIPIENT, "issuer"


def _possessor(sentence: Sentence, candidate: Candidate, context: Context) -> int | None:
    """Whose "its exports" are: the last country named before that the sentence does not name."""
    noun = candidate.anchor.noun
    if noun < 1 or not any(
        t.form in _POSSESSIVES for t in sentence.tokens[max(0, noun - 3) : noun]
    ):
        return None
    here = {party_key(context.mentions[a.mention]) for a in sentence.parties()}
    return next(
        (n for n in reversed(context.countries_before(sentence.start))
         if party_key(context.mentions[n]) not in here),
        None,
    )  # fmt: skip


def _sides(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """The other side: the subject of the sentence before, or the issuer's country."""
    anchor = candidate.anchor
    elided = anchor.verb is None or anchor.verb.passive
    if elided and len(filled) == 1 and filled[0].cue == "with":
        yield from ((n, Role.PARTNER, "context") for n in context.last_subject(sentence.start)[:1])
    elif not filled and candidate.dates and anchor.kind is Kind.AGREEMENT:
        yield from ((n, Role.PARTNER, "context") for n in context.clear_pair())
    elif (
        len(filled) == 1
        and context.issuer is not None
        and context.is_foreign(filled[0].argument.mention)
    ):
        yield context.issuer, Role.PARTNER, "issuer"


_RULES = {
    Kind.TRADE: _trade,
    Kind.FUNDING: _money,
    Kind.INVESTMENT: _money,
    Kind.AGREEMENT: _sides,
    Kind.MEETING: _sides,
}
