"""Formats of other tools: there and back, wrong offsets, files as the tools write them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import AnnotationError
from extract.evaluation.formats import FormatName, get_format
from extract.schema import Document
from tests.evaluation.samples import samples

WHOLE = [name for name in FormatName if name is not FormatName.CONLL]


def there_and_back(name: FormatName, documents: list[Document]) -> list[Document]:
    format_ = get_format(name)
    files, _ = format_.export(documents)
    back, losses = format_.read(files)
    assert losses == ([] if name is not FormatName.CONLL else losses)
    return back


def plain(document: Document) -> dict[str, Any]:
    """The document with its mentions in text order and its fillers sorted."""
    raw = document.model_dump(mode="json")
    raw["entities"].sort(key=lambda e: (e["start"], e["end"]))
    for record in raw["records"]:
        record["roles"] = {role: sorted(fs) for role, fs in sorted(record["roles"].items()) if fs}
    return raw


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text with mentions and records anywhere in it."""
    alphabet = st.one_of(
        st.sampled_from("ab. $5\n\r\t😀é\u0301 \u2028"), st.characters(exclude_categories=["Cs"])
    )
    text = draw(st.text(alphabet, min_size=1, max_size=60))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    entities: list[dict[str, Any]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        words = text[start:end]
        if words == words.strip() and words.strip("\x1c\x1d\x1e\x1f\x85"):
            n = len(entities) + 1
            entities.append(
                {"id": f"e{n}", "start": start, "end": end, "text": words} | draw(VALUES)
            )
    ids = [e["id"] for e in entities] + ["@MX"]
    records = []
    for n in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        trigger = draw(st.sampled_from([None, (start, end)]))
        if not text[start:end].strip() or text[start:end] != text[start:end].strip():
            continue
        roles = draw(
            st.dictionaries(
                st.sampled_from(["source", "amount", "partner"]),
                st.lists(st.sampled_from(ids), min_size=1, unique=True),
            )
        )
        records.append({"id": f"r{n + 1}", "kind": draw(st.sampled_from(["funding", "meeting"])),
                        "status": "planned", "start": start, "end": end, "trigger": trigger,
                        "roles": roles, "confidence": 0.5})  # fmt: skip
    source = {"path": "a.txt", "sha256": "0"}
    return Document.model_validate(
        {"id": draw(st.sampled_from(["a", "é b", "x#1"])), "source": source, "text": text,
         "entities": entities, "records": records}
    )  # fmt: skip


VALUES: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"label": "AGENCY", "ref": "@MX"},
        {"label": "COMPANY", "ref": "ACME"},
        {"label": "COUNTRY", "country": "MX"},
        {
            "label": "MONEY",
            "money": {"amount": "1200000000", "currency": "USD", "max": "2000000000"},
        },
        {"label": "MONEY", "money": None},
        {"label": "DATE", "date": {"start": "2021-01-01", "end": None, "edtf": "2021/.."}},
    ]
)


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_lost(name: FormatName) -> None:
    documents = samples()
    back = there_and_back(name, documents)
    assert [plain(d) for d in back] == [plain(d) for d in documents]


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_anything_goes_there_and_back(name: FormatName, document: Document) -> None:
    (back,) = there_and_back(name, [document])
    assert plain(back) == plain(document)


@settings(max_examples=100, deadline=None)
@given(document=documents())
def test_conll_keeps_labels_and_words(document: Document) -> None:
    back = there_and_back(FormatName.CONLL, [document])
    kept = [(e.label, "".join(e.text.split())) for d in back for e in d.entities]
    expected = [
        (e.label, "".join(e.text.split())) for e in document.entities if e.label != "COUNTRY"
    ]
    assert kept == expected


JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [None, 3, -1, 1.5, "x", "", [], {}, [[]], {"id": {}}, True]
)


@st.composite
def spoilt(draw: st.DrawFn, raw: Any) -> Any:
    """The JSON value with something else somewhere in it."""
    if not raw or not isinstance(raw, dict | list) or not draw(st.integers(0, 4)):
        return draw(JUNK)
    copy: Any = dict(raw) if isinstance(raw, dict) else list(raw)
    place = draw(st.sampled_from(list(raw) if isinstance(raw, dict) else range(len(raw))))
    copy[place] = draw(spoilt(raw[place]))
    return copy


@pytest.mark.parametrize(
    ("name", "file"),
    [
        (FormatName.LABEL_STUDIO, "label-studio.json"),
        (FormatName.DOCCANO, "doccano.jsonl"),
        (FormatName.PRODIGY, "prodigy.jsonl"),
    ],
)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_whatever_is_wrong_is_an_annotation_error(
    name: FormatName, file: str, data: st.DataObject
) -> None:
    format_ = get_format(name)
    raw = json.loads(format_.export(samples())[0][file].split(b"\n")[0])
    content = json.dumps(data.draw(spoilt(raw))).encode()
    try:
        documents, _ = format_.read({file: content})
    except AnnotationError:
        return
    assert all(Document.model_validate(d.model_dump()) == d for d in documents)


@settings(max_examples=150, deadline=None)
@given(content=st.text(st.sampled_from('TERA#*N123 \tbfunding:;amout5\n{}"'), max_size=60))
def test_brat_lines_are_read_or_refused(content: str) -> None:
    files = {"a.txt": b"about $5", "a.ann": b"T9\tMONEY 6 8\t$5\n" + content.encode()}
    try:
        documents, _ = get_format(FormatName.BRAT).read(files)
    except AnnotationError:
        return
    assert documents[0].text == "about $5"
