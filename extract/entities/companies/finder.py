"""COMPANY mentions of a text (guidelines §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.entities.mentions import Mention, State


def annotate(text: str, state: State) -> list[Mention]:
    """COMPANY mentions of ``text``."""
    del text, state
    return []
