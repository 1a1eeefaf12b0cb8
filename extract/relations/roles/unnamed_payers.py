"""Who pays and who benefits where the sentence does not say so by its syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.payers import is_lender
from extract.relations.roles.wholes import of_whole
from extract.relations.words.lexicon import word_list
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.syntax.sentences import Argument, Sentence

Addition = tuple[int, Role, str]
"""A mention, the role it takes, and the cue that gives it."""

_POSSESSIVES = ("its", "their", "su", "sus", "our", "nuestra", "nuestro", "nuestras", "nuestros")
_CHANNELS = ("intergovernmental", "ngo")
_REPAY = "funding.repay"
_TOWARDS = ("to", "for", "in")
_AWAY = ("from", "by", "about", "since", "through")


def money_parties(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Missing payers and beneficiaries of funding and investment."""
    whole = list(of_whole(sentence, candidate, filled, context))
    if whole:
        yield from whole
        return
    roles = {f.role for f in filled}
    funded = candidate.anchor.kind is Kind.FUNDING
    owner = possessor(sentence, candidate, context)
    if owner is not None and Role.SOURCE not in roles:
        yield owner, Role.SOURCE, "possessive"
    elif not filled and candidate.anchor.kind is Kind.INVESTMENT:
        yield from _site(sentence, candidate)
    elif Role.SOURCE not in roles and _is_paid(candidate):
        yield from _debtor(sentence, filled, context)
    elif Role.SOURCE not in roles and not _mobilises(filled):
        payers = list(_payer(sentence, candidate, filled, context))
        yield from payers
        if Role.PARTNER not in roles and _only_channels(filled, context):
            paid = [mention for mention, role, _ in payers if role is Role.SOURCE]
            yield from _topic(sentence, candidate, filled, context, paid) if paid else ()
    elif Role.RECIPIENT not in roles or (funded and _only_channels(filled, context)):
        named = Role.RECIPIENT in roles
        yield from (
            _topic(sentence, candidate, filled, context, _payers(filled))
            or (not named and list(_nearby(sentence, candidate, filled, context)))
            or (not named and list(_beneficiary(candidate, filled, context)))
            or ()
        )


def possessor(sentence: Sentence, candidate: Candidate, context: Context) -> int | None:
    """Whose "its exports" are: the last country named before that the sentence does not name.

    In trade it may be who owns the exports before them ("Peru's exports … and its imports").
    """
    noun = candidate.anchor.noun
    before = sentence.tokens[max(0, noun - 3) : max(0, noun)]
    if not any(t.form in _POSSESSIVES for t in before):
        return None
    here = [a for a in sentence.parties() if a.label is Label.COUNTRY]
    owners = [a for a in here if a.token < noun and (a.genitive or a.relation in ("", "of"))]
    if owners and candidate.anchor.kind is Kind.TRADE:
        return owners[0].mention
    taken = {party_key(context.mentions[a.mention]) for a in here}
    earlier = reversed(context.countries_before(sentence.start))
    return next((n for n in earlier if party_key(context.mentions[n]) not in taken), None)


def _site(sentence: Sentence, candidate: Candidate) -> list[Addition]:
    """An investment without investor is in the country, or the company's, that is named first."""
    first = candidate.anchor.tokens[0]
    clause = sentence.clauses[first]
    named = [a for a in sentence.parties() if a.clause == clause and a.label is not Label.AGENCY]
    for a in named[:1]:
        invests = a.label is Label.COMPANY and not a.relation and a.token < first
        return [(a.mention, Role.SOURCE if invests else Role.RECIPIENT, "same clause")]
    return []


def _only_channels(filled: Sequence[Filling], context: Context) -> bool:
    """Do only bodies get the money that pass it on to a country's people?"""
    gaining = (f.argument.mention for f in filled if f.role is Role.RECIPIENT)
    bodies = [context.mentions[n].agency for n in gaining]
    return all(body is not None and body.type in _CHANNELS for body in bodies)


def _payers(filled: Sequence[Filling]) -> list[int]:
    return [f.argument.mention for f in filled if f.role is Role.SOURCE]


def _topic(
    sentence: Sentence,
    candidate: Candidate,
    filled: Sequence[Filling],
    context: Context,
    paying: Sequence[int],
) -> list[Addition]:
    """The country of the headline, which the money is for that no other country is said to get.

    Without one, companies invest where the text is from.
    """
    private = candidate.anchor.kind is Kind.INVESTMENT
    topic = context.home if private and context.topic is None else context.topic
    if topic is None:
        return []
    key = party_key(context.mentions[topic])
    payers = [context.mentions[n] for n in paying]
    home = any(key in (party_key(m), f"@{m.agency and m.agency.country}") for m in payers)
    taken = {f.argument.mention for f in filled}
    others = (
        a
        for a in sentence.parties()
        if a.label is Label.COUNTRY
        and a.mention not in taken
        and party_key(context.mentions[a.mention]) != key
    )
    if home or any(private or a.relation in _TOWARDS for a in others):
        return []
    return [(topic, Role.RECIPIENT, "headline")]


def _payer(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """An unnamed payer in a government's own release is its country, else who was named last."""
    if candidate.anchor.kind is not Kind.FUNDING:
        return
    lead = context.leads.get(sentence.start)
    if lead is not None and not _gets(candidate):
        yield lead, Role.SOURCE, "lead"
        return
    home = context.issuing_body if context.issuer is None else context.issuer
    role = _issuers_part(candidate, filled, context)
    own = _by_issuer(sentence, candidate, context)
    if home is not None and role is not None and own and not _has(filled, home, context):
        yield home, role, "issuer"
    elif not filled and _is_anaphoric(sentence):
        yield from ((n, Role.SOURCE, "context") for n in context.last_subject(sentence.start)[:1])


def _issuers_part(candidate: Candidate, filled: Sequence[Filling], context: Context) -> Role | None:
    """What the issuer is in what nobody else is said to do: the payer, or who got it.

    A lender's release tells what others got from it.
    """
    if not _gets(candidate):
        return Role.SOURCE
    body = None if context.issuing_body is None else context.mentions[context.issuing_body].agency
    lender = context.issuer is None and body is not None and is_lender(body)
    got = any(f.role is Role.RECIPIENT for f in filled)
    return Role.SOURCE if lender and got else None if lender or got else Role.RECIPIENT


def _mobilises(filled: Sequence[Filling]) -> bool:
    """Is who acts the one that others pay through?"""
    return any(f.role is Role.IMPLEMENTER and f.cue in ("subject", "agent", "by") for f in filled)


def _is_paid(candidate: Candidate) -> bool:
    """Is it said only to whom something is paid back ("$5 million was repaid to the IMF")?"""
    verb = candidate.anchor.verb
    return verb is not None and verb.passive and candidate.anchor.trigger.id == _REPAY


def _debtor(sentence: Sentence, filled: Sequence[Filling], context: Context) -> Iterator[Addition]:
    """Who pays back is the country the text is about."""
    taken = {party_key(context.mentions[f.argument.mention]) for f in filled}
    yield from ((n, Role.SOURCE, "context") for n in context.main(sentence.start, taken)[:1])


def _gets(candidate: Candidate) -> bool:
    """Is the verb one of receiving or asking, whose subject is the beneficiary?"""
    return any(t.roles.get("subject") is Role.RECIPIENT for t in candidate.anchor.triggers)


def _by_issuer(sentence: Sentence, candidate: Candidate, context: Context) -> bool:
    """Is it the issuer's own doing: nobody's by its syntax, or by a plan, a bill, "we"?"""
    verb = candidate.anchor.verb
    if verb is None or verb.passive or _gets(candidate):
        return True
    words = sentence.tokens[: verb.first]
    if words and words[-1].form in ("it", "we") and context.issuing_body is not None:
        return True
    return not words or any(t.form in word_list("instruments") for t in words)


def _has(filled: Sequence[Filling], mention: int, context: Context) -> bool:
    key = party_key(context.mentions[mention])
    return any(party_key(context.mentions[f.argument.mention]) == key for f in filled)


def _is_anaphoric(sentence: Sentence) -> bool:
    """Does the sentence go on about the subject of the one before ("It …", "The bank …")?"""
    forms = [t.form for t in sentence.tokens[:2]]
    return bool(forms) and not {forms[0], " ".join(forms)}.isdisjoint(word_list("anaphors"))


def _nearby(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Money with a payer goes to the other country the sentence names, if it names just one."""
    taken = {party_key(context.mentions[f.argument.mention]) for f in filled}
    others = [
        a
        for a in sentence.parties()
        if a.label is Label.COUNTRY and party_key(context.mentions[a.mention]) not in taken
    ]
    open_ = [a for a in others if a.relation not in _AWAY and _may_gain(sentence, candidate, a)]
    keys = {party_key(context.mentions[a.mention]) for a in open_}
    if len({a.group for a in open_}) == 1 or len(keys) == 1:
        yield from ((a.mention, Role.RECIPIENT, "same sentence") for a in open_)


def _may_gain(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    """Is it in the clause of the happening, in a phrase after it, or in a clause without amount?"""
    first = candidate.anchor.tokens[0]
    if argument.clause in {sentence.clauses[n] for n in candidate.anchor.tokens}:
        return True
    if argument.token < first:
        return False
    amounts = {a.clause for a in sentence.of_label(Label.MONEY)}
    return bool(argument.relation) or argument.clause not in amounts


def _beneficiary(
    candidate: Candidate, filled: Sequence[Filling], context: Context
) -> Iterator[Addition]:
    """Foreign money in a government's own release goes to its country."""
    payers = [f.argument.mention for f in filled if f.role is Role.SOURCE]
    funded = candidate.anchor.kind is Kind.FUNDING and context.issuer is not None
    if funded and context.issuer is not None and all(context.is_foreign(n) for n in payers):
        yield context.issuer, Role.RECIPIENT, "issuer"
