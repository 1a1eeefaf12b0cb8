"""DOCX by python-docx: paragraphs, lists, tables and text boxes in the order they stand."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import chain
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, NoText
from extract.readers.archive import checked_parts
from extract.readers.assemble import Piece, from_pieces
from extract.readers.decode import has_letters
from extract.schema import BlockKind, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

    from extract.readers.origin import Origin
    from extract.schema import SourceText

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _CELL, _ROW, _BOX = f"{_W}p", f"{_W}tc", f"{_W}tr", f"{_W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = {_BOX, _FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr"}
_MARKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TEXT = f"{_W}t"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_HEADING = re.compile(r"heading|title|subtitle", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_SHORT = 200


def read_docx(origin: Origin) -> Iterator[SourceText]:
    """The one document of a Word file; what it refers to outside itself is left alone.

    Raises:
        DamagedFile: the file is no Word document, or cut short.
        EncryptedFile: it needs a password.
        LimitExceeded: it unpacks to more than the limits allow.
        NoText: it holds pictures only.
    """
    data = origin.read()
    checked_parts(data, origin.limits)
    document = _open(data)
    pieces = list(_pieces(document))
    if not any(has_letters(piece.text) for piece in pieces):
        raise NoText(
            "the document holds no text", hint="if it holds pictures of text, run OCR first"
        )
    yield from_pieces(
        origin, pieces, Metadata(), media_type=MEDIA_TYPE, fallback=_properties(document)
    )


def _open(data: bytes) -> Document:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    damage = (OpcError, XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
              AttributeError, EOFError, NotImplementedError)  # fmt: skip
    try:
        document = docx.Document(io.BytesIO(data))
        _ = document.element.body.tag
    except damage as error:
        raise DamagedFile(
            "not a sound Word document", hint="open it in a word processor and save it anew"
        ) from error
    return document


def _pieces(document: Document) -> Iterator[Piece]:
    styles = {style.style_id: style.name or "" for style in document.styles}
    before: _Element | None = None
    notes = _footnotes(document)
    for paragraph in chain(document.element.body.iter(_PARAGRAPH), notes.iter(_PARAGRAPH)):
        if _within(paragraph, _FALLBACK) is not None:
            continue
        cell = _within(paragraph, _CELL)
        text = _text(paragraph)
        if not text:
            continue
        kind = BlockKind.TABLE_CELL if cell is not None else _kind(paragraph, text, styles)
        yield Piece(text, kind, row=_same_row(before, cell))
        before = cell


def _footnotes(document: Document) -> _Element:
    """The root of the footnotes; an empty element where there are none."""
    from docx.oxml import parse_xml
    from lxml.etree import Element, XMLSyntaxError

    try:
        notes: _Element = parse_xml(document.part.part_related_by(_FOOTNOTES).blob)
    except (KeyError, XMLSyntaxError):  # no footnotes, or none that can be read
        return Element("none")
    return notes


def _within(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)


def _same_row(before: _Element | None, cell: _Element | None) -> bool:
    """Whether a cell follows another one in its row."""
    if before is None or cell is None or before is cell:
        return False
    return _within(before, _ROW) is _within(cell, _ROW)


def _text(paragraph: _Element) -> str:
    """The visible text: without deleted words, field codes and what floats in boxes."""
    parts: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag in _MARKS:
            parts.append(_MARKS[element.tag])
        elif element.tag not in _UNREAD:
            waiting.append(iter(element))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))


def _kind(paragraph: _Element, text: str, styles: dict[str, str]) -> BlockKind:
    style = styles.get(_value(paragraph, "pStyle") or "", "")
    if _HEADING.match(style):
        return BlockKind.HEADING
    if _LIST.match(style) or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return BlockKind.LIST_ITEM
    heading = (
        len(text) <= _SHORT and not text.endswith(".") and (text.isupper() or _bold(paragraph))
    )
    return BlockKind.HEADING if heading else BlockKind.PARAGRAPH


def _value(paragraph: _Element, name: str) -> str | None:
    found = paragraph.find(f"{_W}pPr/{_W}{name}")
    return None if found is None else found.get(f"{_W}val")


def _bold(paragraph: _Element) -> bool:
    """Whether every run that holds text is set in bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if run.find(_TEXT) is not None]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{_W}val") not in ("0", "false") for mark in marks
    )


def _properties(document: Document) -> Metadata:
    """What the file's properties say, less sure than its text: templates leave their own there."""
    properties = document.core_properties
    created = properties.created
    return Metadata(
        published=created.date() if created else None,
        title=properties.title or None,
    )
