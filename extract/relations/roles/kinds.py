"""Which kind a happening is by who pays: public money is funding, a company's outlay investment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.relations.words.lexicon import Tag, word_list
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.relations.context.antecedents import Context
    from extract.relations.happenings.candidates import Anchor, Candidate
    from extract.relations.roles.assignment import Filling
    from extract.relations.syntax.sentences import Argument, Sentence

_NEAR = 2
_FLOWING = ("funding.receive", "funding.come", "funding.go", "funding.arrive")
_INVESTOR = "investment.investor"
_GOVERNMENTS = ("administration", "government", "gobierno")


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
    if anchor.noun < 0 and _buys_into(filled):
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
    private = any(
        Kind.INVESTMENT in (trigger.private, trigger.kind) for trigger in candidate.anchor.triggers
    )
    payers = [f for f in filled if f.role is Role.SOURCE]
    served = [f for f in filled if f.role is Role.RECIPIENT and f.argument.label is Label.AGENCY]
    if not private or not payers or served:
        return False
    owned = all(_is_business(sentence, f.argument) for f in payers) or _is_investor(sentence)
    return owned and sentence.forms.isdisjoint(word_list("charity"))


def _buys_into(filled: Sequence[Filling]) -> bool:
    """Is the money invested in a company ("The fund invested $9 million in Acme")?"""
    return any(
        f.role is Role.RECIPIENT and f.cue == "in" and f.argument.label is Label.COMPANY
        for f in filled
    )


def _is_investor(sentence: Sentence) -> bool:
    """Does the sentence call who pays an investor ("the first investor: it brought …")?"""
    return any(r.trigger.id == _INVESTOR for t in sentence.tokens for r in t.readings)


def _is_business(sentence: Sentence, payer: Argument) -> bool:
    """Is it a company, or a country's companies ("Chinese firms")?"""
    named = payer.label is Label.COUNTRY and payer.token >= 0
    return payer.label is Label.COMPANY or (named and _beside_private(sentence, payer))


def _beside_private(sentence: Sentence, payer: Argument) -> bool:
    following = sentence.tokens[payer.token + 1 : payer.token + 3]
    before = sentence.tokens[max(0, payer.token - _NEAR) : payer.token]
    return any(t.form in word_list("private") for t in (*before, *following))


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
    if _beside_private(sentence, payer):
        return False
    if payer.label is Label.AGENCY:
        return True
    following = sentence.tokens[payer.token + 1 : payer.token + 3]
    governed = any(t.tag is Tag.TRANSPARENT and t.form.startswith("gov") for t in following)
    return governed or (verbal and not payer.genitive and not payer.adjective)
