"""Explanations agree with the records they explain."""

from __future__ import annotations

from extract.relations.explain import explain
from extract.relations.linking import find_records
from extract.schema import Role
from tests.relations.markup import parse


def test_a_record_is_explained_by_its_rule_trigger_and_cues() -> None:
    text, state = parse("[USAID]A will provide [$12 million]M to [Honduras]@HN in [2025]D.")
    (record,) = find_records(text, state)
    (explanation,) = explain(text, state, record.start)
    (verdict,) = explanation.verdicts
    assert (verdict.records, verdict.objection) == ((record.id,), "")
    assert text[slice(*verdict.trigger)] == "provide"
    assert verdict.rule == record.rule
    cues = {part.text: (part.role, part.cue) for part in verdict.parts}
    assert cues["USAID"] == (Role.SOURCE, "subject")
    assert cues["Honduras"] == (Role.RECIPIENT, "to")
    assert cues["$12 million"][0] is Role.AMOUNT


def test_a_refused_candidate_says_why() -> None:
    text, state = parse("[Mexico]@MX has not signed an agreement with [Fiji]@FJ.")
    (explanation,) = explain(text, state)
    assert [(v.records, v.objection) for v in explanation.verdicts] == [((), "negated")]


def test_a_refused_mention_says_why() -> None:
    text, state = parse("[Chile]@CL gave [$3 million]M to [Peru]@PE, where [FAO]A has an office.")
    (verdict,) = explain(text, state)[0].verdicts
    assert [(r.text, r.reason) for r in verdict.refused] == [("FAO", "in another clause")]


def test_a_sentence_without_candidates_says_what_is_missing() -> None:
    text, state = parse("[Chile]@CL is a country. The weather was fine.")
    assert [e.missing for e in explain(text, state)] == ["no trigger", "no trigger"]


def test_a_repetition_names_the_record_it_repeats() -> None:
    text, state = parse(
        "[Japan]@JP grants [$8 million]M\n\n"
        "The Government of [Japan]@JP granted [$8 million]M to [Laos]@LA. It will build schools."
    )
    (record,) = find_records(text, state)
    headline, *_ = explain(text, state)
    assert [v.objection for v in headline.verdicts] == [f"states {record.id} again"]
    assert record.also == ((headline.start, headline.end),)
