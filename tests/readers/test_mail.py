"""E-mail: the best part, its characters, its headers."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import LimitExceeded, NoText, ReadError
from extract.readers import Limits, read_bytes
from extract.schema import SourceText

STORY = (
    "Estimados colegas:\n\nLa Unión Europea donará 12 millones de euros a Bolivia para escuelas"
    " rurales, informó su delegación en La Paz.\n\nSaludos cordiales"
)
RICH = (
    "<html><body><p>La Unión Europea donará 12 millones de euros a Bolivia para escuelas rurales,"
    " informó su delegación en La Paz, que administrará los fondos junto con el ministerio.</p>"
    "<script>track()</script></body></html>"
)


def read_mail(data: bytes, limits: Limits | None = None) -> SourceText:
    return next(read_bytes(data, "boletin.eml", limits=limits or Limits()))


def mail(text: str = STORY, html: str = "", subject: str = "Donación a Bolivia") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Delegación de la UE <prensa@eu.example>"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0400"
    message["Subject"] = subject
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    return message


def test_plain_text_with_subject_date_and_sender() -> None:
    read = read_mail(mail().as_bytes())
    assert read.text.startswith("Donación a Bolivia\n\nEstimados colegas:\n\nLa Unión Europea")
    assert read.metadata.title == "Donación a Bolivia"
    assert read.metadata.published == dt.date(2024, 3, 5)
    assert read.metadata.publisher == "Delegación de la UE"
    assert len(read.blocks) == 4


def test_html_is_read_where_it_is_all_there_is_or_says_far_more() -> None:
    alone = read_mail(mail(text="", html=RICH).as_bytes())
    stub = read_mail(mail(text="Active el HTML.", html=RICH).as_bytes())
    for read in (alone, stub):
        assert "12 millones de euros" in read.text
        assert "track" not in read.text
        assert "Active el HTML" not in read.text


def test_plain_text_is_preferred_to_its_html_twin() -> None:
    assert "Saludos cordiales" in read_mail(mail(html=RICH).as_bytes()).text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("RE: Fwd: Loan signed", "Loan signed"),
        ("RV: Convenio firmado", "Convenio firmado"),
        ("=?utf-8?Q?Donaci=C3=B3n?=", "Donación"),
        ("Remarks on trade", "Remarks on trade"),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    data = mail(subject="X").as_bytes().replace(b"Subject: X", f"Subject: {subject}".encode())
    assert read_mail(data).metadata.title == title


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("iso-8859-1", "iso-8859-1"),
        ("cp1252", "iso-8859-1"),
        ("utf-8", "us-ascii"),
        ("cp1252", "x"),
    ],
)
def test_character_sets_true_and_false(charset: str, declared: str) -> None:
    head = (
        f"Subject: X\nContent-Type: text/plain; charset={declared}\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    data = head.encode() + STORY.encode(charset)
    assert "donará 12 millones" in read_mail(data).text


def test_flowed_lines_are_put_together() -> None:
    data = (
        b"Subject: Loan\nContent-Type: text/plain; format=flowed\n\n"
        b"The bank lent 5 \nmillion dollars to \nPeru.\n From stuffed lines.\n"
    )
    text = read_mail(data).text
    assert "The bank lent 5 million dollars to Peru.\n" in text
    assert "\nFrom stuffed lines." in text


def test_attachments_alone_are_no_text() -> None:
    message = EmailMessage()
    message["Subject"] = "See attachment"
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(NoText, match="e-mail has no text") as caught:
        read_mail(message.as_bytes())
    assert "attachments" in caught.value.hint


def test_more_parts_than_allowed() -> None:
    with pytest.raises(LimitExceeded):
        read_mail(mail(html=RICH).as_bytes(), Limits(parts=2))


@pytest.mark.parametrize(
    "headers",
    [
        b"Date: yesterday\nFrom: \n",
        b"Date: Tue, 99 Foo 2024\nFrom: <<>>,,\n",
        b"From: a@[\nSubject: =?utf-8?q?=\n",
        b"Content-Language: \nContent-Type: multipart/mixed\n",
        b"Subject: \xff\xfe\nFrom: \xf1@x\n",
    ],
)
def test_malformed_headers(headers: bytes) -> None:
    assert "The loan was signed" in read_mail(headers + b"\nThe loan was signed.\n").text


@settings(max_examples=60, deadline=None)
@given(
    st.binary(), st.sampled_from(["Date", "From", "Subject", "Content-Type", "Content-Language"])
)
def test_any_header_is_survived(value: bytes, name: str) -> None:
    line = name.encode() + b": " + value.replace(b"\n", b"").replace(b"\r", b"") + b"\n"
    try:
        read = read_mail(line + b"\nThe loan was signed.\n")
    except ReadError:
        return
    assert read.id == "boletin"
