"""Sentences and the records they state."""

from __future__ import annotations

import pytest

from tests.relations.cases import ALL
from tests.relations.markup import records_of


@pytest.mark.parametrize(("language", "marked", "expected"), ALL, ids=[case[1] for case in ALL])
def test_sentence(language: str, marked: str, expected: list[str]) -> None:
    assert sorted(records_of(marked, language)) == sorted(expected)
