from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.layout import find_blocks

SHORT = {"heading": "H", "paragraph": "P", "list_item": "L", "table_cell": "C"}


def layout(text: str) -> list[tuple[str, str]]:
    """Blocks as (first letter of the kind, content)."""
    return [(SHORT[b.kind.value], text[b.start : b.end]) for b in find_blocks(text)]


LONG = "The bank and the ministry signed the contract for the works on the northern highway."
WRAPPED = (
    "The bank and the ministry\nsigned the contract for\nthe highway in Nuevo León\nand a bridge."
)
CUT = "The bank and the ministry signed the contract\n\nfor the works on the highway."
COLONS = "It opens at 10:30, odds are 3:1, see https://Example.org or mailto:Press@example.org."
CASES = {
    "blank lines separate": (
        f"{LONG}\n\n{LONG}\n \n{LONG}",
        [("P", LONG)] * 3,
    ),
    "white space that only looks like text separates": (
        f"{LONG}\n\xa0  \n{LONG}",
        [("P", LONG)] * 2,
    ),
    "wrapped lines are joined": (
        WRAPPED,
        [
            (
                "P",
                WRAPPED,
            )
        ],
    ),
    "a line a paragraph": (
        f"{LONG}\n{LONG}\n{LONG}",
        [("P", LONG)] * 3,
    ),
    "a cut paragraph goes on after a page break": (
        CUT,
        [
            (
                "P",
                CUT,
            )
        ],
    ),
    "bullets": (
        "- Peru\n* Chile\n• Cuba\n– Haití\n+ India",
        [("L", "Peru"), ("L", "Chile"), ("L", "Cuba"), ("L", "Haití"), ("L", "India")],
    ),
    "numbers and letters": (
        "1. Roads\n2) Ports\n(3) Rails\na) Schools\n(b) Clinics\n(iv) Wells",
        [("L", x) for x in ("Roads", "Ports", "Rails", "Schools", "Clinics", "Wells")],
    ),
    "items of several lines": (
        "-   Mexico will send twelve students\n    to Arizona this year.\n-   Peru will send six.",
        [
            ("L", "Mexico will send twelve students\n    to Arizona this year."),
            ("L", "Peru will send six."),
        ],
    ),
    "a marker alone on its line": (
        "-\nIn 2015 the agency opened an office.\n-\nIn 2016 it opened two.",
        [("L", "In 2015 the agency opened an office."), ("L", "In 2016 it opened two.")],
    ),
    "a marker alone before a blank line": ("•\n\nRoads and ports.", [("L", "Roads and ports.")]),
    "a dash in running text is no bullet": (
        "-5 degrees were measured at the new station.",
        [("P", "-5 degrees were measured at the new station.")],
    ),
    "a year at the start of a line is no number": (
        "2016. It was hot.",
        [("P", "2016. It was hot.")],
    ),
    "Markdown headings": (
        f"# Results\n{LONG}\n\n#### **Border**\n\n{LONG}",
        [("H", "Results"), ("P", LONG), ("H", "**Border**"), ("P", LONG)],
    ),
    "bold lines": (f"**What comes next**\n\n{LONG}", [("H", "**What comes next**"), ("P", LONG)]),
    "capitals": (
        f"DEEPENING COOPERATION\n{LONG}",
        [("H", "DEEPENING COOPERATION"), ("P", LONG)],
    ),
    "a title": (
        f"Banco Mundial aprueba crédito para caminos rurales\n\n{LONG}",
        [("H", "Banco Mundial aprueba crédito para caminos rurales"), ("P", LONG)],
    ),
    "a short last line is no heading": (
        f"{LONG}\n\nMinistry of Finance",
        [("P", LONG), ("P", "Ministry of Finance")],
    ),
    "a short sentence is no heading": (
        f"Talks go on.\n\n{LONG}",
        [("P", "Talks go on."), ("P", LONG)],
    ),
    "a heading glued to its paragraph": (
        "Review of the Partnership:The officials met.",
        [("H", "Review of the Partnership:"), ("P", "The officials met.")],
    ),
    "a Spanish heading glued to its paragraph": (
        "Revisión de la alianza:Los funcionarios se reunieron.",
        [("H", "Revisión de la alianza:"), ("P", "Los funcionarios se reunieron.")],
    ),
    "a heading in capitals before its paragraph": (
        "CLOSING DEALS: Today the two presidents met in Seoul.",
        [("H", "CLOSING DEALS:"), ("P", "Today the two presidents met in Seoul.")],
    ),
    "a bold lead": (
        "**Energy:** The bank lends to both.",
        [("H", "**Energy:**"), ("P", "The bank lends to both.")],
    ),
    "times, ratios and addresses stay whole": (
        COLONS,
        [
            (
                "P",
                COLONS,
            )
        ],
    ),
    "a ticker is no heading": (
        "Fortinet (NASDAQ:FTNT) and NYSE:IBM agreed.",
        [("P", "Fortinet (NASDAQ:FTNT) and NYSE:IBM agreed.")],
    ),
    "a colon in running text": (
        "The minister said: The talks go on.",
        [("P", "The minister said: The talks go on.")],
    ),
    "a pipe table": (
        "| Donor | Amount |\n|:---|---:|\n| Japan | $5 million |",
        [("C", "Donor"), ("C", "Amount"), ("C", "Japan"), ("C", "$5 million")],
    ),
    "a tab table": (
        "Japan\t$5 million\nPeru\t$2 million",
        [("C", "Japan"), ("C", "$5 million"), ("C", "Peru"), ("C", "$2 million")],
    ),
    "a stray tab": (f"{LONG} And\tso on.", [("P", f"{LONG} And\tso on.")]),
    "an e-mail header": (
        "From: press@example.org\nDate: 5 March 2024\nSubject: New loan",
        [("H", "From: press@example.org"), ("H", "Date: 5 March 2024"), ("P", "Subject: New loan")],
    ),
    "rules are no text": (f"{LONG}\n\n---\n\n{LONG}\n\n###", [("P", LONG)] * 2),
    "lost line breaks": (
        f"{LONG}      {LONG}   {LONG}",
        [("P", LONG)] * 3,
    ),
    "an indented capital is no lost line break": (
        "-   The bank will lend in the\n    United States and in the other\n    countries.",
        [("L", "The bank will lend in the\n    United States and in the other\n    countries.")],
    ),
    "a day at the start of a wrapped line is no marker": (
        "The two ministries signed on March\n5. The works begin in April and\nend in May.",
        [
            (
                "P",
                "The two ministries signed on March\n5. The works begin in April and\nend in May.",
            )
        ],
    ),
    "a dash at the start of a wrapped line is no marker": (
        "The bank – the largest of them all\n– will lend to both countries and\nto others.",
        [
            (
                "P",
                "The bank – the largest of them all\n– will lend to both countries and\nto others.",
            )
        ],
    ),
    "line breaks as tags": (
        "Roads in Peru.<br>Ports in Chile.",
        [("P", "Roads in Peru."), ("P", "Ports in Chile.")],
    ),
    "Spanish numbering": ("1.- Caminos\n2.- Puertos", [("L", "Caminos"), ("L", "Puertos")]),
    "escaped rules": (f"{LONG}\n\n\\*\\*\\*\n\n{LONG}\n\n\\# \\# \\#", [("P", LONG)] * 2),
    "comments and empty tags are no text": (
        f"{LONG}\n\n<!-- -->\n\n<span id='x'></span>\n\n{LONG}",
        [("P", LONG), ("H", "<span id='x'></span>"), ("P", LONG)],
    ),
    "quoted lines": ("> “The report confirms it.”", [("P", "“The report confirms it.”")]),
    "windows line ends": (f"{LONG}\r\n\r\n{LONG}\r\n", [("P", LONG)] * 2),
    "nothing": (" \n\n\t\n", []),
}


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str) -> None:
    text, expected = CASES[name]
    assert layout(text) == expected


PIECES = st.sampled_from(
    [
        "The bank",
        "el banco",
        "AID:",
        ".",
        ":",
        "\n",
        "\n\n",
        "  ",
        "    ",
        "- ",
        "1. ",
        "# ",
        "|",
        "\t",
        "**",
        ">",
        "•",
        "\\#",
        "---",
        "A",
        "a",
        "\xa0",
        "\r\n",
        "Key: ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_blocks_are_in_order_apart_and_not_empty(text: str) -> None:
    blocks = find_blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    for block in blocks:
        content = text[block.start : block.end]
        assert content == content.strip()
        assert content


@given(st.lists(PIECES).map("".join))
def test_no_word_is_lost(text: str) -> None:
    held = "".join(text[b.start : b.end] for b in find_blocks(text))
    for word in ("bank", "banco", "Key"):
        assert held.count(word) == text.count(word)


@pytest.mark.parametrize(
    "unit", ["- ", "a\n", "| ", "A:", "**", "#", ">", "\t", "-" * 50, "A b\n", "(1", "    x", "A B"]
)
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    find_blocks(text)
    assert time.process_time() - before < 3
