"""``extract explain``: the rule, the trigger, the cue of each role; what a sentence lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import extract

TEXT = (
    "Japan granted Kenya 500 million yen in May 2024.\n\n"
    "The weather was fine.\n\n"
    "Japan has not signed any agreement with Kenya in 2023.\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(TEXT)
    return path


def test_a_record_is_explained(file: Path) -> None:
    shown = extract("explain", file, "r1").stdout
    assert "funding by rule" in shown
    assert "trigger “granted”" in shown
    assert "source: Japan (subject)" in shown
    assert "amount: 500 million yen" in shown


def test_every_sentence_is_explained_and_one_without_record_says_what_it_lacks(file: Path) -> None:
    shown = extract("explain", file).stdout
    weather = shown[shown.index("The weather") :]
    assert "no record: " in weather.splitlines()[1]
    negated = shown[shown.index("Japan has not signed") :]
    assert "no record: " in negated


def test_an_offset_picks_its_sentence(file: Path) -> None:
    shown = extract("explain", file, str(TEXT.index("weather"))).stdout
    assert "The weather" in shown
    assert "Japan" not in shown


@pytest.mark.parametrize(
    ("place", "message"), [("r9", "no record r9"), ("99999", "no sentence at 99999")]
)
def test_a_wrong_place_is_misuse(file: Path, place: str, message: str) -> None:
    done = extract("explain", file, place)
    assert done.returncode == 2
    assert message in done.stderr
