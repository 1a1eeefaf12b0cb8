"""Whatever the text: nothing raises, offsets hold, the same input gives the same records."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.relations.linking import find_records
from tests.relations.cases import ALL
from tests.relations.markup import parse

WORDS = sorted({word for _, marked, _ in ALL for word in marked.split(" ")})
MARKED = st.lists(
    st.sampled_from([*WORDS, "\n", ";", "—", "(", ")", "which", "que", "’s", "İ", "ß"]), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(MARKED.map(" ".join), st.sampled_from(["en", "es"]))
def test_offsets_hold_and_roles_point_at_mentions(marked: str, language: str) -> None:
    text, state = parse(marked, language)
    ids = {f"e{n}" for n in range(1, len(state.mentions) + 1)}
    records = find_records(text, state)
    for record in records:
        assert 0 <= record.start <= record.end <= len(text)
        assert record.trigger is not None
        assert record.start <= record.trigger[0] < record.trigger[1] <= record.end
        assert record.roles
        assert {filler for found in record.roles.values() for filler in found} <= ids
    assert records == find_records(text, state)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    marked, state = parse(text)
    assert all(record.end <= len(marked) for record in find_records(marked, state))


def test_no_segments_no_records() -> None:
    text, state = parse("")
    assert find_records(text, state) == []
