"""Gold drafts: the pipeline's output, to be corrected by hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extract.errors import UsageError
from extract.evaluation.loading import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extract.schema import Document


def draft(path: Path) -> Iterator[Document]:
    """The documents of a file as the pipeline sees them, marked ``reviewed: false``.

    What the folder's ``metadata.csv`` says of the file counts.

    Raises:
        ReadError: the file cannot be read.
    """
    from extract.pipeline import process_source
    from extract.readers import read, read_metadata

    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    metadata = read_metadata(path.parent).get(path.name)
    for source in read(path, metadata=metadata):
        document = process_source(source, path=path.name, sha256=sha256)
        yield document.model_copy(update={"reviewed": False})


def write(documents: Iterable[Document], folder: Path) -> Iterator[Path]:
    """Write one ``<id>.jsonl`` for each document.

    Args:
        documents: what to write.
        folder: where; made if absent.

    Returns:
        The files, as they are written.

    Raises:
        UsageError: a document of that id is there; hand labelling is never overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = known_ids(folder)
    for document in documents:
        path = folder / f"{file_name(document.id)}.jsonl"
        if document.id in taken or path.exists():
            raise UsageError(
                f"{document.id} is already labelled at {taken.get(document.id, path.name)}",
                hint="remove it first if it is to be made anew",
            )
        taken[document.id] = path.name
        path.write_text(document.model_dump_json() + "\n", encoding="utf-8")
        yield path


def known_ids(folder: Path) -> dict[str, str]:
    """Ids of the documents in a folder of annotations, with the places they are at."""
    files = sorted((*folder.glob("*.jsonl"), *folder.glob("*.json")))
    return {raw["id"]: place for file in files for place, raw in read_lines(file)}


def file_name(id_: str) -> str:
    """A document's id as a file name that stays inside its folder.

    >>> file_name("reports/2023#4"), file_name("../x"), file_name("loan-2023")
    ('reports_2023_4', '.._x', 'loan-2023')
    """
    name = "".join(c if c.isalnum() or c in "-._ " else "_" for c in id_)
    return name if name.strip(". ") else "_"
