"""Flattening: a document's records as rows for pandas and spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.schema import (
    PARTY_ROLES,
    AgencyEntity,
    CompanyEntity,
    CountryEntity,
    DateEntity,
    MoneyEntity,
    RecordRow,
    Role,
)

if TYPE_CHECKING:
    from extract.schema import DateInterval, Document, Entity, Money, Record


def record_rows(document: Document) -> list[RecordRow]:
    """One row per record, in the document's order.

    Parties are canonical names where the gazetteer knows the body, else the name the document
    gives it; countries and their governments are ``@XX`` (ISO 3166-1 alpha-2). Of several amounts
    or dates the first fills the row; the others stay in the document.
    """
    entities = {entity.id: entity for entity in document.entities}
    return [_row(document, record, entities) for record in document.records]


def _row(document: Document, record: Record, entities: dict[str, Entity]) -> RecordRow:
    money = _money(record, entities)
    date = _date(record, entities)
    return RecordRow(
        id=f"{document.id}:{record.id}",
        document=document.id,
        kind=record.kind,
        status=record.status,
        **{role.value: _names(record.roles.get(role, []), entities) for role in PARTY_ROLES},
        amount=money.amount if money else None,
        amount_max=money.max if money else None,
        currency=money.currency if money else None,
        qualifier=money.qualifier if money else None,
        date_start=date.start if date else None,
        date_end=date.end if date else None,
        evidence=" ".join(document.text[record.start : record.end].split()),
        start=record.start,
        end=record.end,
        confidence=record.confidence,
        rule=record.rule,
        published=document.source.published,
        url=document.source.url,
        title=document.source.title,
    )


def party_name(filler: str, entities: dict[str, Entity]) -> str:
    """What a role filler is called: a canonical name, a ref, or ``@XX`` for a country."""
    entity = entities.get(filler)
    match entity:
        case CountryEntity():
            return f"@{entity.country}"
        case AgencyEntity() if entity.agency and not entity.ref.startswith("@"):
            return entity.agency.name
        case AgencyEntity() | CompanyEntity():
            return entity.ref
        case _:
            return filler


def _names(fillers: list[str], entities: dict[str, Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party_name(filler, entities) for filler in fillers))


def _money(record: Record, entities: dict[str, Entity]) -> Money | None:
    for filler in record.roles.get(Role.AMOUNT, []):
        entity = entities.get(filler)
        if isinstance(entity, MoneyEntity) and entity.money:
            return entity.money
    return None


def _date(record: Record, entities: dict[str, Entity]) -> DateInterval | None:
    for filler in record.roles.get(Role.DATE, []):
        entity = entities.get(filler)
        if isinstance(entity, DateEntity) and entity.date:
            return entity.date
    return None
