"""Files as the tools write them, and files with wrong offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from extract.errors import AnnotationError
from extract.evaluation.formats import FormatName, get_format
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from extract.schema import Document

GOLDEN = Path(__file__).parent / "golden"
TEXT = "🇬🇷 In 1947 Congress approved $400 million for Greece and Turkey."
MENTIONS = [("DATE", "1947"), ("AGENCY", "Congress"), ("MONEY", "$400 million")]
PLACE = "spans labelled 'PLACE' (1)"


def files(*names: str) -> dict[str, bytes]:
    return {Path(name).name: (GOLDEN / name).read_bytes() for name in names}


def read(format_: str, contents: dict[str, bytes]) -> tuple[Document, list[str]]:
    (document,), losses = get_format(FormatName(format_)).read(contents)
    return document, losses


@pytest.mark.parametrize(
    ("format_", "names", "id_", "losses"),
    [
        ("label-studio", ["label-studio.json"], "task-17", [PLACE]),
        ("doccano", ["doccano.jsonl"], "doccano-412", [PLACE]),
        ("doccano", ["doccano-labels.jsonl"], "doccano-412", [PLACE]),
        ("brat", ["brat/truman.txt", "brat/truman.ann"], "truman",
         ["attributes 'Negation' (1)", "lines of sort '*' (1)", "lines of sort 'N' (1)",
          "notes (1)", PLACE]),
        ("prodigy", ["prodigy.jsonl"], "prodigy--1130449731",
         ["tasks answered 'ignore' (1)", PLACE]),
        ("spacy", ["docbin.spacy"], "docbin.spacy-1", [PLACE]),
    ],
)  # fmt: skip
def test_mentions(format_: str, names: list[str], id_: str, losses: list[str]) -> None:
    document, lost = read(format_, files(*names))
    assert document.text.rstrip("\n") == TEXT
    assert document.id == id_
    assert [(e.label, e.text) for e in document.entities] == MENTIONS
    assert lost == losses


@pytest.mark.parametrize(
    ("format_", "names", "status"),
    [
        ("label-studio", ["label-studio.json"], Status.DONE),
        ("doccano", ["doccano.jsonl"], Status.DONE),
        ("brat", ["brat/truman.txt", "brat/truman.ann"], Status.PLANNED),
        ("prodigy", ["prodigy.jsonl"], Status.DONE),
    ],
)
def test_records(format_: str, names: list[str], status: Status) -> None:
    document, _ = read(format_, files(*names))
    (record,) = document.records
    words = {e.id: e.text for e in document.entities}
    assert {role: [words[f] for f in fs] for role, fs in record.roles.items()} == {
        Role.DATE: ["1947"],
        Role.SOURCE: ["Congress"],
        Role.AMOUNT: ["$400 million"],
    }
    assert record.trigger is not None
    assert document.text[slice(*record.trigger)] == "approved"
    assert document.text[record.start : record.end] == "1947 Congress approved $400 million"
    assert record.status is status


def test_conll() -> None:
    document, losses = read("conll", files("conll2003.conll"))
    assert document.text == "In 1947 Congress approved $ 400 million for Greece and Turkey ."
    assert [e.text for e in document.entities] == ["1947", "Congress", "$ 400 million"]
    assert losses == ["white space and line breaks of the text", PLACE]


@pytest.mark.parametrize(
    ("tags", "mentions"),
    [
        (["B-DATE", "I-DATE", "O"], ["a b"]),
        (["I-DATE", "I-DATE", "B-DATE"], ["a b", "c"]),  # IOB1
        (["B-DATE", "E-DATE", "S-DATE"], ["a b", "c"]),  # IOBES
        (["U-DATE", "B-DATE", "L-DATE"], ["a", "b c"]),  # BILOU
        (["I-DATE", "I-MONEY", "O"], ["a", "b"]),
        (["O", "I-DATE", "O"], ["b"]),
    ],
)
def test_tag_schemes(tags: list[str], mentions: list[str]) -> None:
    lines = "".join(f"{word} {tag}\n" for word, tag in zip("abc", tags, strict=True))
    document, _ = read("conll", {"x.conll": lines.encode()})
    assert [e.text for e in document.entities] == mentions


def patched(name: str, change: Any) -> dict[str, bytes]:
    raw = json.loads((GOLDEN / name).read_text(encoding="utf-8").splitlines()[0])
    change(raw)
    return {name: json.dumps(raw).encode()}


def shift_region(raw: Any) -> None:
    raw[0]["annotations"][0]["result"][1]["value"]["start"] += 1


def shift_span(raw: Any) -> None:
    raw["spans"][1].update(end=99, text="Congress")


def shift_words(raw: Any) -> None:
    raw["spans"][1].update(start=12, text="Congress")


def out_of_text(raw: Any) -> None:
    raw["entities"][0]["end_offset"] = 99


def dangling(raw: Any) -> None:
    raw["relations"][0]["from_id"] = 5


def lost_region(raw: Any) -> None:
    raw[0]["annotations"][0]["result"][-1]["to_id"] = "nowhere"


def stray_head(raw: Any) -> None:
    raw["relations"][0]["head_span"] = {"start": 0, "end": 1, "label": "DATE"}


def bad_value(raw: Any) -> None:
    raw["values"] = {"funding:20:28": {"status": "sometime"}}


@pytest.mark.parametrize(
    ("format_", "contents", "message"),
    [
        ("label-studio", patched("label-studio.json", shift_region),
         "task 17: region x9Zf1a: 'Congress' is not at 12:19, there is 'ongress'"),
        ("label-studio", patched("label-studio.json", lost_region), "to or from no region"),
        ("label-studio", {"a.json": b"[{}]"}, "task 0: no data.text"),
        ("prodigy", patched("prodigy.jsonl", shift_span), "AGENCY: 11:99 is not in"),
        ("prodigy", patched("prodigy.jsonl", shift_words), "'Congress' is not at 12:19"),
        ("doccano", patched("doccano.jsonl", out_of_text), "doccano.jsonl:1: DATE: 6:99 is not in"),
        ("doccano", patched("doccano.jsonl", dangling), "relation to or from no entity"),
        ("doccano", {"a.jsonl": b'{"text": "a", "label": [[0]]}'}, "a.jsonl:1: not built as"),
        ("doccano", {"a.jsonl": b'{"text": 3}'}, "a.jsonl:1: no object with a 'text'"),
        ("doccano", {"a.jsonl": b"\xff"}, "a.jsonl: not UTF-8 at byte 0"),
        ("brat", {"a.txt": b"In 1947", "a.ann": b"T1\tDATE 2 6\t1947\n"},
         "a.ann:1: '1947' is not at 2:6, there is ' 194'"),
        ("label-studio", {"a.json": b"{"}, "a.json: not JSON"),
        ("prodigy", {"a.jsonl": b'{"text": "a", "spans": [3]}'}, "a.jsonl:1: not built as"),
        ("prodigy", patched("prodigy.jsonl", stray_head), "relation to or from no span"),
        ("doccano", patched("doccano.jsonl", bad_value), "records.0.status: Input should be"),
        ("brat", {"a.txt": b"a", "a.ann": b"T1\tfunding 0 1\ta\nE1\tfunding:T1 amount:T9\n"},
         "a.ann: amount from E1 to T9, which is not there"),
        ("brat", {"a.ann": b""}, "no a.txt beside it"),
        ("brat", {"a.txt": b"", "a.ann": b"T1\tDATE x 6\t1947\n"}, "a.ann:1: malformed"),
        ("brat", {"a.txt": b"a", "a.ann": b"E1\tfunding:T1\n"}, "a.ann:1: malformed"),
        ("conll", {"a.conll": b"-DOCSTART- O\n\nIn\n"}, "a.conll:3: no token and tag: 'In'"),
        ("conll", {"a.conll": b"In IN"}, "a.conll:1: no token and tag"),
        ("spacy", {"a.spacy": b"PK"}, "a.spacy: not a DocBin"),
    ],
)  # fmt: skip
def test_refused(format_: str, contents: dict[str, bytes], message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        read(format_, contents)
    assert message in caught.value.message


def test_the_place_of_moved_words_is_told() -> None:
    with pytest.raises(AnnotationError) as caught:
        read("brat", {"a.txt": b"In 1947", "a.ann": b"T1\tDATE 2 6\t1947\n"})
    assert caught.value.hint == "these words are at 3"


def test_label_studio_of_other_writers_counts_code_points() -> None:
    def code_points(raw: Any) -> None:
        for result in raw[0]["annotations"][0]["result"]:
            if result["type"] == "labels":
                result["value"]["start"] -= 2
                result["value"]["end"] -= 2

    document, _ = read("label-studio", patched("label-studio.json", code_points))
    assert [(e.label, e.text) for e in document.entities] == MENTIONS


def test_predictions_and_cancelled_annotations() -> None:
    def cancel(raw: Any) -> None:
        raw[0]["annotations"][0]["was_cancelled"] = True
        raw[0]["predictions"] = [{"result": raw[0]["annotations"][0]["result"][:1]}]

    document, _ = read("label-studio", patched("label-studio.json", cancel))
    assert document.reviewed is False
    assert [e.text for e in document.entities] == ["1947"]


def test_brat_mention_over_a_line_break() -> None:
    contents = {"a.txt": b"World\r\nBank", "a.ann": b"T1\tAGENCY 0 5;7 11\tWorld Bank\n"}
    document, losses = read("brat", contents)
    assert [e.text for e in document.entities] == ["World\r\nBank"]
    assert losses == []


def test_brat_events_may_share_a_trigger() -> None:
    ann = b"T1\tfunding 0 4\tgave\nT2\tMONEY 5 7\t$5\nT3\tMONEY 8 10\t$6\n"
    ann += b"E1\tfunding:T1 amount:T2\nE2\tfunding:T1 amount:T3 amount2:T2\n"
    document, _ = read("brat", {"a.txt": b"gave $5 $6", "a.ann": ann})
    roles = [record.roles for record in document.records]
    assert roles == [{"amount": ["e1"]}, {"amount": ["e2", "e1"]}]


def test_label_studio_results_it_has_no_place_for() -> None:
    def change(raw: Any) -> None:
        results = raw[0]["annotations"][0]["result"]
        results.append({"type": "choices", "value": {"choices": ["relevant"]}})
        results[1]["meta"] = {"text": ["looks right to me"]}
        raw[0]["annotations"].append({"result": []})

    document, losses = read("label-studio", patched("label-studio.json", change))
    assert [(e.label, e.text) for e in document.entities] == MENTIONS
    further = ["further annotations of a task (1)", "results of type 'choices' (1)"]
    assert losses == [*further, PLACE]


def test_label_studio_writes_line_breaks_out() -> None:
    value = {"start": 0, "end": 10, "text": "World\\nBank", "labels": ["AGENCY"]}
    result = {"id": "a", "type": "labels", "value": value}
    task = {"id": 1, "data": {"text": "World\nBank"}, "annotations": [{"result": [result]}]}
    document, _ = read("label-studio", {"a.json": json.dumps([task]).encode()})
    assert [e.text for e in document.entities] == ["World\nBank"]


def test_label_studio_interface_names_all_labels() -> None:
    exported, _ = get_format(FormatName.LABEL_STUDIO).export([])
    view = etree.fromstring(exported["label-studio.xml"])
    assert [e.get("value") for e in view.iter("Label")] == [*Label, *Kind]
    assert [e.get("value") for e in view.iter("Relation")] == list(Role)


def test_links_that_are_no_roles() -> None:
    ann = b"T1\tAGENCY 0 4\tUSDA\nT2\tAGENCY 5 8\tFAO\n"
    ann += b"T3\tfunding 9 13\tgave\nT4\tPLACE 14 18\tRome\n"
    ann += b"R1\tpartof Arg1:T1 Arg2:T2\nE1\tfunding:T3 recipient:T4 source:T1 friend:T2\n"
    document, losses = read("brat", {"a.txt": b"USDA FAO gave Rome", "a.ann": ann})
    assert document.records[0].roles == {Role.SOURCE: ["e1"]}
    assert losses == [
        "links labelled 'friend' that are no role of a record (1)",
        "links labelled 'partof' that are no role of a record (1)",
        "links to spans that are no mention (1)",
        "spans labelled 'PLACE' (1)",
    ]


def test_a_country_needs_its_code() -> None:
    document, losses = read("brat", {"a.txt": b"Kenya", "a.ann": b"T1\tCOUNTRY 0 5\tKenya\n"})
    assert document.entities == []
    assert losses == ["COUNTRY without its code (1)"]
