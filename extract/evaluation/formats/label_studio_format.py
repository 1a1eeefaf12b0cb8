"""Label Studio: a JSON list of tasks, regions with offsets, relations between regions.

Offsets are UTF-16 code units, as its front end counts them: 😀 is two. A region's ``meta`` carries
its value. Drafts that nobody has reviewed travel as ``predictions``, gold as ``annotations``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.formats.files import decode, dump, parse, reading
from extract.evaluation.formats.flat import Flat, Link, Span, flatten, verify
from extract.evaluation.formats.restore import restore
from extract.evaluation.formats.utf16 import from_utf16, to_utf16
from extract.schema import Kind, Label, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.evaluation.formats.flat import Json
    from extract.schema import Document

_REGION = {"from_name": "label", "to_name": "text", "type": "labels"}


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``label-studio.json`` to import, ``label-studio.xml`` for the labelling interface."""
    tasks = [_task(flatten(document)) for document in documents]
    files = {"label-studio.json": dump(tasks), "label-studio.xml": _interface()}
    return {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}, []


def _interface() -> str:
    labels = "".join(f'    <Label value="{name}"/>\n' for name in (*Label, *Kind))
    relations = "".join(f'    <Relation value="{role}"/>\n' for role in Role)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}  </Labels>\n'
        f"  <Relations>\n{relations}  </Relations>\n"
        '  <Text name="text" value="$text"/>\n</View>\n'
    )


def _task(flat: Flat) -> Json:
    units = to_utf16(flat.text)
    regions: list[Json] = [
        {
            **_REGION,
            "id": f"s{n}",
            "value": {
                "start": units[s.start],
                "end": units[s.end],
                "text": flat.text[s.start : s.end],
                "labels": [s.label],
            },
            "meta": {"text": [dump(s.value)]},
        }
        for n, s in enumerate(flat.spans)
    ]
    relations: list[Json] = [
        {
            "type": "relation",
            "from_id": f"s{link.head}",
            "to_id": f"s{link.tail}",
            "direction": "right",
            "labels": [link.label],
        }
        for link in flat.links
    ]
    where = "predictions" if flat.about.get("reviewed") is False else "annotations"
    return {
        "data": {"text": flat.text, "about": flat.about},
        where: [{"result": regions + relations}],
    }


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """Label Studio's JSON export; of several annotations of a task the first that was submitted."""
    flats: list[Flat] = []
    losses: Counter[str] = Counter()
    for name, content in files.items():
        tasks = parse(decode(content, name), name) if name.endswith(".json") else []
        for n, task in enumerate(tasks if isinstance(tasks, list) else [tasks]):
            with reading(f"{name}: task {n}"):
                flats.append(_flat(task, f"{name}: task {task.get('id', n)}", losses))
    documents, more = restore(flats)
    return documents, [*(f"{what} ({n})" for what, n in sorted(losses.items())), *more]


def _flat(task: Json, place: str, losses: Counter[str]) -> Flat:
    data = task.get("data") or {}
    if not isinstance(data.get("text"), str):
        raise AnnotationError(f"{place}: no data.text", hint="export as JSON, not JSON-MIN")
    about = dict(data.get("about") or {})
    submitted = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
    chosen = (submitted or task.get("predictions") or [{}])[0]
    about["reviewed"] = None if submitted else False
    losses["further annotations of a task"] += max(0, len(submitted) - 1)
    flat = Flat(about.get("id") or f"task-{task.get('id', 0)}", data["text"], about=about)
    _fill(flat, chosen.get("result") or [], place, losses)
    losses += Counter()  # drops what was counted as none
    return flat


def _fill(flat: Flat, results: list[Json], place: str, losses: Counter[str]) -> None:
    points = from_utf16(flat.text)
    numbers: dict[object, int] = {}
    for result in results:
        if result.get("type") == "labels":
            numbers[result.get("id")] = len(flat.spans)
            flat.spans.append(_span(flat.text, points, result, place))
        elif result.get("type") != "relation":
            losses[f"results of type {result.get('type')!r}"] += 1
    for result in results:
        if result.get("type") == "relation":
            head, tail = numbers.get(result.get("from_id")), numbers.get(result.get("to_id"))
            if head is None or tail is None:
                raise AnnotationError(f"{place}: a relation to or from no region")
            if result.get("direction") == "left":
                head, tail = tail, head
            labels = result.get("labels") or [""]
            flat.links += [Link(head, tail, label) for label in labels]


def _span(text: str, points: dict[int, int], result: Json, place: str) -> Span:
    value = result.get("value") or {}
    words = value.get("text")
    if isinstance(words, str) and "\\n" in words and "\\n" not in text:
        words = words.replace("\\n", "\n")  # some versions write line breaks out
    start, end = value.get("start", -1), value.get("end", -1)
    units = points.get(start, -1), points.get(end, -1)
    if words is None or text[slice(*units)] == words or text[slice(start, end)] != words:
        start, end = units  # otherwise they are code points, as other writers have them
    verify(text, start, end, words, f"{place}: region {result.get('id')}")
    labels = value.get("labels") or [""]
    return Span(labels[0], start, end, _value(result))


def _value(result: Json) -> Json:
    """Our value, if the region's notes hold one; a labeller may have written others."""
    notes = (result.get("meta") or {}).get("text") or ()
    for note in [notes] if isinstance(notes, str) else notes:
        if note.startswith("{"):
            value = parse(note, f"meta of region {result.get('id')}")
            return value if isinstance(value, dict) else {}
    return {}
