"""Tables of amounts: a row with a party and an amount under heads that say who pays or benefits."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.mentions import Segment
from extract.relations.happenings.candidates import Anchor, Candidate
from extract.relations.roles.assignment import Filling
from extract.relations.roles.drafts import Draft, role_table
from extract.relations.syntax.attachment import attach
from extract.relations.syntax.sentences import PARTY
from extract.relations.words.lexicon import lowered
from extract.relations.words.tokens import tokenise
from extract.relations.words.triggers import Reading, trigger
from extract.resources import tree
from extract.schema import PARTY_ROLES, BlockKind, Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.entities.mentions import State
    from extract.relations.context.antecedents import Context
    from extract.relations.syntax.sentences import Argument, Sentence
    from extract.schema import Block

Row = list[int]
"""Indexes of the blocks that are the cells of a row."""

_FILE = "tables.toml"
_ROLES = (Role.SOURCE, Role.RECIPIENT, Role.IMPLEMENTER)
_KINDS = (Kind.INVESTMENT, Kind.TRADE)
_WORD = re.compile(r"\w+")
_ROW = "funding.row"
_LEAST = 2


def read_tables(text: str, state: State, context: Context) -> Iterator[Draft]:
    """One draft for each row that names a party and an amount under a telling head.

    Args:
        text: the document.
        state: its blocks and mentions.
        context: its discourse.
    """
    if all(block.kind is not BlockKind.TABLE_CELL for block in state.blocks):
        return
    lower = lowered(text)
    for table in _tables(text, state.blocks):
        roles = [_role(lower, state.blocks[cell]) for cell in table[0]]
        if not any(roles) or len(table) < _LEAST:
            continue
        kind = _kind(lower, state.blocks, table[0])
        for row in table[1:]:
            draft = _draft(text, lower, state, context, row, roles, kind)
            if draft is not None:
                yield draft


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[list[Row]]:
    """Runs of table cells, in rows: a cell after a line break opens a row."""
    table: list[Row] = []
    for n, block in enumerate(blocks):
        if block.kind is not BlockKind.TABLE_CELL:
            if table:
                yield table
            table = []
        elif table and "\n" not in text[blocks[n - 1].end : block.start]:
            table[-1].append(n)
        else:
            table.append([n])
    if table:
        yield table


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset((*tree(_FILE)[section]["en"], *tree(_FILE)[section]["es"]))


def _role(lower: str, block: Block) -> Role | None:
    """The role of the parties in the column that the block heads."""
    heads = set(_WORD.findall(lower[block.start : block.end]))
    return next((role for role in _ROLES if heads & _words(role.value)), None)


def _kind(lower: str, blocks: Sequence[Block], head: Row) -> Kind:
    """The kind of the amounts, by the heads and the block before the table."""
    first = blocks[max(0, head[0] - 1)]
    said = set(_WORD.findall(lower[first.start : blocks[head[-1]].end]))
    return next((kind for kind in _KINDS if said & _words(kind.value)), Kind.FUNDING)


def _draft(
    text: str,
    lower: str,
    state: State,
    context: Context,
    row: Row,
    roles: Sequence[Role | None],
    kind: Kind,
) -> Draft | None:
    sentence = _sentence(text, lower, state, context, row)
    amounts, dates = sentence.of_label(Label.MONEY), sentence.of_label(Label.DATE)
    filled = _fillings(state, sentence, row, roles)
    if len(amounts) != 1 or not filled:
        return None
    anchor = Anchor(kind, noun=amounts[0].token, noun_reading=Reading(trigger(_ROW), ""))
    draft = Draft(sentence, Candidate(anchor, amounts[0], dates[:1]), filled, [])
    draft.roles = role_table(filled, state.mentions, amounts[0], dates[0] if dates else None)
    draft.amounts = (amounts[0].mention,)
    return draft if any(role in draft.roles for role in PARTY_ROLES) else None


def _sentence(text: str, lower: str, state: State, context: Context, row: Row) -> Sentence:
    """The row as a sentence without known words."""
    start, end = state.blocks[row[0]].start, state.blocks[row[-1]].end
    at = bisect_left([s.start for s in state.segments], start)
    language = state.segments[min(at, len(state.segments) - 1)].language
    segment = Segment(start, end, language, row[0])
    first, last = bisect_left(context.starts, start), bisect_left(context.starts, end)
    mentions = list(enumerate(state.mentions[first:last], first))
    tokens = tokenise(lower, segment, mentions, [])
    return attach(text, segment, tokens, state.mentions, context.resolve)


def _fillings(
    state: State, sentence: Sentence, row: Row, roles: Sequence[Role | None]
) -> list[Filling]:
    """The parties of the row in the roles of their columns."""
    found = []
    for cell, role in zip(row, roles, strict=False):
        block = state.blocks[cell]
        if role is not None:
            found += [
                Filling(argument, role, "column")
                for argument in sentence.arguments
                if argument.label in PARTY and _lies_in(state, argument, block)
            ]
    return found


def _lies_in(state: State, argument: Argument, block: Block) -> bool:
    return block.start <= state.mentions[argument.mention].start < block.end
