"""Tables of documents: JSON, JSON Lines, CSV; and metadata.csv."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.errors import (
    DamagedFile,
    EmptyFile,
    LimitExceeded,
    NoText,
    ReadError,
    ResourceError,
    UnsupportedFormat,
)
from extract.readers import Limits, read, read_bytes, read_metadata
from extract.readers.metadata import parse_metadata
from extract.schema import Metadata, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW = {
    "id": "kr-7",
    "title": "Korea lends to Kenya",
    "text": "Korea lent 5 billion won to Kenya.",
    "published": "2024-03-05",
    "url": "https://news.example/kr-7",
    "language": "en-GB",
    "publisher": "Embassy of Korea",
}
FACTS = Metadata(
    published=dt.date(2024, 3, 5),
    language="en",
    publisher="Embassy of Korea",
    title="Korea lends to Kenya",
    url="https://news.example/kr-7",
)


def table(text: str | bytes, name: str) -> list[SourceText]:
    return list(read_bytes(text.encode() if isinstance(text, str) else text, name))


def as_csv(*rows: list[str], delimiter: str = ",") -> str:
    import csv

    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps(ROW)),
        ("a.json", json.dumps([ROW])),
        ("a.json", json.dumps({"documents": [ROW]})),
        ("a.json", json.dumps(ROW) + "\n"),
        ("a.jsonl", json.dumps(ROW) + "\n\n"),
        ("a.ndjson", "\ufeff" + json.dumps(ROW)),
        ("a.jsonl", json.dumps({"id": "kr-7", "text": ROW["text"], "source": ROW})),
        ("a.csv", as_csv(list(ROW), list(ROW.values()))),
        ("a.csv", "\ufeff" + as_csv(list(ROW), list(ROW.values()))),
        ("a.csv", as_csv([name.upper() for name in ROW], list(ROW.values()), delimiter=";")),
        ("a.tsv", as_csv(list(ROW), list(ROW.values()), delimiter="\t")),
    ],
)
def test_one_row_with_all_fields(name: str, text: str) -> None:
    (document,) = table(text, name)
    assert (document.id, document.text, document.metadata) == ("kr-7", ROW["text"], FACTS)


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_rows_without_id_are_numbered(key: str) -> None:
    rows = [{key: "Loan one."}, {key: "Loan two."}]
    assert [d.id for d in table(json.dumps(rows), "loans.json")] == ["loans#1", "loans#2"]
    lines = "\n".join(map(json.dumps, rows))
    assert [d.id for d in table(lines, "loans.jsonl")] == ["loans#1", "loans#2"]
    assert [d.id for d in table(f"{key}\nLoan one.\nLoan two.\n", "loans.csv")] == [
        "loans#1",
        "loans#2",
    ]


def test_ids_are_unique_within_a_file() -> None:
    rows = [{"id": 7, "text": "Loan one."}, {"id": "7", "text": "Loan two."}]
    assert [d.id for d in table(json.dumps(rows), "a.json")] == ["7", "7#2"]


def test_json_lines_named_json() -> None:
    lines = json.dumps(ROW) + "\n" + json.dumps({"text": "Loan two."})
    assert len(table(lines, "a.json")) == 2


def test_dates_of_many_shapes_and_of_none() -> None:
    for stated, expected in [
        ("March 5, 2024", dt.date(2024, 3, 5)),
        ("2024-03-05T10:00:00Z", dt.date(2024, 3, 5)),
        ("5 de marzo de 2024", dt.date(2024, 3, 5)),
        ("soon", None),
        ("", None),
    ]:
        (document,) = table(json.dumps({"text": "A loan.", "published": stated}), "a.json")
        assert document.metadata.published == expected


def test_lone_surrogates_and_newlines() -> None:
    (document,) = table('{"text": "5 \\ud83d euros\\r\\nfor Peru", "title": "\\udc00"}', "a.json")
    assert document.text == "5 \ufffd euros\nfor Peru"
    assert document.metadata.title == "\ufffd"


BAD_LINES = [
    ('{"text": "a"', DamagedFile, "row 2: not valid JSON"),
    ("[1]", DamagedFile, "row 2: not an object"),
    ('{"title": "x"}', NoText, "row 2: no text"),
    ('{"text": 5}', NoText, "row 2: no text"),
    ('{"text": "..."}', EmptyFile, "row 2: holds no text"),
    ('{"text": ' + "[" * 200_000, LimitExceeded, "row 2: JSON nested too deep"),
    ('{"id": ' + "9" * 5000 + "}", DamagedFile, "row 2: not valid JSON"),
]


@pytest.mark.parametrize(("line", "kind", "message"), BAD_LINES)
def test_a_bad_row_costs_only_itself(line: str, kind: type[ReadError], message: str) -> None:
    data = f'{{"text": "One loan."}}\n{line}\n{{"text": "Three loans."}}'.encode()
    errors: list[ReadError] = []
    documents = list(read_bytes(data, "a.jsonl", on_error=errors.append))
    assert [document.id for document in documents] == ["a#1", "a#3"]
    assert [type(error) for error in errors] == [kind]
    assert errors[0].message.startswith(message)
    with pytest.raises(kind):
        list(read_bytes(data, "a.jsonl"))


@pytest.mark.parametrize("text", ["[1", "5", '"text"', "[" * 200_000, "{}" + "]" * 9])
def test_json_that_holds_no_objects(text: str) -> None:
    with pytest.raises(ReadError):
        table(text, "a.json")


def test_csv_without_texts_names_its_columns() -> None:
    with pytest.raises(
        UnsupportedFormat, match="no column holds text; the columns are year, amount"
    ):
        table("year,amount\n2024,5\n", "a.csv")


def test_csv_fields_of_many_lines_and_of_great_length() -> None:
    text = 'The loan, "large",\nwas signed.\n\n' + "It pays for roads. " * 20_000
    (document,) = table(as_csv(["id", "text"], ["a", text]), "a.csv")
    assert document.text == text


def test_csv_with_an_open_quotation_mark() -> None:
    documents = table('text\n"The loan was never closed', "a.csv")
    assert [document.text for document in documents] == ["The loan was never closed"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_encodings(encoding: str) -> None:
    (document,) = table("text\nEl préstamo del próximo año\n".encode(encoding), "a.csv")
    assert document.text == "El préstamo del próximo año"


def test_csv_whose_first_megabyte_is_ascii() -> None:
    data = (
        b"text\n"
        + (b"The loan was signed. It pays for roads. " * 250 + b"\n") * 120
        + "El préstamo del próximo año\n".encode("cp1252")
    )
    *_, last = table(data, "a.csv")
    assert last.text == "El préstamo del próximo año"


def test_rows_longer_than_allowed() -> None:
    data = b'text\n"' + b"loan " * 500 + b'"\nA loan.\n'
    errors: list[ReadError] = []
    documents = list(read_bytes(data, "a.csv", limits=Limits(row=1000), on_error=errors.append))
    assert [type(error) for error in errors] == [LimitExceeded]
    assert [document.text for document in documents] == ["A loan."]


def test_large_tables_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "loans.csv"
    with path.open("w") as out:
        out.write("id,text\n")
        out.writelines(f"{n},Loan number {n} was signed.\n" for n in range(200_000))
    stream: Iterator[SourceText] = read(path)
    first = list(itertools.islice(stream, 3))
    assert [document.id for document in first] == ["0", "1", "2"]


def test_metadata_table(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(
        "Path,published,publisher,url\na.txt,2024-03-05,Cancillería,\nsub/b.txt,,,https://b.example\n".encode(
            "cp1252"
        )
    )
    assert read_metadata(tmp_path) == {
        "a.txt": Metadata(published=dt.date(2024, 3, 5), publisher="Cancillería"),
        "sub/b.txt": Metadata(url="https://b.example"),
    }
    assert read_metadata(tmp_path / "none") == {}


def test_metadata_table_with_semicolons_and_paths_of_windows() -> None:
    table = parse_metadata("path;language\n.\\sub\\a.txt;es-MX\n")
    assert table == {"sub/a.txt": Metadata(language="es")}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,published\na.txt,soon\n", "metadata.csv, row 2: 'soon' is no date"),
        (
            "path,published\na.txt,\nb.txt,2024-13-01\n",
            "metadata.csv, row 3: '2024-13-01' is no date",
        ),
        ("file,published\na.txt,2024-03-05\n", "metadata.csv: no column 'path'"),
        ("", "metadata.csv: no column 'path'"),
    ],
)
def test_faults_of_the_metadata_table(text: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        parse_metadata(text)
    assert caught.value.message == message
    assert caught.value.hint


def test_metadata_overrides_what_the_file_says() -> None:
    known = Metadata(published=dt.date(2020, 1, 1), publisher="Ministry of Trade")
    (document,) = read_bytes(b"Loans\n\nLima, March 5, 2024 - A loan.", "a.txt", metadata=known)
    assert document.metadata.published == dt.date(2020, 1, 1)
    assert document.metadata.publisher == "Ministry of Trade"
