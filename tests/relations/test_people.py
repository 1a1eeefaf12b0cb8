"""Persons stand for the country or body of their title, also where only their name is repeated."""

from __future__ import annotations

import pytest

from extract.relations.linking import find_records
from extract.schema import Agency, Metadata
from tests.relations.markup import line_of, parse, records_of

CASES = [
    (
        "en",
        "[Japan]@JP's Foreign Minister Yoko Kamikawa left on Friday. "
        "Kamikawa visited [Nigeria]@NG on [29 April 2024]D.",
        "meeting done partner=@JP,@NG; date=29 April 2024",
    ),
    (
        "en",
        "Mia Amor Reyes, the foreign minister of [Ecuador]@EC, spoke on Monday. "
        "Reyes will meet [Peru]@PE's president on [3 May 2024]D.",
        "meeting planned partner=@EC,@PE; date=3 May 2024",
    ),
    (
        "en",
        "[Germany]@DE is a partner of [Ghana]@GH. "
        "Chancellor Olaf Scholz met the president of [Ghana]@GH on [30 October 2023]D.",
        "meeting done partner=@DE,@GH; date=30 October 2023",
    ),
    (
        "es",
        "La canciller [alemana]@DE Angela Merkel habló el lunes. "
        "Merkel viajó a [Argentina]@AR el [8 de junio de 2017]D.",
        "meeting done partner=@DE,@AR; date=8 de junio de 2017",
    ),
    (
        "es",
        "[México]@MX y [Chile]@CL son socios. El presidente Enrique Peña Nieto se reunió con la "
        "presidenta Michelle Bachelet el [29 de junio de 2016]D.",
        "meeting done partner=@MX,@CL; date=29 de junio de 2016",
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CASES, ids=[c[1][:50] for c in CASES])
def test_person_stands_for_whom_the_title_is_of(language: str, marked: str, expected: str) -> None:
    assert " | ".join(records_of(marked, language)) == expected


def test_two_bearers_of_a_name_stand_for_neither() -> None:
    marked = (
        "The president of [Chile]@CL, Ana Torres, and the president of [Peru]@PE, Luis Torres, "
        "spoke. Torres visited [Kenya]@KE on [3 May 2024]D."
    )
    assert records_of(marked) == ["meeting done partner=@KE; date=3 May 2024"]


def test_cabinet_signs_for_its_country() -> None:
    text, state = parse(
        "[Fiji]@FJ has reefs. The [Cabinet of Fiji]A approved collaboration with the [WHO]A on "
        "[3 May 2024]D."
    )
    state.mentions[1].agency = Agency(name="Cabinet of Fiji", country="FJ")
    lines = [line_of(record, text, state) for record in find_records(text, state)]
    assert lines == ["agreement done partner=@FJ,WHO; date=3 May 2024"]


ISSUED = [
    (
        "en",
        "Government of Australia",
        "[Australia]@AU is ready. Foreign Minister Penny Wong met [Fiji]@FJ's leaders on [3 May]D.",
        "meeting done partner=@AU,@FJ; date=3 May",
    ),
    (
        "es",
        "Gobierno de Chile",
        "[Chile]@CL crece. La ministra de Salud, Ana Ríos, firmó un convenio con la [OPS]A.",
        "agreement done partner=@CL,OPS",
    ),
    (
        "en",
        "Government of Australia",
        "[Australia]@AU won. The Foreign Minister of [Japan]@JP toured [Fiji]@FJ on [3 May]D.",
        "meeting done partner=@JP,@FJ; date=3 May",
    ),
]


@pytest.mark.parametrize(("language", "publisher", "marked", "expected"), ISSUED)
def test_office_without_country_is_of_the_issuer(
    language: str, publisher: str, marked: str, expected: str
) -> None:
    text, state = parse(marked, language)
    state.metadata = Metadata(language=language, publisher=publisher)
    assert [line_of(record, text, state) for record in find_records(text, state)] == [expected]
