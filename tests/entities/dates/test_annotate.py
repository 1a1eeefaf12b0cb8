"""Documents in two languages, the component in a pipeline, and the dev corpus as a floor."""

from __future__ import annotations

import csv
import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
import spacy

from extract.entities.dates import annotate, find_dates
from extract.entities.docs import state_of
from extract.entities.mentions import Segment, State
from extract.schema import Label, Metadata

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = Metadata(published=dt.date(2024, 5, 15))


def test_each_part_is_read_in_its_language() -> None:
    english, spanish = "They met on 3 May 2023.", "Se reunieron el 3 de mayo de 2023 y hoy."
    text = f"{english} {spanish}"
    cut = len(english) + 1
    segments = [Segment(0, len(english), "en", 0), Segment(cut, len(text), "es", 0)]
    found = annotate(text, State(metadata=KNOWN, segments=segments))
    assert [text[m.start : m.end] for m in found] == ["3 May 2023", "3 de mayo de 2023", "hoy"]
    assert {m.label for m in found} == {Label.DATE}


def test_the_year_named_before_holds_across_languages() -> None:
    text = "In 2019 it joined. Se fundó en marzo."
    segments = [Segment(0, 18, "en", 0), Segment(19, len(text), "es", 0)]
    found = annotate(text, State(segments=segments))
    assert [m.date.edtf for m in found if m.date] == ["2019", "2019-03"]


def test_component_alone_in_a_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extract_dates")
    doc = nlp("The loan of March 5, 2024 runs until 2030.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("March 5, 2024", "DATE"),
        ("2030", "DATE"),
    ]
    assert state_of(doc).mentions[0].rule == "date.full.month_day"


@pytest.mark.parametrize("language", ["en", "es"])
def test_dev_corpus_floor(corpus: Path, language: str) -> None:
    with (corpus / "metadata.csv").open(encoding="utf-8") as file:
        known = {row["path"]: row for row in csv.DictReader(file)}
    right = found = wanted = valued = agreed = 0
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold["language"] != language:
            continue
        name = f"{gold['id']}.txt"
        text = (corpus / name).read_text(encoding="utf-8-sig")
        row = known[name]
        published = dt.date.fromisoformat(row["published"]) if row["published"] else None
        metadata = Metadata(published=published, publisher=row["publisher"] or None)
        dates = {(m.start, m.end): m.date for m in find_dates(text, language, metadata=metadata)}
        labels = {
            (e["start"], e["end"]): e.get("date") for e in gold["entities"] if e["label"] == "DATE"
        }
        found, wanted = found + len(dates), wanted + len(labels)
        for span in dates.keys() & labels.keys():
            right += 1
            ours, theirs = dates[span], labels[span]
            if theirs and ours:
                valued += 1
                agreed += (str(ours.start), str(ours.end)) == (theirs["start"], str(theirs["end"]))
    assert 2 * right / (found + wanted) >= 0.98
    assert agreed / valued >= 0.98
