"""All mentions with refs set (guidelines §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.schema import Label

if TYPE_CHECKING:
    from extract.entities.mentions import Mention, State


def annotate(text: str, state: State) -> list[Mention]:
    """All mentions of ``state``, AGENCY and COMPANY with a ref."""
    for mention in state.mentions:
        if mention.label in (Label.AGENCY, Label.COMPANY) and mention.ref is None:
            mention.ref = " ".join(text[mention.start : mention.end].split())
    return state.mentions
