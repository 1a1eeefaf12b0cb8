"""The repository's own documents: enough of every kind, and gold that fits them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from extract.evaluation.loading import load_documents
from extract.readers import read
from tests.commands import extract

FORMATS = {".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".csv"}


def test_there_are_enough_documents_of_every_kind(root: Path) -> None:
    gold = load_documents(root / "annotations").values()
    languages = Counter(document.source.language for document in gold)
    assert languages["en"] >= 14
    assert languages["es"] >= 10
    assert {Path(document.source.path).suffix for document in gold} == FORMATS
    kinds = Counter(record.kind for document in gold for record in document.records)
    assert min(kinds.values()) >= 20


def test_gold_is_of_the_text_that_the_readers_read(root: Path) -> None:
    gold = load_documents(root / "annotations")
    texts = {
        source.id: source.text
        for path in sorted((root / "raw").iterdir())
        if path.name != "metadata.csv"
        for source in read(path)
    }
    assert texts == {id_: document.text for id_, document in gold.items()}


def test_gold_keeps_to_the_guidelines(root: Path) -> None:
    done = extract("annotations", "check", root / "annotations")
    assert done.returncode == 0, done.stdout
