"""Who stands for whom: a legislature for its state, a government's investment for funding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.relations.context.antecedents import party_key
from extract.relations.roles.assignment import Filling
from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.entities.mentions import Mention
    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.schema import Agency

_SIDES = 2
_NEAR = 2
_FLOWING = ("funding.receive", "funding.come", "funding.go", "funding.arrive")
_BORROWING = ("funding.receive", "funding.loan")
_GOVERNMENTS = ("administration", "government", "gobierno")
_VOTED = "its legislature"
_PRIVATE_AFTER = (
    "companies", "businesses", "firms", "company", "firm", "investors", "countries", "economies",
    "pension", "empresa", "compañía", "firma",
    "superannuation", "capital", "groups", "carmakers", "banks",
    "empresas", "compañías", "inversionistas", "inversores", "economías", "países", "firmas",
    "capitales", "grupos", "consorcios", "bancos",
)  # fmt: skip


def states_pay(filled: Sequence[Filling], context: Context, text: str) -> list[Filling]:
    """``filled`` with legislatures that pay and cabinets that sign as their country (§2).

    A cabinet of no country the text names pays nothing.
    Who asks the legislature for money is no beneficiary ("the President asked Congress for").
    """
    states = [s for filling in filled if (s := _state(filling, context, text)) is not None]
    if not any(f.cue == _VOTED for f in states):
        return states
    return [f for f in states if not (f.cue == "subject" and f.role is Role.RECIPIENT)]


def _state(filling: Filling, context: Context, text: str) -> Filling | None:
    mention = context.mentions[filling.argument.mention]
    if filling.role not in (Role.SOURCE, Role.PARTNER) or mention.label is not Label.AGENCY:
        return filling
    pays = filling.role is Role.SOURCE
    body = _governed(filling.argument.mention, context, text) if pays else None
    if body is not None:
        return replace(filling, argument=replace(filling.argument, mention=body))
    if not _stands_for_state(mention, text, filling.role):
        return filling
    country = mention.agency.country if mention.agency is not None else None
    index = context.country(country) if country else context.home
    if index is None:
        cabinet = filling.role is Role.SOURCE and _stands_for_state(mention, text, Role.PARTNER)
        return None if cabinet else filling
    return Filling(
        replace(filling.argument, mention=index, label=Label.COUNTRY),
        filling.role,
        _VOTED if filling.role is Role.SOURCE else filling.cue,
    )


def _governed(index: int, context: Context, text: str) -> int | None:
    """The body whose board it is, which pays what its board approves."""
    mention = context.mentions[index]
    words = text[mention.start : mention.end].lower()
    if mention.agency is not None or not any(name in words for name in word_list("boards")):
        return None
    own = party_key(mention)
    owner = context.mentions[index - 1] if index else None
    if owner is not None and text[owner.end : mention.start].strip(" ’'") == "s":
        return index - 1
    for n, other in enumerate(context.mentions):
        if other.label is Label.AGENCY and party_key(other) != own:
            name = text[other.start : other.end].lower()
            if name in words or own.startswith(f"{party_key(other)} "):
                return n
    return context.issuing_body


def _stands_for_state(mention: Mention, text: str, role: Role) -> bool:
    """Is it a legislature, which pays for its state, or a cabinet, which signs for it?"""
    words = text[mention.start : mention.end].lower()
    if role is Role.PARTNER:
        return any(name in words for name in word_list("cabinets"))
    listed = mention.agency is not None and mention.agency.type == "legislature"
    return listed or any(words.endswith(name) for name in word_list("legislatures"))


def split_signatories(
    candidate: Candidate, filled: Sequence[Filling], context: Context
) -> list[Filling]:
    """Of a bank and a country that sign a loan together, the bank lends to the country."""
    verb = candidate.anchor.verb_reading
    signed = verb is not None and verb.trigger.money is Kind.FUNDING
    if candidate.anchor.kind is Kind.FUNDING and (signed or _borrows(candidate)):
        filled = _lent_by(filled, context)
    if candidate.anchor.kind is Kind.FUNDING and not any(f.role is Role.SOURCE for f in filled):
        return _first_gives(filled)
    if any(f.cue == "subject" and f.role is Role.SOURCE for f in filled):
        filled = [
            replace(f, role=Role.RECIPIENT) if f.cue == "with" and f.role is Role.SOURCE else f
            for f in filled
        ]
    sides = {f.argument.mention: party_key(context.mentions[f.argument.mention]) for f in filled}
    states = {n for n, key in sides.items() if key.startswith("@")}
    payers = {f.argument.mention for f in filled if f.role is Role.SOURCE}
    if not signed or candidate.anchor.kind is not Kind.FUNDING or not payers - states:
        return list(filled)
    return [
        replace(f, role=Role.RECIPIENT)
        if f.role is Role.SOURCE and f.argument.mention in states
        else f
        for f in filled
    ]


def is_lender(body: Agency) -> bool:
    """Is it a development bank or a fund?"""
    return body.type == "development_bank" or "Fund" in body.name


def _borrows(candidate: Candidate) -> bool:
    return any(t.id in _BORROWING for t in candidate.anchor.triggers)


def _lent_by(filled: Sequence[Filling], context: Context) -> list[Filling]:
    """Of a state that signs or negotiates with a bank, the bank lends to the state."""
    bodies = {f.argument.mention: context.mentions[f.argument.mention].agency for f in filled}
    lenders = {n for n, body in bodies.items() if body is not None and is_lender(body)}
    with_lender = any(f.cue == "with" and f.argument.mention in lenders for f in filled)
    if not with_lender:
        return list(filled)
    return [
        replace(f, role=Role.SOURCE)
        if f.argument.mention in lenders and f.cue == "with"
        else replace(f, role=Role.RECIPIENT)
        if f.role is Role.SOURCE and party_key(context.mentions[f.argument.mention])[0] == "@"
        else f
        for f in filled
        if f.role is not Role.RECIPIENT or f.argument.mention not in lenders
    ]


def _first_gives(filled: Sequence[Filling]) -> list[Filling]:
    """Of the two sides of a grant ("between Japan and Zambia") the first named gives."""
    sides = [f for f in filled if f.cue == "between"]
    if not sides or len(filled) < _SIDES:
        return list(filled)
    first = min(sides, key=lambda f: f.argument.token)
    return [replace(f, role=Role.SOURCE) if f is first else f for f in filled]


def settle_kind(
    sentence: Sentence, candidate: Candidate, filled: Sequence[Filling], context: Context
) -> None:
    """Public money that is "invested" is funding: change the candidate's kind where a body pays.

    What companies spend is investment, and what countries get, in a text about such flows.
    """
    anchor = candidate.anchor
    flows = context.is_about_flows and _flows(candidate, filled)
    if anchor.kind is Kind.FUNDING and (flows or _is_outlay(sentence, candidate, filled)):
        anchor.kind = Kind.INVESTMENT
        return
    reading = anchor.verb_reading if anchor.noun_reading is None else anchor.noun_reading
    if anchor.kind is not Kind.INVESTMENT or reading is None or reading.trigger.public is None:
        return
    payers = [f.argument for f in filled if f.role is Role.SOURCE]
    if context.is_about_flows and all(payer.label is Label.COUNTRY for payer in payers):
        return
    done = anchor.verb is not None and anchor.verb.status is Status.DONE
    if done and _invests_abroad(filled):
        return
    verbal = anchor.noun < 0
    public = all(_is_public(sentence, payer, verbal=verbal) for payer in payers)
    if public and (payers or (verbal and _by_law(sentence, anchor))):
        anchor.kind = reading.trigger.public


def _by_law(sentence: Sentence, anchor: Anchor) -> bool:
    """Is it a law, a budget or a government that invests ("The law will invest $3 billion")?"""
    if anchor.verb is None:
        return False
    clause = sentence.clauses[anchor.verb.first]
    before = sentence.tokens[sentence.clauses.index(clause) : anchor.verb.first]
    return any(t.form in word_list("holders") or t.form in _GOVERNMENTS for t in before)


def _flows(candidate: Candidate, filled: Sequence[Filling]) -> bool:
    """Is it only said that money comes or goes, from no body ("Chile received $21 billion")?"""
    anchor = candidate.anchor
    bodies = any(f.role is Role.SOURCE and f.argument.label is Label.AGENCY for f in filled)
    return anchor.noun < 0 and anchor.trigger.id in _FLOWING and not bodies


def _is_outlay(sentence: Sentence, candidate: Candidate, filled: Sequence[Filling]) -> bool:
    """Do only companies spend, on nothing of public use ("will put $2 billion into a mill")?"""
    reading = candidate.anchor.verb_reading
    private = reading is not None and reading.trigger.private is Kind.INVESTMENT
    payers = [f for f in filled if f.role is Role.SOURCE]
    served = [f for f in filled if f.role is Role.RECIPIENT and f.argument.label is Label.AGENCY]
    if not private or not payers or served:
        return False
    owned = all(f.argument.label is Label.COMPANY for f in payers)
    return owned and sentence.forms.isdisjoint(word_list("charity"))


def _invests_abroad(filled: Sequence[Filling]) -> bool:
    """Is it what one country has in another ("Korea invested $2 billion in Vietnam")?"""
    bare = [f for f in filled if f.argument.label is Label.COUNTRY]
    roles = {f.role for f in bare}
    into = any(f.role is Role.RECIPIENT and f.cue in ("in", "to") for f in bare)
    return into and {Role.SOURCE, Role.RECIPIENT} <= roles


def _is_public(sentence: Sentence, payer: Argument, *, verbal: bool) -> bool:
    """Is the payer a public body, or a country that itself invests ("Australia is investing")?"""
    if payer.label is Label.COMPANY or payer.token < 0:
        return False
    following = sentence.tokens[payer.token + 1 : payer.token + 3]
    around = [*sentence.tokens[max(0, payer.token - _NEAR) : payer.token], *following]
    if any(t.form in _PRIVATE_AFTER for t in around):
        return False
    if payer.label is Label.AGENCY:
        return True
    governed = any(t.tag is Tag.TRANSPARENT and t.form.startswith("gov") for t in following)
    return governed or (verbal and not payer.genitive and not payer.adjective)
