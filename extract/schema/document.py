"""The contract: one document with its entities and records, as output and as annotation."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, model_serializer, model_validator

from extract.schema.text import Block
from extract.schema.values import Agency, DateInterval, Money, Value

__all__ = [
    "PARTY_ROLES",
    "AgencyEntity",
    "CompanyEntity",
    "CountryEntity",
    "DateEntity",
    "Document",
    "Entity",
    "Kind",
    "Label",
    "MoneyEntity",
    "Record",
    "Role",
    "Source",
    "Status",
]  # fmt: skip


class Label(StrEnum):
    """What a mention is (guidelines §1)."""

    AGENCY = "AGENCY"
    COMPANY = "COMPANY"
    COUNTRY = "COUNTRY"
    MONEY = "MONEY"
    DATE = "DATE"


class Kind(StrEnum):
    """What a record states (guidelines §2)."""

    FUNDING = "funding"
    INVESTMENT = "investment"
    TRADE = "trade"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    PROJECT = "project"


class Role(StrEnum):
    """What part an entity has in a record (guidelines §2)."""

    SOURCE = "source"
    RECIPIENT = "recipient"
    IMPLEMENTER = "implementer"
    PARTNER = "partner"
    AMOUNT = "amount"
    DATE = "date"


class Status(StrEnum):
    """Whether the happening is to come, under way or past."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"


PARTY_ROLES = (Role.SOURCE, Role.RECIPIENT, Role.IMPLEMENTER, Role.PARTNER)


class Source(Value):
    """Where a document came from; unknown fields are null, never left out."""

    path: str
    sha256: str
    media_type: str | None = None
    language: str | None = None
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None


class _Mention(Value):
    """What all entities share: an id, and the characters ``text[start:end]`` of the document."""

    id: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str


class AgencyEntity(_Mention):
    """A public or non-profit institution; ``ref`` is shared by all mentions of one body."""

    label: Literal[Label.AGENCY] = Label.AGENCY
    ref: str
    agency: Agency | None = None


class CompanyEntity(_Mention):
    """A business or media outlet."""

    label: Literal[Label.COMPANY] = Label.COMPANY
    ref: str


class MoneyEntity(_Mention):
    """An amount of money; ``money`` is null where the value cannot be told."""

    label: Literal[Label.MONEY] = Label.MONEY
    money: Money | None


class DateEntity(_Mention):
    """A point or stretch on the calendar; ``date`` is null where it cannot be resolved."""

    label: Literal[Label.DATE] = Label.DATE
    date: DateInterval | None


class CountryEntity(_Mention):
    """A country, by name, abbreviation or adjective, as an ISO 3166-1 alpha-2 code."""

    label: Literal[Label.COUNTRY] = Label.COUNTRY
    country: str


Entity = Annotated[
    AgencyEntity | CompanyEntity | MoneyEntity | DateEntity | CountryEntity,
    Field(discriminator="label"),
]


class Record(Value):
    """One stated happening or standing fact.

    Attributes:
        start, end: the evidence, as characters of the document.
        trigger: the words that state it, as characters of the document.
        roles: role → entity ids (in gold also refs and ``@XX`` countries); empty roles are absent.
        rule: id of the rule that made it.
        confidence: probability that the record is right, 0–1.
        also: further places that state the same happening.
    """

    id: str = ""
    kind: Kind
    status: Status = Status.DONE
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    trigger: tuple[int, int] | None = None
    roles: dict[Role, list[str]]
    rule: str | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    also: tuple[tuple[int, int], ...] = ()


class Document(Value):
    """A document: its text, the entities in it, the records they take part in.

    Attributes:
        blocks: the layout of the text (headings, paragraphs, list items, cells) with page numbers;
            may be left out of annotations.
        reviewed: ``False`` on drafts that no labeller has confirmed, absent elsewhere.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    entities: list[Entity] = Field(default_factory=list)
    records: list[Record] = Field(default_factory=list)
    reviewed: bool | None = None

    @model_validator(mode="after")
    def _offsets_hold(self) -> Document:
        for entity in self.entities:
            found = self.text[entity.start : entity.end]
            if found != entity.text:
                raise ValueError(
                    f"entity {entity.id} says {entity.text!r}, "
                    f"the text at {entity.start}:{entity.end} is {found!r}"
                )
        return self

    @model_serializer(mode="wrap")
    def _drop_absent(self, handler: Any) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name, absent in (("blocks", ()), ("reviewed", None)):
            if name in data and getattr(self, name) == absent:
                del data[name]
        return data
