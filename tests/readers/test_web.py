"""HTML: main text, layout and metadata."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import NoText
from extract.readers import read_bytes
from extract.readers.plain_markup import plain_pieces
from extract.schema import BlockKind, SourceText

PARAGRAPHS = [
    "The Government of Japan will provide a grant of 1.2 billion yen to the Republic of Honduras"
    " for the renewal of a water plant in Comayagua, the embassy said in a statement on the plan.",
    "The notes were exchanged by the Minister of Foreign Affairs and the Ambassador of Japan, who"
    " said that the plant will serve 40,000 people from the second half of next year on.",
    "Japan has financed eleven such projects in the country, most of them through its agency for"
    " international cooperation, which also sends engineers and pays for their training.",
]
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Japan renews a water plant | Embassy</title>
<meta charset="utf-8">{head}<script>var amount = "$9 billion";</script>
<style>p {{}}</style></head>
<body><div class="cookie-banner">We use cookies to improve your visit. Accept all</div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/aid">Our aid</a></li></ul></nav>
<main><article><h1>Japan renews a water plant</h1>{body}</article></main>
<footer><p>Copyright Embassy of Japan. All rights reserved.</p></footer></body></html>"""


def page(body: str = STORY, head: str = "") -> SourceText:
    return next(read_bytes(PAGE.format(head=head, body=body).encode(), "plant.html"))


def blocks(document: SourceText) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_main_text_without_menu_banner_and_script() -> None:
    document = page()
    assert blocks(document) == [
        (BlockKind.HEADING, "Japan renews a water plant"),
        *((BlockKind.PARAGRAPH, paragraph) for paragraph in PARAGRAPHS),
    ]
    for furniture in ("cookies", "Home", "amount", "Copyright"):
        assert furniture not in document.text


def test_lists_and_tables_keep_their_layout() -> None:
    body = (
        f"{STORY}<ul><li>Two pumps for the plant</li><li>Pipes of 12 kilometres</li></ul>"
        "<table><tr><th>Year</th><th>Amount</th></tr><tr><td>2022</td><td>JPY 700 million</td></tr>"
        "</table>" + STORY.replace("water", "second")
    )
    document = page(body)
    found = blocks(document)
    assert (BlockKind.LIST_ITEM, "Pipes of 12 kilometres") in found
    assert [text for kind, text in found if kind is BlockKind.TABLE_CELL] == [
        "Year", "Amount", "2022", "JPY 700 million",
    ]  # fmt: skip
    assert "Year\tAmount\n2022\tJPY 700 million" in document.text


LINKED_DATA = """<script type="application/ld+json">{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Japan renews a water plant", "datePublished":
"2023-09-14T09:00:00-06:00", "publisher": {"@type": "Organization", "name": "Embassy of Japan"}}
</script>"""


@pytest.mark.parametrize(
    "head",
    [
        LINKED_DATA,
        '<meta property="article:published_time" content="2023-09-14T09:00:00Z">',
        '<meta name="dcterms.created" content="2023-09-14">',
        '<meta name="date" content="2023-09-14">',
    ],
)
def test_publication_date_of_the_head(head: str) -> None:
    assert page(head=head).metadata.published == dt.date(2023, 9, 14)


def test_publication_date_of_the_dateline() -> None:
    body = f"<p>Tegucigalpa, 14 de septiembre de 2023.</p>{STORY}"
    assert page(body).metadata.published == dt.date(2023, 9, 14)


def test_publication_date_outside_of_the_main_text() -> None:
    outside = "<dl><dd>Ministry of Finance | 14 September 2023 | Press release</dd></dl>"
    whole = PAGE.format(head="", body=STORY).replace("<main>", f"{outside}<main>")
    document = next(read_bytes(whole.encode(), "plant.html"))
    assert "Press release" not in document.text
    assert document.metadata.published == dt.date(2023, 9, 14)


def test_facts_of_a_page_with_hardly_any_text() -> None:
    markup = (
        f'<html lang="es"><head>{LINKED_DATA}</head><body><div>Japón donó 5 pozos.</div></body>'
    )
    metadata = next(read_bytes(markup.encode(), "a.html")).metadata
    assert (metadata.published, metadata.language) == (dt.date(2023, 9, 14), "es")
    assert metadata.publisher == "Embassy of Japan"


def test_title_language_and_address() -> None:
    head = '<link rel="canonical" href="https://embassy.example/plant">'
    metadata = page(head=head).metadata
    assert metadata.title == "Japan renews a water plant"
    assert metadata.language == "en"
    assert metadata.url == "https://embassy.example/plant"


def test_declared_and_false_characters() -> None:
    latin = (
        "<html><head><meta charset='iso-8859-1'></head><body><p>El año próximo</p></body></html>"
    )
    assert "año próximo" in next(read_bytes(latin.encode("latin-1"), "a.html")).text
    assert "Japan’s agency" in page(f"{STORY}<p>Japan\x92s agency gave the pumps.</p>").text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("worth $5 million<sup>1</sup> in all", "worth $5 million in all"),
        ("in 2024.<sup><a href='#n2'>[2]</a></sup> Then", "in 2024. Then"),
        ("in 2024<sup class='note'>12</sup> and", "in 2024 and"),
        ("the 28<sup>th</sup> of March", "the 28th of March"),
        ("some 40 km<sup>2</sup> of forest", "some 40 km2 of forest"),
    ],
)
def test_footnote_marks_do_not_stick_to_words_and_figures(markup: str, text: str) -> None:
    assert text in page(f"<p>A loan {markup}</p>{STORY}").text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Spain lent 5 million euros.</p>",
        "Spain lent 5 million euros.",
        "<html><body><div>Spain lent 5 million euros.",
        "<html><body><center><font>Spain lent 5 million euros.</font></center></body></html>",
        "<div>" * 100_000 + "Spain lent 5 million euros." + "</div>" * 100_000,
        "<b>" * 100_000 + "Spain lent 5 million euros.",
        "<html><body>Spain lent 5 million euros.</nav></b></html>\x00\x00",
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>Spain lent 5 million euros.',
    ],
)
def test_nothing_readable_is_lost(markup: str) -> None:
    assert "Spain lent 5 million euros." in next(read_bytes(markup.encode(), "a.html")).text


@pytest.mark.parametrize("markup", ["<html></html>", "<script>loan()</script>"])
def test_no_text(markup: str) -> None:
    with pytest.raises(NoText):
        next(read_bytes(markup.encode(), "a.html"))


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="<>/abdivplituhr =\"'&;!-[]\n") | st.text())
def test_any_markup_is_read_plainly(markup: str) -> None:
    assert all(piece.text == piece.text.strip() for piece in plain_pieces(markup))
