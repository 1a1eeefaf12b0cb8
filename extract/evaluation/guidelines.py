"""What the guidelines and the code lists say of a single entity or record."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.schema import (
    PARTY_ROLES,
    AgencyEntity,
    CompanyEntity,
    CountryEntity,
    DateEntity,
    Kind,
    Label,
    MoneyEntity,
    Role,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.schema import Document, Entity, Record

Message = tuple[str, str]
"""Place (an entity or record id) and what is wrong there."""

_ARTICLE = re.compile(r"(?:the|an?|el|la|los|las|un|una)\s", re.IGNORECASE)
_VALUE_LABEL = {Role.AMOUNT: Label.MONEY, Role.DATE: Label.DATE}
_WITHOUT_VALUE = (Kind.FUNDING, Kind.AGREEMENT)


def wrong_entities(document: Document) -> Iterator[Message]:
    """Spans with white space around them, values that cannot be."""
    for entity in document.entities:
        if entity.text != entity.text.strip() or not entity.text:
            yield entity.id, f"{entity.text!r} is empty or has white space around it"
        for message in _wrong_value(entity):
            yield entity.id, f"{entity.text!r}: {message}"


def doubtful_entities(document: Document) -> Iterator[Message]:
    """Names with their article, which a span leaves out (guidelines §1)."""
    for entity in document.entities:
        if isinstance(entity, AgencyEntity) and _ARTICLE.match(entity.text):
            yield entity.id, f"{entity.text!r} begins with an article"


def wrong_records(document: Document) -> Iterator[Message]:
    """Fillers that are nothing in the document, evidence outside it, records of too little."""
    by_id = {entity.id: entity for entity in document.entities}
    refs = {e.ref for e in document.entities if isinstance(e, AgencyEntity | CompanyEntity)}
    for record in document.records:
        for role, filler in ((role, f) for role, fs in record.roles.items() for f in fs):
            if not _resolves(role, filler, by_id, refs):
                wanted = _VALUE_LABEL.get(role, "party")
                yield record.id, f"{role}={filler} is no {wanted} of this document"
        for message in _wrong_record(record, len(document.text)):
            yield record.id, message


def _wrong_value(entity: Entity) -> Iterator[str]:
    match entity:
        case MoneyEntity(money=money) if money is not None:
            if money.currency not in _currencies():
                yield f"{money.currency} is no currency of ISO 4217"
            if money.max is not None and money.max < money.amount:
                yield "the range ends below its start"
        case DateEntity(date=date) if date is not None:
            if date.start and date.end and date.end < date.start:
                yield "the stretch ends before it starts"
        case CountryEntity(country=country) if country not in _countries():
            yield f"{country} is no country of ISO 3166-1"
        case AgencyEntity(ref=ref) | CompanyEntity(ref=ref):
            if not ref.strip():
                yield "the ref is empty"
            elif ref.startswith("@") and ref[1:] not in _countries():
                yield f"{ref} is no country of ISO 3166-1"


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code))


def _resolves(role: Role, filler: str, by_id: dict[str, Entity], refs: set[str]) -> bool:
    entity = by_id.get(filler)
    if role in _VALUE_LABEL:
        return entity is not None and entity.label is _VALUE_LABEL[role]
    if filler.startswith("@"):
        return filler[1:] in _countries()
    if entity is None:
        return filler in refs
    return entity.label not in _VALUE_LABEL.values()


def _wrong_record(record: Record, length: int) -> Iterator[str]:
    if not record.start < record.end <= length:
        yield f"the evidence {record.start}:{record.end} is not in the text"
    if record.trigger and not record.start <= record.trigger[0] < record.trigger[1] <= record.end:
        yield "the trigger is not in the evidence"
    parties = {filler for role in PARTY_ROLES for filler in record.roles.get(role, ())}
    tied = record.roles.get(Role.AMOUNT) or record.roles.get(Role.DATE)
    alone = len(parties) > 1 and record.kind in _WITHOUT_VALUE
    if not ((parties and tied) or alone):
        yield "a record needs a party and an amount or a date (guidelines §2)"
