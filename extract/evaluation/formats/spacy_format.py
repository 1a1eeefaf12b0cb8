"""spaCy: a ``DocBin``, mentions as ``doc.ents``, records as ``doc.spans["records"]``.

Tokens are cut where mentions begin and end, and ``doc.text`` is the text to the last blank. Refs
are ``kb_id``; values and links travel in ``doc.user_data["extract"]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.formats.files import dump, parse, reading
from extract.evaluation.formats.flat import (
    Flat,
    Link,
    Span,
    flatten,
    keys,
    values_by_key,
    with_values,
)
from extract.evaluation.formats.restore import restore
from extract.evaluation.formats.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

    from extract.schema import Document

_KEY = "extract"
RECORDS = "records"


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``annotations.spacy``, for ``spacy train`` and ``DocBin().from_disk``."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    docs = [to_doc(flatten(document), vocab) for document in documents]
    return {"annotations.spacy": DocBin(docs=docs, store_user_data=True).to_bytes()}, []


def to_doc(flat: Flat, vocab: Vocab) -> Doc:
    """A ``Doc`` whose text is the document's."""
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    words, spaces = _words(flat)
    doc = Doc(vocab, words=words, spaces=spaces)
    found = [(span, doc.char_span(span.start, span.end, span.label)) for span in flat.spans]
    for span, there in found:
        if there is not None:
            there.kb_id_ = span.value.get("ref") or span.value.get("country") or ""
            there.id_ = span.value.get("id", "")
    doc.ents = filter_spans([s for span, s in found if s is not None and not span.is_record])
    doc.spans[RECORDS] = [s for span, s in found if s is not None and span.is_record]
    names = keys(flat)
    links = [[names[link.head], names[link.tail], link.label] for link in flat.links]
    doc.user_data[_KEY] = dump({"about": flat.about, "values": values_by_key(flat), "links": links})
    return doc


def _words(flat: Flat) -> tuple[list[str], list[bool]]:
    """Tokens and white space as spaCy wants them: a blank after a token belongs to it."""
    words: list[str] = []
    spaces: list[bool] = []
    last = 0
    for start, end in [*tokenise(flat.text, flat.spans), (len(flat.text), len(flat.text))]:
        gap = flat.text[last:start]
        if words and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        for word in (gap, flat.text[start:end]):
            if word:
                words.append(word)
                spaces.append(False)
        last = end
    return words, spaces


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """A ``DocBin``: ours with everything, anyone's with ``doc.ents`` or ``doc.spans``."""
    return restore(flat for name, content in files.items() for flat in _flats(content, name))


def _flats(content: bytes, name: str) -> Iterator[Flat]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    try:
        docs = list(DocBin().from_bytes(content).get_docs(Vocab()))
    except Exception as error:  # zlib, msgpack and struct each have errors of their own
        raise AnnotationError(f"{name}: not a DocBin: {error}") from error
    for n, doc in enumerate(docs, 1):
        with reading(f"{name}: document {n}"):
            yield _flat(doc, f"{name}-{n}")


def _flat(doc: Doc, place: str) -> Flat:
    carried = parse(doc.user_data[_KEY], place) if _KEY in doc.user_data else {}
    about = carried.get("about", {})
    flat = Flat(about.get("id") or place, doc.text, about=about)
    flat.spans = [_span(span) for span in _all_spans(doc)]
    numbers = {key: n for n, key in enumerate(keys(flat))}
    refs = [span.value for span in flat.spans]
    with_values(flat, carried.get("values", {}), place)
    for span, known in zip(flat.spans, refs, strict=True):
        span.value = {**known, **span.value}
    flat.links = [
        Link(numbers[head], numbers[tail], label)
        for head, tail, label in carried.get("links", ())
        if head in numbers and tail in numbers
    ]
    return flat


def _all_spans(doc: Doc) -> list[SpacySpan]:
    groups = [span for key in doc.spans for span in doc.spans[key]]
    return [*doc.ents, *groups] if doc.ents or RECORDS in doc.spans else groups


def _span(span: SpacySpan) -> Span:
    known = {"ref": span.kb_id_} if span.kb_id_ else {}
    if span.label_ == "COUNTRY":
        known = {"country": span.kb_id_} if span.kb_id_ else {}
    return Span(span.label_, span.start_char, span.end_char, known)
