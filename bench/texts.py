"""Texts to measure on: varied enough that no cache flatters."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING

from extract.errors import UsageError
from extract.pipeline import analyse, process
from extract.readers import can_read, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = 16
_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-záéíóúñ,] )[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}\b")
_SYLLABLES = ("ba", "cor", "del", "fa", "gui", "lan", "mer", "no", "pe", "ri", "san", "tu", "va")
_NEW_NAMES = 0.15


def generate(folder: Path, count: int, seed: int = 1) -> list[str]:
    """Texts made of the sentences of a folder's documents: order, digits and some names change.

    Args:
        folder: press releases.
        count: how many texts.
        seed: of the random choices.
    """
    choose = random.Random(seed)  # noqa: S311 - no secret
    sentences = list(_sentences(folder))
    return [
        "\n\n".join(_varied(choose.choice(sentences), choose) for _ in range(SENTENCES))
        for _ in range(count)
    ]


def _sentences(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if can_read(path.name):
            for source in read(path):
                document = process(source.text)
                for segment in analyse(document).segments:
                    yield document.text[segment.start : segment.end]


def _varied(sentence: str, choose: random.Random) -> str:
    def digit(match: re.Match[str]) -> str:
        return match[0] if match[0] == "0" else str(choose.randint(1, 9))

    def name(match: re.Match[str]) -> str:
        if choose.random() > _NEW_NAMES:
            return match[0]
        return "".join(choose.choices(_SYLLABLES, k=choose.randint(2, 4))).capitalize()

    return _NAME.sub(name, _NUMBER.sub(digit, sentence))


def load(path: Path) -> list[str]:
    """The texts of a file: the field ``text`` of JSON Lines, else the paragraphs.

    Raises:
        UsageError: there are none.
    """
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        texts = [json.loads(line)["text"] for line in content.split("\n") if line]
    else:
        texts = content.split("\n\n")
    if not any(text.strip() for text in texts):
        raise UsageError(f"no text in {path}")
    return texts
