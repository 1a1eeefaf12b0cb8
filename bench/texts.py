"""Texts to measure on: varied enough that no cache flatters."""

from __future__ import annotations

import json
import random
import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.dates.lexicon import lexicon
from extract.entities.money.lexicon import units
from extract.entities.numbers import words
from extract.errors import UsageError
from extract.pipeline import analyse, process
from extract.readers import can_read, read
from extract.relations.words.lexicon import cues
from extract.relations.words.triggers import readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = 24
PARAGRAPH = 3
_THIN = 0.4
"""How much rarer a sentence becomes by each mention in it."""
_NEW_NAMES, _NEW_WORDS = 0.25, 0.9
_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-záéíóúñ,] )[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}\b")
_WORD = re.compile(r"(?<![^\W\d_])[a-záéíóúñ]{5,}\b")
_ENDING = 3
_SYLLABLES = (
    "ba", "cor", "del", "fa", "gui", "lan", "mer", "no", "pe", "ri", "san", "tu", "va", "bre",
    "dro", "fle", "gam", "hul", "jar", "kin", "lo", "mo", "nes", "por", "quis", "rol", "ste", "tal",
    "chi",
)  # fmt: skip


def generate(folder: Path, count: int, seed: int = 1, *, dense: bool = False) -> list[str]:
    """Texts made of the sentences of a folder's documents, as varied as real ones.

    The order of the sentences, all digits, a quarter of the names and most long words that are in
    none of our lists change, these keeping their endings: of the words of further texts 13 % are
    new, 15 % of those of press releases at large. The documents were picked for what they hold, so
    sentences with mentions are drawn less often: a thousand words hold 16 bodies, 14 countries, 10
    dates, 10 amounts and 7 records. (Press releases at large: 17, 13, 9, 3 and 2.)

    Args:
        folder: press releases.
        count: how many texts.
        seed: of the random choices.
        dense: draw all sentences alike; then there are three times as many of each.
    """
    choose = random.Random(seed)  # noqa: S311 - no secret
    sentences, mentions = zip(*_sentences(folder), strict=True)
    weights = [
        1.0 if dense else len(sentence.split()) * _THIN**number
        for sentence, number in zip(sentences, mentions, strict=True)
    ]
    texts = []
    for _ in range(count):
        drawn = [_varied(s, choose) for s in choose.choices(sentences, weights, k=SENTENCES)]
        parts = (drawn[at : at + PARAGRAPH] for at in range(0, SENTENCES, PARAGRAPH))
        texts.append("\n\n".join(" ".join(part) for part in parts))
    return texts


def _sentences(folder: Path) -> Iterator[tuple[str, int]]:
    """The sentences of the documents and how many mentions each holds."""
    for path in sorted(folder.iterdir()):
        if can_read(path.name):
            for source in read(path):
                document = process(source.text)
                starts = [entity.start for entity in document.entities]
                for segment in analyse(document).segments:
                    inside = bisect_left(starts, segment.end) - bisect_left(starts, segment.start)
                    yield document.text[segment.start : segment.end], inside


def _varied(sentence: str, choose: random.Random) -> str:
    def digit(match: re.Match[str]) -> str:
        return match[0] if match[0] == "0" else str(choose.randint(1, 9))

    def name(match: re.Match[str]) -> str:
        return match[0] if choose.random() > _NEW_NAMES else _invented(choose).capitalize()

    def word(match: re.Match[str]) -> str:
        if match[0] in _known() or choose.random() > _NEW_WORDS:
            return match[0]
        return _invented(choose) + match[0][-_ENDING:]

    return _WORD.sub(word, _NAME.sub(name, _NUMBER.sub(digit, sentence)))


def _invented(choose: random.Random) -> str:
    return "".join(choose.choices(_SYLLABLES, k=choose.randint(2, 4)))


@cache
def _known() -> frozenset[str]:
    """Words that the finders look for, which stay: without them these would idle."""
    listed = [*readings(), *units()]
    for language in ("en", "es"):
        listed += [*cues(language), *words(language), *lexicon(language).vocabulary]
    return frozenset(word for form in listed for word in form.split())


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
