"""What the document itself defines: short forms after a name, full names after an acronym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.entities.mentions import Mention, merge
from extract.entities.names.acronyms import links, spelt_out_after, widened
from extract.entities.names.folding import fold
from extract.entities.names.literals import find_all
from extract.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.entities.agencies.gazetteer import Body, Gazetteer
    from extract.schema import Agency


def with_definitions(text: str, found: list[Mention], known: Gazetteer) -> list[Mention]:
    """``found`` with the short forms the document defines for them, wherever used."""
    widths = [(m.start, m.end) for m in found]
    for mention in found:
        if mention.ref is None:
            mention.start, mention.end = widened(text, mention.start, mention.end)
    if widths != [(m.start, m.end) for m in found]:
        found = merge((), found)
    defined: dict[str, tuple[str | None, Agency | None]] = {}
    places: list[tuple[int, int, str]] = []
    for mention, definition in links(found, text):
        places.append((definition.start, definition.end, definition.short))
        parent = _parent(text[mention.start : mention.end], definition.short, known)
        if mention.ref is None and parent is not None:
            defined.setdefault(definition.short, (parent.ref, parent.agency))
        else:
            defined.setdefault(definition.short, (mention.ref, mention.agency))
    used = []
    for start, end, short in (*places, *_uses(text, defined)):
        ref, agency = defined[short]
        used.append(Mention(Label.AGENCY, start, end, "agency.defined", ref=ref, agency=agency))
    return merge(found, used)


def _parent(name: str, short: str, known: Gazetteer) -> Body | None:
    """The listed body called ``short`` whose name ``name`` ends in: an office's parent."""
    keys = (*known.acronyms.get(short, ()), *known.doubtful.get(short, ()))
    for body in (known.bodies[key] for key in keys):
        if any(fold(name).endswith(f" {fold(listed)}") for listed in body.names):
            return body
    return None


def _uses(text: str, shorts: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Uses of short forms, odd case from a scanner forgiven where two capitals remain."""
    lowered, forms = text.lower(), {short.lower(): short for short in shorts}
    if len(lowered) != len(text):
        lowered, forms = text, {short: short for short in forms.values()}
    for start, end, low in find_all(lowered, forms):
        surface = text[start:end]
        if surface == forms[low] or sum(map(str.isupper, surface)) > 1:
            yield start, end, forms[low]


def spelt_out(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Full names in brackets after their acronym."""
    for mention in found:
        if text[mention.start : mention.end].isupper():
            name = spelt_out_after(text, mention.start, mention.end)
            if name is not None:
                ref, agency = mention.ref, mention.agency
                yield Mention(Label.AGENCY, *name, "agency.defined", ref=ref, agency=agency)
