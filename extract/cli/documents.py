"""Finding the document a command is about: in the output of a run, or in a file read now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.schema import Document


def find_documents(what: str, output: Path, agencies: Path | None = None) -> Iterator[Document]:
    """The document with this id in a run's output, else those of the file of this name.

    Args:
        what: id or path.
        output: folder of the run.
        agencies: a table of further institutions, for a file read now.

    Raises:
        UsageError: there is neither.
        ReadError: the file cannot be read.
    """
    from extract.frames import load_documents

    if (output / "documents.jsonl").is_file():
        for document in load_documents(output):
            if document.id == what:
                yield document
                return
    if not Path(what).is_file():
        raise UsageError(
            f"no document {what!r} in {output}, and no such file",
            hint="see `extract show --records`",
        )
    from extract.pipeline import process_source
    from extract.readers import read

    for source in read(Path(what)):
        yield process_source(source, path=what, agencies=str(agencies or ""))


def find_document(what: str, output: Path) -> Document:
    """The first of them."""
    return next(find_documents(what, output))
