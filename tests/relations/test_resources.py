"""The rules as data: whole, bilingual, without contradictions."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.errors import ResourceError
from extract.relations.words import triggers as trigger_files
from extract.relations.words.inflection import Form, plural, verb_forms
from extract.relations.words.lexicon import cues, scan
from extract.relations.words.triggers import kind_roles, readings, role_map, trigger, triggers
from extract.resources import table, tree
from extract.schema import Kind

ENTRIES = [entry for file in trigger_files._FILES for entry in tree(file)["trigger"]]
FOUND_BY_LAYOUT = {
    "funding.line",
    "funding.item",
    "funding.row",
    "investment.acquire",
    "investment.acquisition",
}
ONE_LANGUAGE = {"meeting.met"}


def test_ids_are_unique_and_name_their_kind() -> None:
    counts = Counter(found.id for found in triggers())
    assert [id_ for id_, n in counts.items() if n > 1] == []
    named = {
        Kind(id_.split(".")[0]) for id_ in counts if id_.split(".")[0] not in ("light", "none")
    }
    assert named == set(Kind)
    assert all(found.kind is None or found.id.startswith(found.kind) for found in triggers())


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_every_rule_has_words_of_both_languages(entry: dict[str, list[str]]) -> None:
    for language in ("en", "es"):
        words = entry[language]
        assert len(words) == len(set(words))
        assert words or str(entry["id"]) in FOUND_BY_LAYOUT | ONE_LANGUAGE


def test_every_kind_has_a_role_table() -> None:
    assert set(kind_roles()) == set(Kind)


def test_irregular_verbs_are_those_of_triggers() -> None:
    for language in ("en", "es"):
        lemmas = {w.split()[0] for e in ENTRIES if e["pos"] == "verb" for w in e[language]}
        assert set(tree("verbs.toml")[language]) <= lemmas


def test_no_trigger_is_a_closed_class_word() -> None:
    for language in ("en", "es"):
        own = {w for w, found in readings().items() if any(r.language == language for r in found)}
        grammar = {word for word, cue in cues(language).items() if cue.tag in _CLOSED}
        assert own & grammar == set()


_CLOSED = ("preposition", "conjunction", "determiner", "auxiliary", "negation", "subordinator")


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(ValueError, match="payer"):
        role_map({"subject": "payer"})
    with pytest.raises(KeyError):
        trigger("funding.unheard_of")


def test_a_malformed_file_is_a_resource_error(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = {"trigger": [{"id": "x", "kind": "gift", "pos": "verb", "needs": "amount"}]}
    monkeypatch.setattr(trigger_files, "tree", lambda _: bad)
    trigger_files._entries.cache_clear()
    with pytest.raises(ResourceError, match="gift"):
        trigger_files._entries()
    monkeypatch.undo()
    trigger_files._entries.cache_clear()


@pytest.mark.parametrize(
    ("lemma", "language", "form", "kinds"),
    [
        ("finance", "en", "financed", {Form.PAST, Form.PARTICIPLE}),
        ("carry out", "en", "carrying out", {Form.GERUND}),
        ("ratify", "en", "ratifies", {Form.PRESENT}),
        ("give", "en", "given", {Form.PARTICIPLE}),
        ("grant", "en", "grants", {Form.PRESENT}),
        ("otorgar", "es", "otorgará", {Form.FUTURE}),
        ("destinar", "es", "destinaron", {Form.PAST}),
        ("suscribir", "es", "suscrito", {Form.PARTICIPLE}),
        ("poner en marcha", "es", "pusieron en marcha", {Form.PAST}),
        ("entregar", "es", "entregue", {Form.SUBJUNCTIVE}),
    ],
)
def test_inflection(lemma: str, language: str, form: str, kinds: set[Form]) -> None:
    assert verb_forms(lemma, language)[form] == kinds


@pytest.mark.parametrize(
    ("noun", "language", "expected"),
    [
        ("loan", "en", "loans"),
        ("subsidy", "en", "subsidies"),
        ("letter of intent", "en", "letters of intent"),
        ("donación", "es", "donaciones"),
        ("carta de intención", "es", "cartas de intención"),
        ("crédito", "es", "créditos"),
    ],
)
def test_plural(noun: str, language: str, expected: str) -> None:
    assert plural(noun, language) == expected


def test_scanning_keeps_to_words_and_takes_the_longest() -> None:
    text = "emigrants signed a memorandum of understanding; https://x.org/grant-signed"
    assert [text[hit.start : hit.end] for hit in scan(text)] == [
        "signed",
        "memorandum of understanding",
    ]


def test_leaders_are_of_countries_the_pipeline_knows() -> None:
    known = {row["code"] for row in table("countries.tsv")}
    rows = table("leaders.tsv")
    assert {row["country"] for row in rows} <= known
    assert len({row["name"] for row in rows}) == len(rows)
