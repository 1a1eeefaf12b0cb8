"""Lines of a budget: the party in the label of a line, or in the heading above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Collection

    from extract.relations.happenings.candidates import Candidate
    from extract.relations.syntax.sentences import Argument, Sentence


def labels(sentence: Sentence, candidate: Candidate, argument: Argument) -> bool:
    """Does the party stand in the label of the line, or in the heading above it?"""
    amount = candidate.amount
    if amount is None or argument.token > amount.token:
        return False
    heading, label = _line_start(sentence, amount.token)
    return label < argument.token or heading[0] < argument.token < heading[1]


def _line_start(sentence: Sentence, amount: int) -> tuple[tuple[int, int], int]:
    """The span of the last heading ("Sudan funding: Health: $20 million"), the label's start."""
    money = {a.token for a in sentence.of_label(Label.MONEY)}
    heading, label, colon = (0, -1), -1, -1
    for n in range(amount - 1):
        if n in money:
            label, colon = n, -1
        elif sentence.tokens[n].form == ":":
            if colon >= 0 or n != amount - 1:
                heading = (label, n) if _heads(sentence, n, money) else heading
            colon = n
    return heading, label


def _heads(sentence: Sentence, colon: int, money: Collection[int]) -> bool:
    """Does another label follow the colon before an amount does?"""
    for n in range(colon + 1, len(sentence.tokens)):
        if n in money:
            return False
        if sentence.tokens[n].form == ":":
            return True
    return False
