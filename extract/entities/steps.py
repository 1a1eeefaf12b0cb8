"""The steps that find entities, each a function of the text and of what is known of it.

A finder is a pure function ``(text, state) -> mentions``; its step merges what it finds into the
state. Steps know nothing of spaCy: ``components`` runs them over a ``Doc``, ``pipeline`` over
bare text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

from extract.entities.mentions import Mention, State, merge

Finder = Callable[[str, State], list[Mention]]
Step = Callable[[str, State], None]
"""Adds to the state what it finds in the text."""

FINDERS = ("money", "dates", "countries", "agencies", "companies", "refs")
"""In the order they run; ``refs`` gives all mentions anew."""


def segment(text: str, state: State) -> None:
    """Fill in segments where no earlier step has."""
    if not state.segments:
        from extract.entities.segments import find_segments

        state.segments = find_segments(text, state)


def finder(name: str, table: str = "") -> Step:
    """The step of one finder; its package loads here, not before.

    Args:
        name: one of ``FINDERS``.
        table: path of a further table of institutions, for ``agencies``.

    Raises:
        ResourceError: that table is malformed.
    """
    annotate: Finder = import_module(f"extract.entities.{name}").annotate
    if table:
        from extract.entities import agencies
        from extract.entities.agencies.gazetteer import load_user_table

        annotate = partial(agencies.annotate, known=load_user_table(Path(table)))
    return partial(_find, annotate, name == "refs")


def _find(annotate: Finder, anew: bool, text: str, state: State) -> None:
    segment(text, state)
    found = annotate(text, state)
    state.mentions = merge(() if anew else state.mentions, found)


def entity_steps(table: str = "") -> list[tuple[str, Step]]:
    """All steps that find entities, by name, in order.

    Args:
        table: path of a further table of institutions.

    Raises:
        ResourceError: that table is malformed.
    """
    found = [(name, finder(name, table if name == "agencies" else "")) for name in FINDERS]
    return [("segments", segment), *found]
