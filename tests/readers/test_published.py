"""Publication dates as datelines, heads and feet of releases give them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.full_dates import find_dates, parse_date
from extract.readers.published import publication_date

MARCH_5 = dt.date(2024, 3, 5)

BODY = " The two governments signed a memorandum on trade in 2019 and renewed it."

HEADS = [
    "WASHINGTON, March 5, 2024 —",
    "WASHINGTON, D.C., March 5, 2024 –",
    "WASHINGTON, Mar. 5, 2024 (GLOBE NEWSWIRE) --",
    "NEW YORK/GENEVA, 5 March 2024 –",
    "GENEVA (5 March 2024) –",
    "Geneva, 5 March 2024 (ILO News) –",
    "Rome, 5th March 2024 -",
    "NAIROBI, Kenya, March 5, 2024 /PRNewswire/ --",
    "Tokyo - March 5, 2024 -",
    "TOKYO | 5 March 2024 |",
    "Manila, Philippines (March 5, 2024) —",
    "MANILA, PHILIPPINES (5 March 2024) —",
    "Brussels, 5.3.2024 –",
    "New Delhi, 05 MAR 2024:",
    "Mexico City, Tuesday, March 5, 2024.",
    "Port-au-Prince, Haiti – March 5, 2024 –",
    "Santo Domingo March 5, 2024 –",
    "March 5, 2024 –",
    "March 5, 2024 |",
    "[Kampala, 5th March 2024]",
    "**WASHINGTON, March 5, 2024** –",
    "_Ottawa, Ontario – March 5, 2024_ –",
    "Ciudad de México, 5 de marzo de 2024.",
    "Ciudad de México, a 5 de marzo de 2024.",
    "CIUDAD DE MÉXICO, 5 de marzo de 2024.-",
    "Ciudad de México, martes 5 de marzo de 2024 –",
    "Bogotá D.C., 5 de marzo de 2024.",
    "Bogotá, marzo 5 de 2024.",
    "Lima, 05 de marzo del 2024.-",
    "San José, Costa Rica. 5 de marzo de 2024.",
    "Santiago de Chile (5 de marzo, 2024) –",
    "Madrid, 5 de marzo de 2024 (EFE).-",
    "Tegucigalpa, Honduras, 5 de marzo de 2024 –",
    "La Paz, 5 mar 2024 (ABI) –",
    "Quito, 5 de Marzo 2024 -",
    "Guatemala, 5 de marzo de 2024:",
    "Comunicado No. 87. Ciudad de México, 5 de marzo de 2024.",
    "(Lima, 05 de marzo de 2024)",
    "Bogotá, 5 de marzo de 2024 – 10:00 a.m.",
    "OTTAWA, ON, March 5, 2024 /CNW/ -",
    "ACCRA, March 5, 2024/APO Group/ --",
    "SANTO DOMINGO, RD.- 5 de marzo de 2024.-",
    "Montevideo | 5 de marzo de 2024 |",
    "Asunción, 05/03/2024 (IP) –",
]

ALONE = [
    "March 5, 2024",
    "Tuesday, March 5, 2024",
    "5 March 2024",
    "05 March 2024 10:30 a.m.",
    "Press Release | March 5, 2024",
    "Working note, 5 March 2024",
    "*Case story. Published on 5 March 2024.*",
    "PRESS RELEASE NO. 2024/045 | March 5, 2024 | Washington, D.C.",
    "FOR IMMEDIATE RELEASE: March 5, 2024",
    "For Immediate Release - March 5th, 2024",
    "Date: 2024-03-05",
    "2024.03.05",
    "2024 – 03 - 05",
    "05.03.2024",
    "5. 3. 2024",
    "Published: 5 March 2024, 14:00 GMT",
    "Published on 05 Mar 2024",
    "Posted on March 5, 2024 by admin",
    "Release date: March 5, 2024",
    "Media Statement, Canberra, 5 March 2024",
    "*March 5, 2024*",
    "<u>March 5, 2024</u>",
    "5 de marzo de 2024",
    "Martes, 5 de marzo de 2024",
    "Publicado el 5 de marzo de 2024",
    "Fecha de publicación: 05 de marzo de 2024",
    "Boletín de prensa No. 123 | 5 de marzo de 2024",
    "Comunicado de prensa – 5 de marzo de 2024",
    "Marzo 5, 2024",
    "Publicado: 05.03.2024 - 10:20",
    "Ciudad de México a 05 de marzo de 2024",
    "Última actualización: 5 de marzo de 2024",
    "Last modified: March 5, 2024",
    "By Jane Smith | March 5, 2024",
    "March 05, 2024 08:00 AM Eastern Standard Time",
    "Ref: IP/24/123 Brussels, 5 March 2024",
    "Nota informativa, Monterrey, Nuevo León, 5 de marzo de 2024",
    "Managua, 5 de marzo de 2024",
]

FEET = [
    "(Colombo/Mar05/2024)",
    "(Colombo/March 5/2024)",
    "Ministry of Finance, 5 March 2024",
    "Colombo 01\nOn March 05, 2024",
    "05 .03.2024\nMinistry of Finance",
    "Ends\n\nMarch 5, 2024",
    "San Salvador, 5 de marzo de 2024",
    "Dirección de Comunicación\n5 de marzo de 2024",
]

NONE = [
    "On March 5, 2024, the Bank approved a loan of $20 million to Peru.",
    "The agreement of March 5, 2024, entered into force last week.",
    "El 5 de marzo de 2024, el Banco aprobó un préstamo.",
    "The meeting was held in Lima, March 5, 2024, and lasted a day.",
    "Executive Order 13219 of March 5, 2024 (Blocking Property)",
    "The programme runs to March 5, 2024",
    "The forum takes place on 5 March 2024 – 9 March 2024 in Panama City.",
    "Readers who enrolled by March 5, 2024 may apply.",
    "This follows the summit, which was held in the capital on\nMarch 5, 2024. It was short.",
    "Panama City, 3-5 March 2024 –",
    "Panama City, March 5, 2024 - 7 March 2024.",
]


@pytest.mark.parametrize("head", HEADS)
def test_dateline_before_the_story(head: str) -> None:
    text = f"Bank lends to Peru\n\n{head}{BODY}"
    assert publication_date(text, day_first=True) == MARCH_5


@pytest.mark.parametrize("line", ALONE)
@pytest.mark.parametrize(
    "frame", ["{line}\n\nBank lends to Peru\n\n{body}", "Bank lends to Peru\n{line}\n{body}"]
)
def test_date_on_a_line_of_its_own(line: str, frame: str) -> None:
    assert publication_date(frame.format(line=line, body=BODY.strip())) == MARCH_5


@pytest.mark.parametrize("foot", FEET)
def test_date_at_the_foot(foot: str) -> None:
    joint = " " if foot.startswith("(") else "\n\n"
    assert publication_date(f"Bank lends to Peru\n\n{BODY.strip()}{joint}{foot}") == MARCH_5


@pytest.mark.parametrize("text", NONE)
def test_date_in_a_sentence_is_no_publication_date(text: str) -> None:
    assert publication_date(f"Bank lends to Peru\n\n{text}\n\nIt is the third loan.") is None


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("03/05/2024", None, None),
        ("03/05/2024", True, dt.date(2024, 5, 3)),
        ("03/05/2024", False, dt.date(2024, 3, 5)),
        ("25/05/2024", None, dt.date(2024, 5, 25)),
        ("05/25/2024", None, dt.date(2024, 5, 25)),
        ("05/05/2024", None, dt.date(2024, 5, 5)),
        ("31 February 2024", None, None),
        ("1º de mayo de 2024", None, dt.date(2024, 5, 1)),
        ("primero de mayo de 2024", None, dt.date(2024, 5, 1)),
        ("2 de setiembre de 2024", None, dt.date(2024, 9, 2)),
        ("Sept. 2, 2024", None, dt.date(2024, 9, 2)),
        ("2024-09-02T08:00:00+02:00", None, dt.date(2024, 9, 2)),
        ("2 September 1824", None, None),
        ("May 2024", None, None),
        ("no date", None, None),
    ],
)
def test_parse_date(text: str, day_first: bool | None, expected: dt.date | None) -> None:
    assert parse_date(text, day_first=day_first) == expected


@given(st.text() | st.text(alphabet="0123456789-/. Marchde,\n"))
def test_any_text_has_dates_or_none(text: str) -> None:
    for found in find_dates(text, day_first=True):
        assert 0 <= found.start < found.end <= len(text)
    published = publication_date(text)
    assert published is None or 1900 <= published.year <= 2100
