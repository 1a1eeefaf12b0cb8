"""CoNLL-2003: a token a line, tags in IOB2, documents after ``-DOCSTART-``.

Token and tag are all it has: mentions travel, everything else is lost, the text's white space
too. The document's id stands in brackets after ``-DOCSTART-``, as in AIDA.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.errors import AnnotationError
from extract.evaluation.formats.files import decode
from extract.evaluation.formats.flat import Flat, Span, flatten
from extract.evaluation.formats.restore import restore
from extract.evaluation.formats.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.schema import Document

_START = "-DOCSTART-"
_TAG = re.compile(r"(?:O|([BIESLU])-(\S+))")
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")
LOSSES = [
    "values and refs of mentions",
    "records",
    "white space and line breaks of the text",
    "source and review state of documents",
]


def export(documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
    """``annotations.conll``."""
    text = "".join(line + "\n" for document in documents for line in _lines(flatten(document)))
    return {"annotations.conll": text.encode("utf-8", "surrogatepass")}, LOSSES


def _lines(flat: Flat) -> Iterator[str]:
    yield f"{_START} ({' '.join(flat.id.split())})"
    yield ""
    spans = [span for span in flat.spans if not span.is_record]
    tags = [("", -1)] * len(flat.text)
    for n, span in enumerate(spans):
        tags[span.start : span.end] = [(span.label, n)] * (span.end - span.start)
    before, last = ("", -1), 0
    for start, end in tokenise(flat.text, spans):
        if before[1] < 0 and "\n" in flat.text[last:start] and last:
            yield ""  # a line is a sentence, unless a mention crosses its end
        label, n = tags[start]
        tag = "O" if n < 0 else f"{'I' if n == before[1] else 'B'}-{label}"
        yield f"{flat.text[start:end]} -X- _ {tag}"
        before, last = (label, n), end
    yield ""


def read(files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
    """Any CoNLL file with the token first and the tag last: IOB1, IOB2, IOBES or BILOU.

    The text is made anew, with one blank between tokens and one line for each sentence.
    """
    flats = [flat for name, content in files.items() for flat in _flats(content, name)]
    documents, losses = restore(flats)
    return documents, [LOSSES[2], *losses]


def _flats(content: bytes, name: str) -> Iterator[Flat]:
    builder = _Builder(f"{name}-1")
    count = 1
    for number, line in enumerate(decode(content, name).split("\n"), 1):
        cells = line.split()
        if not cells:
            builder.end_sentence()
        elif cells[0] == _START:
            if builder.tokens:
                count += 1
                yield builder.build()
            named = re.search(r"\((.+)\)", line)
            builder = _Builder(named[1] if named else f"{name}-{count}")
        else:
            found = _TAG.fullmatch(cells[-1])
            if found is None or len(cells) < 2:
                raise AnnotationError(f"{name}:{number}: no token and tag: {line!r}")
            builder.add(cells[0], found[1] or "", found[2] or "")
    if builder.tokens:
        yield builder.build()


class _Builder:
    """Puts a text together from tokens, and spans from tags."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.tokens: list[str] = []
        self.spans: list[Span] = []
        self._length = 0
        self._open = False
        self._gap = ""

    def add(self, token: str, prefix: str, label: str) -> None:
        """The next token; without a prefix it is outside."""
        self._append(self._gap)
        start = self._length
        self._append(token)
        self._gap = " "
        goes_on = self._open and prefix not in _BEGINS and self.spans[-1].label == label
        if prefix and goes_on:
            self.spans[-1].end = self._length
        elif prefix:
            self.spans.append(Span(label, start, self._length))
        self._open = bool(prefix) and prefix not in _ENDS

    def end_sentence(self) -> None:
        """Break the line; mentions end with their sentence."""
        self._gap = "\n" if self.tokens else ""
        self._open = False

    def build(self) -> Flat:
        """What was put together."""
        return Flat(self.id, "".join(self.tokens), self.spans)

    def _append(self, piece: str) -> None:
        self.tokens.append(piece)
        self._length += len(piece)
