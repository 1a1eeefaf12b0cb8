"""Files made to hurt: each maker gives the bytes, the table says what a run may make of them."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from tests.readers.files import pdf, with_part, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "On 5 May 2024 USAID granted Kenya $5 million."
PAGE = f"<!doctype html><html><body><p>{TEXT}</p>%s</body></html>"
READ = frozenset[str]()
"""Nothing may go wrong: the text is found."""
_DAMAGED = frozenset({"DamagedFile"})
_REFUSED = frozenset({"LimitExceeded"})
_COSTLY = frozenset({"WorkerDied", "MemoryError", "TimeLimit", "LimitExceeded", "NoText"})
_FOREIGN = frozenset({"UnsupportedFormat"})
_SECRET = frozenset({"EncryptedFile"})
_EMPTY = frozenset({"NoText", "DamagedFile", "LimitExceeded"})


class Hostile(NamedTuple):
    """A file, and the errors it may end with; with ``READ`` its text must be found."""

    name: bytes
    content: bytes
    errors: frozenset[str]


def hostile_files(scale: int) -> Iterator[Hostile]:
    """All of them; ``scale`` 1 is quick, 50 is full size (50 MB lines, a million rows)."""
    yield from _archives(scale)
    yield from _pdfs(scale)
    yield from _markup(scale)
    yield from _texts(scale)
    yield from _tables(scale)
    yield from _parquet(scale)
    yield from _names()


def _archives(scale: int) -> Iterator[Hostile]:
    plain = word_of(TEXT)
    huge = b"<w:t>" + b" " * (20_000_000 * min(scale, 20))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entities = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l9;</d>'
    outside = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    deep = "<a>" * 50_000 + "</a>" * 50_000
    main = "word/document.xml"
    yield Hostile(b"zip-bomb.docx", with_part(plain, main, huge), _REFUSED)
    yield Hostile(b"laughs.docx", with_part(plain, main, entities.encode()), _EMPTY)
    yield Hostile(b"outside.docx", with_part(plain, main, outside.encode()), _EMPTY)
    yield Hostile(b"deep.docx", with_part(plain, main, deep.encode()), _EMPTY)
    yield Hostile(b"many-parts.docx", _many_parts(), _REFUSED)
    yield Hostile(b"cut.docx", plain[: len(plain) // 2], _DAMAGED)
    yield Hostile(b"office.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _utf16("EncryptedPackage"),
                  _SECRET)  # fmt: skip
    yield Hostile(b"gzip.txt", b"\x1f\x8b\x08" + bytes(100), _FOREIGN)


def _many_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", "")
    return out.getvalue()


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _pdfs(scale: int) -> Iterator[Hostile]:
    good = pdf([[(72, 700, 11, TEXT)]])
    yield Hostile(b"bomb.pdf", _pdf_bomb(20 * scale), _COSTLY)
    yield Hostile(b"cut.pdf", good[: len(good) // 2], _DAMAGED)
    yield Hostile(b"secret.pdf", pdf([[(72, 700, 11, TEXT)]], encrypt=True), _SECRET)
    yield Hostile(b"pages.pdf", good.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), _EMPTY)
    yield Hostile(b"pdf-named.txt", good, READ)
    yield Hostile(b"page-named.pdf", (PAGE % "").encode(), READ)


def _pdf_bomb(megabytes: int) -> bytes:
    """A page whose content is packed twice, a thousandth of a thousandth of its size."""
    pack = zlib.compressobj(9)
    packed = [pack.compress(b"BT /F1 9 Tf (x) Tj ET " * 47_000) for _ in range(megabytes)]
    content = zlib.compress(b"".join([*packed, pack.flush()]), 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def _markup(scale: int) -> Iterator[Hostile]:
    many = 20_000 * min(scale, 5)
    parts = "Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 2_000
    yield Hostile(b"deep.html", (PAGE % ("<div>" * many)).encode(), READ | _REFUSED)
    yield Hostile(b"open.html", (PAGE % ("<a " * many)).encode(), READ | _REFUSED)
    yield Hostile(b"script.html", (PAGE % "<script>alert(1)</script>").encode(), READ)
    yield Hostile(b"parts.eml", f"{parts}\n{TEXT}".encode(), _EMPTY)


def _texts(scale: int) -> Iterator[Hostile]:
    long = 1_000_000 * scale
    yield Hostile(b"empty.txt", b"", READ)
    yield Hostile(b"blank.txt", b" \n\t\n" * 1000, READ)
    yield Hostile(
        b"latin-1.txt", f"{TEXT} El Ministerio de Economía firmó.".encode("latin-1"), READ
    )
    yield Hostile(b"utf-16.txt", f"\ufeff{TEXT}".encode("utf-16-le"), READ)
    yield Hostile(b"surrogates.txt", TEXT.encode() + b" \xed\xa0\x80\xed\xb0\x80 \xff", READ)
    yield Hostile(b"nulls.txt", (TEXT + "\x00").encode(), READ | {"NoText", "DamagedFile"})
    yield Hostile(b"bidi.txt", f"\u202e{TEXT}\u202c \u2066{TEXT}".encode(), READ)
    yield Hostile(b"one-line.txt", b"word " * (long // 5) + TEXT.encode(), READ | {"TimeLimit"})
    yield Hostile(b"no-space.txt", b"a:" * (long // 20) + f" {TEXT}".encode(), READ)
    yield Hostile(b"noise.txt", bytes(range(256)) * 400, READ | {"NoText", "DamagedFile"})


def _rows(scale: int) -> int:
    return 1_000 if scale == 1 else 20_000 * scale


def _tables(scale: int) -> Iterator[Hostile]:
    rows = f'"{TEXT}"\n' + "".join(f"Row {n}.\n" for n in range(_rows(scale)))
    deep = "[" * 100_000
    yield Hostile(b"rows.csv", f"text\n{rows}".encode(), READ)
    yield Hostile(b"formula.csv", f'text\n"=HYPERLINK(""http://x"") {TEXT}"\n'.encode(), READ)
    yield Hostile(b"quote.csv", f'text\n"{TEXT}'.encode() + b" word" * 1000, READ | _DAMAGED)
    yield Hostile(b"deep.json", deep.encode(), _REFUSED)
    yield Hostile(b"number.json", b'{"text": 1' + b"0" * 10_000 + b"}", _DAMAGED)
    yield Hostile(b"surrogate.json", json.dumps({"text": f"{TEXT} \ud800"}).encode(), READ)


def _parquet(scale: int) -> Iterator[Hostile]:
    if find_spec("pyarrow") is None:
        return
    good = _parquet_of([TEXT] * 1_000)
    yield Hostile(b"good.parquet", good, READ)
    bomb = _parquet_of([TEXT, "x" * (20_000_000 * min(scale, 10))])
    yield Hostile(b"bomb.parquet", bomb, READ | _COSTLY)
    yield Hostile(b"cut.parquet", good[: len(good) // 2], _DAMAGED)
    yield Hostile(b"footer.parquet", good[:-400] + b"\xff" * 392 + good[-8:], _DAMAGED)


def _parquet_of(texts: list[str]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array(texts, pa.large_string())}), out, compression="zstd")
    return out.getvalue()


def _names() -> Iterator[Hostile]:
    for name in (
        b"a b'c\"d.txt",
        b"new\nline.txt",
        b"latin-\xe9.txt",
        b"=cmd|' 'A1.txt",
        b"$(x).md",
    ):
        yield Hostile(name, TEXT.encode() + b" " + name.hex().encode(), READ)
