"""brat stand-off: a ``.txt`` and an ``.ann`` for each document, records as events.

Offsets are code points of the ``.txt``; a mention that crosses a line break is written in
fragments, as brat does. Status is an attribute; values travel in annotators' notes, and what is
known of the document in a ``.json`` beside it, which brat does not read.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.drafts import file_name
from extract.evaluation.formats.brat_lines import parse_annotations
from extract.evaluation.formats.files import decode, dump, parse
from extract.evaluation.formats.flat import Flat, Link, Span, flatten, verify
from extract.evaluation.formats.restore import restore
from extract.schema import Kind, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.schema import Document

_PIECE = re.compile(r"[^\r\n]+")


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``<id>.txt``, ``<id>.ann`` and ``<id>.json``, and the ``annotation.conf`` for brat."""
    files = {"annotation.conf": _configuration()}
    for document in documents:
        flat, name = flatten(document), file_name(document.id)
        files[f"{name}.txt"] = flat.text
        files[f"{name}.ann"] = "".join(line + "\n" for line in _lines(flat))
        files[f"{name}.json"] = dump(flat.about)
    return {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}, []


def _configuration() -> str:
    roles = ", ".join(f"{role}*:<ENTITY>" for role in Role)
    return "\n".join(
        [
            "[entities]", *Label, "",
            "[relations]", "",
            "[events]", *(f"{kind}\t{roles}" for kind in Kind), "",
            "[attributes]", f"Status\tArg:<EVENT>, Value:{'|'.join(Status)}", "",
        ]
    )  # fmt: skip


def _lines(flat: Flat) -> Iterator[str]:
    for n, span in enumerate(flat.spans, 1):
        pieces = [
            (span.start + m.start(), span.start + m.end())
            for m in _PIECE.finditer(flat.text[span.start : span.end])
        ]
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(flat.text[start:end] for start, end in pieces)
        yield f"T{n}\t{span.label} {offsets}\t{words}"
        if span.is_record:
            yield f"E{n}\t{span.label}:T{n}{_arguments(flat, n - 1)}"
            yield f"A{n}\tStatus E{n} {span.value.get('status', Status.DONE)}"
        yield f"#{n}\tAnnotatorNotes {'E' if span.is_record else 'T'}{n}\t{dump(span.value)}"


def _arguments(flat: Flat, head: int) -> str:
    """`` source:T1 partner:T2 partner2:T3``: brat numbers a role from its second filler on."""
    seen: Counter[str] = Counter()
    out = ""
    for link in flat.links:
        if link.head == head:
            seen[link.label] += 1
            number = seen[link.label] if seen[link.label] > 1 else ""
            out += f" {link.label}{number}:T{link.tail + 1}"
    return out


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """Pairs of ``.txt`` and ``.ann``; other files are passed over.

    Raises:
        AnnotationError: an ``.ann`` without its ``.txt``, or that does not fit it.
    """
    losses: Counter[str] = Counter()
    flats = [_flat(files, PurePath(name).stem, losses) for name in files if name.endswith(".ann")]
    documents, more = restore(flats)
    return documents, [*(f"{what} ({n})" for what, n in sorted(losses.items())), *more]


def _flat(files: Mapping[str, bytes], stem: str, losses: Counter[str]) -> Flat:
    if f"{stem}.txt" not in files:
        raise AnnotationError(f"{stem}.ann: no {stem}.txt beside it", hint="give the whole folder")
    text = decode(files[f"{stem}.txt"], f"{stem}.txt")
    about = parse(decode(files.get(f"{stem}.json", b"{}"), stem), f"{stem}.json")
    found = parse_annotations(decode(files[f"{stem}.ann"], f"{stem}.ann"), f"{stem}.ann")
    losses.update(found.losses)
    flat = Flat(about.get("id") or stem, text, about=about)
    numbers = {}
    for id_, bound in found.bounds.items():
        for (start, end), words in bound.pieces():
            verify(text, start, end, words, f"{stem}.ann:{bound.line}")
        numbers[id_] = len(flat.spans)
        flat.spans.append(Span(bound.label, bound.start, bound.end, found.values.get(id_, {})))
    for head, tail, role in found.links:
        if head not in numbers or tail not in numbers:
            raise AnnotationError(f"{stem}.ann: {role} from {head} to {tail}, which is not there")
        flat.links.append(Link(numbers[head], numbers[tail], role))
    return flat
