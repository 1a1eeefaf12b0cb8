"""No sentence that states a happening is passed over unread."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from extract.pipeline import analyse, process
from extract.relations import reading
from extract.relations.context.discourse import context_of
from extract.relations.happenings.events import event_anchors
from extract.relations.happenings.prospects import may_state_event
from extract.relations.words.triggers import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from extract.relations.words.triggers import Trigger

PARTIES = ("Kenya", "Japan", "the World Bank", "Toyota", "both countries", "USAID")
BETWEEN = ("with", "between", "of", "by", "to", "and", "the", ",", "was", "has", "in May 2024")
SENTENCES = 1_000


def test_what_is_passed_over_states_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []

    def note(triggers: Iterable[Trigger], *, dated: bool) -> bool:
        told.append(may_state_event(triggers, dated=dated))
        return True

    monkeypatch.setattr(reading, "may_state_event", note)
    text = "\n\n".join(_sentences())
    state = analyse(process(text, language="en"))
    passed_over = 0
    for _, sentence, _ in reading.read(text, state, context_of(text, state)):
        if told == [False] and sentence is not None:
            passed_over += 1
            assert not list(event_anchors(sentence))
        told.clear()
    assert passed_over > SENTENCES / 100


def _sentences() -> Iterable[str]:
    """Parties and words of the lists in any order."""
    choose = random.Random(7)  # noqa: S311 - no secret
    words = sorted(readings())
    for _ in range(SENTENCES):
        pieces = [choose.choice(choose.choice((PARTIES, BETWEEN, words))) for _ in range(9)]
        yield f"The {' '.join(pieces)}."
