"""Documents as pandas frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extract.errors import UsageError
from extract.rows import record_rows
from extract.schema import (
    AgencyEntity,
    CompanyEntity,
    CountryEntity,
    DateEntity,
    Document,
    MoneyEntity,
    RecordRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from extract.schema import Entity


class Frames(NamedTuple):
    """Two tables: a row per record, and a row per entity mention."""

    records: pd.DataFrame
    entities: pd.DataFrame


_ENTITY_COLUMNS = (
    "document", "id", "label", "start", "end", "text", "ref", "name", "country",
    "amount", "amount_max", "currency", "qualifier", "date_start", "date_end", "edtf",
)  # fmt: skip


def to_frame(source: Document | Iterable[Document] | str | Path) -> Frames:
    """Tables of the records and entities of documents.

    Args:
        source: a document, several, an output folder, or a ``documents.jsonl`` file.

    Returns:
        ``records`` with the columns of ``records.jsonl`` (amounts as numbers, dates as
        timestamps) and ``entities`` with one row per mention.

    Raises:
        UsageError: there is no such folder or file.
    """
    import pandas as pd

    documents = [source] if isinstance(source, Document) else source
    if isinstance(documents, str | Path):
        documents = load_documents(documents)
    rows: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    for document in documents:
        rows.extend(row.model_dump(mode="json") for row in record_rows(document))
        mentions.extend(_entity_row(document.id, entity) for entity in document.entities)
    records = pd.DataFrame(rows, columns=list(RecordRow.model_fields))
    entities = pd.DataFrame(mentions, columns=list(_ENTITY_COLUMNS))
    for frame in (records, entities):
        for column in ("amount", "amount_max"):
            frame[column] = pd.to_numeric(frame[column])
        for column in ("date_start", "date_end"):
            frame[column] = pd.to_datetime(frame[column])
    records["published"] = pd.to_datetime(records["published"])
    return Frames(records, entities)


def load_documents(path: str | Path) -> Iterator[Document]:
    """The documents of an output folder or of a ``.jsonl`` file, one at a time.

    Raises:
        UsageError: there is no such folder or file.
    """
    file = Path(path)
    if file.is_dir():
        file = file / "documents.jsonl"
    if not file.is_file():
        raise UsageError(f"no documents at {file}", hint="run `extract run` first")
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield Document.model_validate_json(line)


def _entity_row(document: str, entity: Entity) -> dict[str, Any]:
    row: dict[str, Any] = {
        "document": document,
        "id": entity.id,
        "label": entity.label.value,
        "start": entity.start,
        "end": entity.end,
        "text": entity.text,
    }
    match entity:
        case AgencyEntity():
            row["ref"] = entity.ref
            if entity.agency:
                row |= {"name": entity.agency.name, "country": entity.agency.country}
        case CompanyEntity():
            row["ref"] = entity.ref
        case CountryEntity():
            row["country"] = entity.country
        case MoneyEntity() if entity.money:
            money = entity.money.model_dump(mode="json")
            row |= {"amount": money["amount"], "amount_max": money["max"]}
            row |= {"currency": money["currency"], "qualifier": money["qualifier"]}
        case DateEntity() if entity.date:
            date = entity.date.model_dump(mode="json")
            row |= {"date_start": date["start"], "date_end": date["end"], "edtf": date["edtf"]}
    return row
