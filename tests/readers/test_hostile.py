"""Inputs made to stall a reader: each read or refused within seconds."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from extract.errors import ReadError
from extract.readers import read_bytes

SECONDS = 5
COUNT = 15_000


@pytest.mark.parametrize(
    "unit",
    [
        "<a ", '<a b="', "<!", "<!--", "<![CDATA[", "<?", "&", "&#", "</b>", "<b>x", "<p>x",
        "<div>x<br>", "<table><tr><td>", "<li><ul>", "<script>", "<a href=x>y</a>",
        "<nav>", "<td>x", "\x00<p>",
    ],
)  # fmt: skip
def test_pages(unit: str) -> None:
    assert _seconds(f"<html><body>The loan. {unit * COUNT}", "a.html") < SECONDS


@pytest.mark.parametrize(
    "unit",
    [
        "March ", "5 March 2024 ", "2024-03-05, ", "a:", "- ", "-----", "# ", "\n", "\n# A\n",
        "A, ", "(((", "|", "\t", "\u202e\u202d", "…", "**", "<u>", "...\n", "5 de ", "\x00a", "é\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_texts(unit: str, name: str) -> None:
    assert _seconds("The loan. " + unit * COUNT, name) < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "text\n" + '"' * COUNT,
        "text\n" + "a,\n" * COUNT,
        "text," * COUNT + "\n",
        "\n" * COUNT,
        "text\n" + ("\x00" * 99 + "\n") * 400,
    ],
)
def test_tables(text: str) -> None:
    assert _seconds(text, "a.csv") < SECONDS


@pytest.mark.parametrize("unit", ["[", '{"a":', '{"text": "a"}', "\\", '"', "[],"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_objects(unit: str, name: str) -> None:
    assert _seconds(unit * COUNT, name) < SECONDS


@pytest.mark.parametrize(
    "head",
    [
        "Subject: " + "=?utf-8?q?a?= " * 4000,
        "From: " + "<a@b>, " * 4000,
        "X: y\n" * COUNT,
        "Subject: " + "Re: " * COUNT,
        "Content-Type: multipart/mixed; boundary=b\n" + "\n--b\n" * 4000,
        "Content-Type: text/plain; " + "a*0=b; " * 4000,
    ],
)
def test_mails(head: str) -> None:
    assert _seconds(f"{head}\n\nThe loan was signed.\n", "a.eml") < SECONDS


def _seconds(text: str, name: str) -> float:
    """How long it takes to read or refuse a text."""
    start = time.perf_counter()
    with suppress(ReadError):
        list(read_bytes(text.encode("utf-8", "surrogatepass"), name, on_error=lambda _: None))
    return time.perf_counter() - start
