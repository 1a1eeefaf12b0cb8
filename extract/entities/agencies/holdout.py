"""How well institutions are found that no list holds: a leave-one-issuer-out measurement.

    python -m extract.entities.agencies.holdout GOLD

For every gold document all gazetteer entries that occur in it are hidden, which leaves the
grammar, the definitions and the context; so the figure tells how documents of new issuers, about
bodies nobody has listed, will fare.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

from extract.entities import companies, countries, dates, money, refs
from extract.entities.agencies.finder import annotate
from extract.entities.agencies.gazetteer import Gazetteer
from extract.entities.mentions import State, merge
from extract.entities.segments import find_segments
from extract.schema import Label

Span = tuple[int, int]


class Score(NamedTuple):
    """Counts of exactly found spans.

    Attributes:
        right: found and in gold.
        found: found.
        gold: in gold.
    """

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where there is nothing."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def plus(self, found: set[Span], gold: set[Span]) -> Score:
        """These counts with those of one more document."""
        return Score(self.right + len(found & gold), self.found + len(found), self.gold + len(gold))


def unlisted_agencies(text: str) -> set[Span]:
    """AGENCY spans of ``text`` with every gazetteer entry hidden."""
    state = State()
    state.segments = find_segments(text, state)
    for finder in (money.annotate, dates.annotate, countries.annotate):
        state.mentions = merge(state.mentions, finder(text, state))
    state.mentions = merge(state.mentions, annotate(text, state, Gazetteer()))
    state.mentions = merge(state.mentions, companies.annotate(text, state))
    state.mentions = merge((), refs.annotate(text, state))
    return {(m.start, m.end) for m in state.mentions if m.label is Label.AGENCY}


def measure(gold: Path) -> Score:
    """The score over a gold file.

    Args:
        gold: JSON Lines, one document a line; its text stands in the line or in ``ID.txt`` beside.
    """
    score = Score(0, 0, 0)
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document.get("text") or _text_beside(gold, document["id"])
        spans = {(e["start"], e["end"]) for e in document["entities"] if e["label"] == Label.AGENCY}
        score = score.plus(unlisted_agencies(text), spans)
    return score


def _text_beside(gold: Path, document: str) -> str:
    return gold.with_name(f"{document}.txt").read_text(encoding="utf-8-sig")


def main(arguments: list[str] | None = None) -> None:
    """Print precision, recall and F1 of the gold file named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path, help="gold documents, JSON Lines")
    score = measure(parser.parse_args(arguments).gold)
    precision, recall = score.right / max(1, score.found), score.right / max(1, score.gold)
    sys.stdout.write(
        f"AGENCY without the gazetteer: precision {precision:.3f}, recall {recall:.3f}, "
        f"F1 {score.f1:.3f} ({score.right} of {score.gold} gold, {score.found} found)\n"
    )


if __name__ == "__main__":
    main()
