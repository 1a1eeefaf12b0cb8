"""What the finders of names share: folding, runs, word lists, literal search."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.entities.names.folding import Folded, fold
from extract.entities.names.lexicon import lexicon
from extract.entities.names.literals import find_all
from extract.entities.names.nations import nation_of
from extract.entities.names.runs import find_runs, tokens
from extract.resources import tree


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Secretaría de Economía", "secretaria de economia"),
        ("World\nBank", "world bank"),
        ("World  \n  Bank", "world bank"),
        ("**World Bank**", "world bank"),
        ("\\_World\\_ Bank", "world bank"),
        ("Inter-\nAmerican", "inter-american"),
        ("Export - Import Bank", "export-import bank"),
        ("«Salvador Zubirán»", '"salvador zubiran"'),
        ("Women’s Fund – Asia", "women's fund-asia"),
        ("Übersee", "ubersee"),
        ("İstanbul", "istanbul"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(alphabet="aB é*_\\-\n’İß", max_size=40) | st.text(max_size=40))
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = Folded(text)
    origins = [folded.origin(at) for at in range(len(folded.text))]
    assert all(a < b for a, b in pairwise(origins))
    assert all(0 <= at < len(text) for at in origins)
    for char, at in zip(folded.text, origins, strict=True):
        if char.isascii() and char.isalnum():
            assert fold(text[at]) == char


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("in Lima, he said, the Bank of Peru met", ["Lima", "Bank of Peru"]),
        ("Ministry of Finance, Planning and Trade", ["Ministry of Finance, Planning and Trade"]),
        ("the U.S. Department of State said", ["U.S. Department of State"]),
        ("the U. S.\nGovernment said", ["U. S.\nGovernment"]),
        ("the University of St. Gallen said", ["University of St. Gallen"]),
        ("the Howard G. Buffett Foundation", ["Howard G. Buffett Foundation"]),
        ("el Instituto «Salvador Zubirán» de", ["Instituto «Salvador Zubirán»"]),
        ("First Heading\n\nSecond Heading", ["First Heading", "Second Heading"]),
        ("a@Example.org x/Y #Tag", []),
        ("nothing here", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in find_runs(text).spans] == runs


def test_tokens_know_possessives_and_small_words() -> None:
    text = "Mexico’s Ministry Of Health"
    found = tokens(text, 0, len(text))
    assert [t.low for t in found] == ["mexico", "ministry", "of", "health"]
    assert [t.possessive for t in found] == [True, False, False, False]
    assert [t.capital for t in found] == [True, True, False, True]
    assert [text[t.start : t.end] for t in found] == ["Mexico", "Ministry", "Of", "Health"]


@pytest.mark.parametrize(
    ("text", "forms", "found"),
    [
        ("IDB and IDBs", ["IDB"], [(0, 3)]),
        ("IDB. IDB.org", ["IDB"], [(0, 3)]),
        ("x@IDB IDB@x a/IDB", ["IDB"], []),
        ("", ["IDB"], []),
        ("IDB", [], []),
    ],
)
def test_literal_search(text: str, forms: list[str], found: list[tuple[int, int]]) -> None:
    assert [(start, end) for start, end, _ in find_all(text, forms)] == found


def test_nations() -> None:
    assert (nation_of("Chile"), nation_of("chileno"), nation_of("Bank")) == ("CL", "CL", None)


def test_the_lexicon_is_sound() -> None:
    words = lexicon()
    assert all(word == word.lower() and " " not in word for word in words.heads)
    assert {head.language for found in words.heads.values() for head in found} == {"en", "es"}
    assert all(len(phrase) in (2, 3, 4) for phrase in words.phrases)
    assert not words.titles & words.heads.keys()
    assert words.plurals["ministries"].language == "en"
    assert words.plurals["secretarías"].language == "es"


@pytest.mark.parametrize("name", ["openers", "titles", "outcomes", "verbs", "fields", "levels"])
def test_every_list_speaks_both_languages(name: str) -> None:
    section = tree("agency_context.toml")[name]
    assert section["english"]
    assert section["spanish"]
    for language in ("english", "spanish"):
        assert all(word == word.strip() and word for word in section[language])
