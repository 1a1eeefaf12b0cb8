"""No sentence that states a happening is passed over unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.pipeline import analyse, process
from extract.readers import can_read, read
from extract.relations import reading
from extract.relations.context.discourse import context_of
from extract.relations.happenings.events import event_anchors
from extract.relations.happenings.prospects import may_state_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pytest

    from extract.relations.words.triggers import Trigger
    from extract.schema import Document


def test_what_is_passed_over_states_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []

    def note(triggers: Iterable[Trigger], *, dated: bool) -> bool:
        told.append(may_state_event(triggers, dated=dated))
        return True

    monkeypatch.setattr(reading, "may_state_event", note)
    passed_over = 0
    for document in _documents(root / "raw"):
        state = analyse(document)
        context = context_of(document.text, state)
        for _, sentence, _ in reading.read(document.text, state, context):
            if told == [False] and sentence is not None:
                passed_over += 1
                assert not list(event_anchors(sentence))
            told.clear()
    assert passed_over > 5


def _documents(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.iterdir()):
        if can_read(path.name):
            for source in read(path):
                yield process(source.text)
