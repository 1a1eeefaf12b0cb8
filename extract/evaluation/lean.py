"""Gold that leaves out what can be had elsewhere.

It may come without ``text`` and ``source``: then it names the text by its ``sha256``, and the text
is the prediction's, or that of ``<id>.txt`` beside the gold. Values may be left out, a date's EDTF
may stand beside its interval, a role with one filler may be no list.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from extract.errors import AnnotationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extract.schema import Document

Raw = dict[str, Any]


def complete(raw: Raw, predicted: Mapping[str, Document], path: Path) -> Raw:
    """The contract's document for a lean one; a whole one stays as it is.

    Args:
        raw: the parsed JSON object.
        predicted: predictions by id, where to take the text from first.
        path: the gold's file or folder, where to look for ``<id>.txt``.

    Raises:
        AnnotationError: the text found is not the one that was labelled.
    """
    full = {**raw, "entities": [_entity(e) for e in raw.get("entities", ())]}
    full["records"] = [
        {**r, "roles": {role: [f] if isinstance(f, str) else f for role, f in r["roles"].items()}}
        for r in raw.get("records", ())
    ]
    if "text" not in raw:
        full["text"] = _find_text(raw, predicted, path)
    if "source" not in raw:
        known = {key: raw.get(key) for key in ("language", "published")}
        full["source"] = {"path": raw["id"], "sha256": raw.get("sha256", ""), **known}
    return full


def _entity(raw: Raw) -> Raw:
    """An entity with what the contract asks for and lean gold leaves out."""
    full = dict(raw)
    label = raw.get("label")
    if label in ("AGENCY", "COMPANY"):
        full.setdefault("ref", raw.get("text"))
    elif label == "MONEY":
        full.setdefault("money", None)
    elif label == "DATE":
        full["date"] = {"edtf": raw.get("edtf"), **raw["date"]} if raw.get("date") else None
    return full


def _find_text(raw: Raw, predicted: Mapping[str, Document], path: Path) -> str:
    beside = (path if path.is_dir() else path.parent) / f"{raw['id']}.txt"
    if raw["id"] in predicted:
        text = predicted[raw["id"]].text
    elif beside.is_file():
        text = beside.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    else:
        return _stand_in(raw)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if raw.get("sha256", digest) != digest:
        raise AnnotationError(
            f"gold of {raw['id']} was made on another text than the predicted one",
            hint="run the pipeline on the file that was labelled",
        )
    return text


def _stand_in(raw: Raw) -> str:
    """Blanks with the labelled words in their places, for gold nobody has the text of."""
    mentions = raw.get("entities", ())
    ends = [part["end"] for part in (*mentions, *raw.get("records", ()))]
    text = [" "] * max(ends, default=0)
    for mention in mentions:
        text[mention["start"] : mention["end"]] = mention["text"]
    return "".join(text)
