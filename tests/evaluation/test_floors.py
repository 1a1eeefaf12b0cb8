"""The project's own figures on its own gold: never below ``tests/floors.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.evaluation import evaluate, load_gold, pair_up
from extract.evaluation.check import check as check_document
from extract.evaluation.floors import check
from extract.evaluation.loading import read_lines
from extract.pipeline import process_source
from extract.readers import read, read_metadata
from extract.schema import Document, Metadata, SourceText

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def gold_folder(root: Path) -> Path:
    folder = root / "annotations"
    if not any(folder.glob("*.json*")):
        pytest.skip("annotations/ holds no documents")
    return folder


def predict(gold: Document, raw: Path) -> Document:
    """What the pipeline makes of the file, or of the text where the file is not kept."""
    source, path = gold.source, raw / gold.source.path
    if path.is_file():
        documents = read(path, metadata=read_metadata(raw).get(source.path))
        text = next((d for d in documents if d.text == gold.text), None)
        assert text is not None, f"{gold.id} was labelled on another text than {path} reads as"
    else:
        known = Metadata(source.published, source.language, source.publisher, source.title)
        text = SourceText(id=gold.id, text=gold.text, metadata=known)
    document = process_source(text, path=source.path)
    return document.model_copy(update={"id": gold.id})


def test_gold_is_good(gold_folder: Path) -> None:
    problems = [p for _, raw in read_lines(gold_folder) for p in check_document(raw)]
    assert [str(p) for p in problems if p.error] == []


def test_no_figure_sinks(gold_folder: Path, root: Path) -> None:
    floors = root / "tests" / "floors.toml"
    if not floors.is_file():
        pytest.skip("no floors yet: extract evaluate output annotations --update-floors")
    gold = load_gold(gold_folder, {})
    predicted = {id_: predict(document, root / "raw") for id_, document in gold.items()}
    assert check(floors, evaluate(pair_up(gold, predicted), resamples=1)) == []
