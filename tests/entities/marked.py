"""Sentences with the wanted names in ⟦ ⟧, and what the finders make of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.entities import agencies, companies, countries, refs
from extract.entities.mentions import Mention, State, merge
from extract.entities.segments import find_segments
from extract.schema import Label, Metadata

if TYPE_CHECKING:
    from pathlib import Path

    from extract.entities.agencies.gazetteer import Gazetteer

_MARK = re.compile("[⟦⟧]")


def sentences(path: Path) -> list[str]:
    """The marked sentences of a file; one that ends inside a mark goes on in the next line."""
    kept: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if kept and kept[-1].count("⟦") > kept[-1].count("⟧"):
            kept[-1] += "\n" + line
        else:
            kept.append(line)
    return kept


def unmarked(sentence: str) -> str:
    return _MARK.sub("", sentence)


def mentions(
    text: str, *, known: Gazetteer | None = None, publisher: str | None = None
) -> list[Mention]:
    """All AGENCY, COMPANY and COUNTRY mentions of ``text``."""
    state = State(metadata=Metadata(publisher=publisher))
    state.segments = find_segments(text, state)
    state.mentions = countries.annotate(text, state)
    state.mentions = merge(state.mentions, agencies.annotate(text, state, known))
    state.mentions = merge(state.mentions, companies.annotate(text, state))
    return merge((), refs.annotate(text, state))


def marked(text: str, label: Label, *, known: Gazetteer | None = None) -> str:
    """``text`` with the mentions of ``label`` in ⟦ ⟧."""
    pieces, done = [], 0
    for mention in mentions(text, known=known):
        if mention.label is label:
            name = text[mention.start : mention.end]
            pieces += [text[done : mention.start], "⟦", name, "⟧"]
            done = mention.end
    return "".join(pieces) + text[done:]


def ref_groups(text: str, *, known: Gazetteer | None = None) -> dict[str, list[str]]:
    """ref → its AGENCY and COMPANY mentions as written, in text order."""
    groups: dict[str, list[str]] = {}
    for mention in mentions(text, known=known):
        if mention.label in (Label.AGENCY, Label.COMPANY):
            name = " ".join(text[mention.start : mention.end].split())
            groups.setdefault(mention.ref or "", []).append(name)
    return groups
