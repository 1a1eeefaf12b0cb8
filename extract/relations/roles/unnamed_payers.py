"""Who pays where the sentence does not say so by its syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import party_keys
from extract.relations.roles.beneficiaries import (
    beneficiaries,
    headline_country,
    only_channels,
    site,
)
from extract.relations.roles.earlier import lacks_subject
from extract.relations.roles.lenders import is_lender
from extract.relations.roles.wholes import of_whole
from extract.relations.words.lexicon import word_list
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.roles.beneficiaries import Addition
    from extract.relations.syntax.sentences import Sentence

_POSSESSIVES = ("its", "their", "su", "sus", "our", "nuestra", "nuestro", "nuestras", "nuestros")
_REPAY = "funding.repay"


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
        yield from site(sentence, candidate)
    elif Role.SOURCE not in roles and _is_paid(candidate):
        yield from _debtor(sentence, filled, context)
    elif Role.SOURCE not in roles and not _mobilises(filled):
        payers = list(_payer(sentence, candidate, filled, context))
        yield from payers
        if Role.PARTNER not in roles and only_channels(filled, context):
            paid = [mention for mention, role, _ in payers if role is Role.SOURCE]
            yield from headline_country(sentence, candidate, filled, context, paid) if paid else ()
    elif Role.RECIPIENT not in roles or (funded and only_channels(filled, context)):
        yield from beneficiaries(sentence, candidate, filled, context)


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
    elif not filled and (_is_anaphoric(sentence) or _goes_on(sentence, candidate)):
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
    taken = party_keys(filled, context)
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
    return party_key(context.mentions[mention]) in party_keys(filled, context)


def _goes_on(sentence: Sentence, candidate: Candidate) -> bool:
    """Does a Spanish sentence leave out who gives ("Asimismo, entregó …")?"""
    verb = candidate.anchor.verb
    active = sentence.spanish and verb is not None and not verb.passive and not verb.reflexive
    return active and verb is not None and lacks_subject(sentence, verb)


def _is_anaphoric(sentence: Sentence) -> bool:
    """Does the sentence go on about the subject of the one before ("It …", "The bank …")?"""
    forms = [t.form for t in sentence.tokens[:2]]
    return bool(forms) and not {forms[0], " ".join(forms)}.isdisjoint(word_list("anaphors"))
