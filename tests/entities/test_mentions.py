"""Mentions merge without overlaps, show as ``doc.ents`` and travel with the ``Doc``."""

from __future__ import annotations

from itertools import pairwise

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.entities.docs import show_entities, state_of
from extract.entities.mentions import Mention, Segment, merge, zones
from extract.schema import Label, Metadata

spans = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(list(Label)))
mentions = st.lists(spans.map(lambda s: Mention(s[2], s[0], s[0] + s[1])), max_size=12)


@given(mentions, mentions)
def test_merged_mentions_never_overlap_and_lose_only_to_what_overlaps_them(
    old: list[Mention], new: list[Mention]
) -> None:
    kept = merge(old, new)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    for lost in (mention for mention in old + new if mention not in kept):
        assert any(
            m.start < lost.end and lost.start < m.end and m.end - m.start >= lost.end - lost.start
            for m in kept
        )


@given(mentions)
def test_merging_is_independent_of_order(found: list[Mention]) -> None:
    def spans(merged: list[Mention]) -> list[tuple[int, int, Label]]:
        return [(m.start, m.end, m.label) for m in merged]

    assert spans(merge(found, [])) == spans(merge([], found[::-1]))


def test_a_longer_name_swallows_the_country_in_it() -> None:
    country = Mention(Label.COUNTRY, 11, 17)
    agency = Mention(Label.AGENCY, 0, 17)
    assert merge([country], [agency]) == [agency]


def test_entities_widen_to_tokens_where_text_is_glued() -> None:
    doc = spacy.blank("en")("Partnership:The \\$320 million grant")
    state_of(doc).mentions = [Mention(Label.MONEY, 17, 29)]
    show_entities(doc)
    (entity,) = doc.ents
    assert "$320 million" in entity.text
    assert entity.label_ == "MONEY"


def test_the_state_survives_serialisation() -> None:
    doc = spacy.blank("en")("USAID met JICA.")
    state = state_of(doc)
    state.metadata = Metadata(language="en")
    state.segments = [Segment(0, 15, "en", 0)]
    state.mentions = [Mention(Label.AGENCY, 0, 5, ref="USAID")]
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert state_of(again) == state
    assert again._.mentions == state.mentions


def test_zones_cover_the_text() -> None:
    assert list(zones([], 7)) == [(0, 7, "en")]
    segments = [Segment(2, 5, "es", 0), Segment(6, 9, "en", 1)]
    assert list(zones(segments, 12)) == [(0, 6, "es"), (6, 12, "en")]
