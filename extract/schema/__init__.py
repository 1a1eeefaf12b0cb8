"""The contract between all parts: documents, entities, records, and the flat rows made of them."""

from extract.schema.document import (
    PARTY_ROLES,
    AgencyEntity,
    CompanyEntity,
    CountryEntity,
    DateEntity,
    Document,
    Entity,
    Kind,
    Label,
    MoneyEntity,
    Record,
    Role,
    Source,
    Status,
)
from extract.schema.rows import ErrorRow, RecordRow
from extract.schema.text import Block, BlockKind, Metadata, SourceText
from extract.schema.values import Agency, DateInterval, Money, Qualifier

__all__ = [
    "PARTY_ROLES",
    "Agency",
    "AgencyEntity",
    "Block",
    "BlockKind",
    "CompanyEntity",
    "CountryEntity",
    "DateEntity",
    "DateInterval",
    "Document",
    "Entity",
    "ErrorRow",
    "Kind",
    "Label",
    "Metadata",
    "Money",
    "MoneyEntity",
    "Qualifier",
    "Record",
    "RecordRow",
    "Role",
    "Source",
    "SourceText",
    "Status",
]
