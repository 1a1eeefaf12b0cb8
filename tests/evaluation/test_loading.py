"""Gold and predictions from files: lean, whole, broken."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from extract.errors import AnnotationError, UsageError
from extract.evaluation import load_documents, load_gold, pair_up
from tests.evaluation.samples import english, samples, spanish

if TYPE_CHECKING:
    from pathlib import Path

    from extract.schema import Document

LEAN: dict[str, Any] = {
    "id": "grant", "language": "en", "published": "2024-03-05",
    "entities": [
        {"id": "m1", "label": "MONEY", "start": 15, "end": 25, "text": "$3 million",
         "money": {"amount": 3000000.0, "currency": "USD", "max": None, "qualifier": "exact"}},
        {"id": "d1", "label": "DATE", "start": 29, "end": 33, "text": "2024",
         "date": {"start": "2024-01-01", "end": "2024-12-31"}, "edtf": "2024"},
        {"id": "a1", "label": "AGENCY", "start": 0, "end": 5, "text": "USAID"},
    ],
    "records": [{"id": "r1", "kind": "funding", "start": 0, "end": 34, "status": "done",
                 "trigger": None, "roles": {"source": "USAID", "amount": ["m1"]}}],
}  # fmt: skip
TEXT = "USAID provided $3 million in 2024."


def write(path: Path, *documents: Document | dict[str, Any]) -> Path:
    lines = [d if isinstance(d, dict) else d.model_dump(mode="json") for d in documents]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_folders(tmp_path: Path) -> None:
    """A folder of annotations is all its files; an output folder its documents alone."""
    annotations, output = tmp_path / "annotations", tmp_path / "output"
    for folder in (annotations, output):
        folder.mkdir()
    write(annotations / "a.jsonl", english())
    write(annotations / "b.json", spanish())
    write(output / "documents.jsonl", *samples())
    write(output / "records.jsonl", {"id": "loan:r1"})
    gold, predicted = load_gold(annotations, {}), load_documents(output)
    assert gold == predicted == {d.id: d for d in samples()}


def test_lean_gold_takes_the_text_of_the_prediction(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", {**LEAN, "sha256": digest(TEXT)})
    predicted = english().model_copy(update={"id": "grant", "text": TEXT, "entities": []})
    gold = load_gold(path, {"grant": predicted})["grant"]
    assert gold.text == TEXT
    assert gold.source.language == "en"
    assert gold.records[0].roles == {"source": ["USAID"], "amount": ["m1"]}
    assert [getattr(e, "ref", None) for e in gold.entities] == [None, None, "USAID"]


def test_lean_gold_takes_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "grant.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    path = write(tmp_path / "gold.jsonl", {**LEAN, "sha256": digest(TEXT)})
    assert load_gold(path, {})["grant"].text == TEXT


def test_lean_gold_without_any_text_can_still_be_missed(tmp_path: Path) -> None:
    gold = load_gold(write(tmp_path / "gold.jsonl", LEAN), {})
    assert gold["grant"].text == "USAID          $3 million    2024 "
    assert pair_up(gold, {})[0].predicted.entities == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reviewed": False}, "unreviewed"),
        ({"sha256": "0"}, "another text"),
        ({"text": TEXT.replace(".", "!")}, "different texts, from character 33"),
        ({"entities": [{**LEAN["entities"][0], "start": 14}]}, "the text at 14:25 is"),
        ({"records": [{**LEAN["records"][0], "kind": "gift"}]}, "records.0.kind"),
    ],
)
def test_refused(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = write(tmp_path / "gold.jsonl", {**LEAN, **change})
    predicted = english().model_copy(update={"id": "grant", "text": TEXT, "entities": []})
    with pytest.raises(AnnotationError, match=message):
        load_gold(path, {"grant": predicted})


def test_drafts_count_when_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", {**LEAN, "reviewed": False})
    assert load_gold(path, {}, unreviewed=True)["grant"].reviewed is False


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "gold.jsonl:1: not JSON"),
        ("\n[]\n", "gold.jsonl:2: not a document"),
        ('{"id": 3}', "gold.jsonl:1: not a document"),
        (
            '{"id": "a", "text": "", "source": {"path": "", "sha256": ""}}\n' * 2,
            "also at gold.jsonl:1",
        ),
    ],
)
def test_malformed(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        load_documents(path)


@pytest.mark.parametrize("name", ["", "nowhere", "empty"])
def test_nothing_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no documents"):
        load_documents(tmp_path / name)


@pytest.mark.parametrize("junk", [None, 3, "x", [], {}, [3], [{}], [None]])
@pytest.mark.parametrize("key", ["text", "source", "entities", "records", "sha256", "reviewed"])
def test_whatever_is_wrong_is_an_annotation_error(tmp_path: Path, key: str, junk: object) -> None:
    path = write(tmp_path / "gold.jsonl", {**LEAN, key: junk})
    try:
        gold = load_gold(path, {})
    except AnnotationError:
        return
    assert list(gold) == ["grant"]
