"""Small files of every format, made for the tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document

Placed = tuple[float, float, float, str]
"""Left, bottom, size and words of a line of a PDF page, in points."""

ENCRYPTION = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"


def pdf(pages: Sequence[Sequence[Placed]], *, created: str = "", encrypt: bool = False) -> bytes:
    """A PDF with the given lines, in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for page in pages:
        content = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET"
            for x, y, size, words in page
        )
        objects.append(
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /CreationDate ({created}) >>")
    trailer = f"/Root 1 0 R /Info {len(objects)} 0 R"
    if encrypt:
        objects.append(ENCRYPTION)
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    return _pdf_file(objects, trailer)


def deflated_pdf(packed: bytes) -> bytes:
    """A PDF whose only page has the given deflated content; its cross-references are off."""
    mark = "\x7f"
    page = [(0.0, 0.0, 1.0, mark)]
    content = f"BT /F1 1.0 Tf 1 0 0 1 0.0 0.0 Tm ({mark}) Tj ET".encode()
    whole = pdf([page])
    length = f"<< /Length {len(content)} >>".encode()
    return whole.replace(length, b"<< /Filter /FlateDecode /Length %d >>" % len(packed)).replace(
        content, packed
    )


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: Iterable[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(places) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def column(
    lines: Iterable[str], *, top: float = 700, left: float = 72, size: float = 11
) -> list[Placed]:
    """Lines one below the other; an empty one leaves a gap."""
    return [(left, top - 14 * n, size, words) for n, words in enumerate(lines) if words]


def word(document: Document) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_of(*paragraphs: str) -> bytes:
    """A Word document of plain paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return word(document)


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part put in or replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def part_of(archive: bytes, name: str) -> bytes:
    """One part of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name)
