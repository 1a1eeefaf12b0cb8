r"""Bytes to characters: what the file says, else UTF-8, else what charset-normalizer finds.

Nothing is ever replaced by a question mark: a byte that fits no encoding is read as Windows-1252
or, where that leaves it undefined, as Latin-1, which maps every byte.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from charset_normalizer import from_bytes

from extract.errors import DamagedFile, EmptyFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("cp1252", "mac_roman", "cp850")
"""Encodings of English and Spanish before UTF-8, the usual one first; Latin-1 and Latin-9 differ
from it in characters that press releases do not hold."""
_EXPECTED = frozenset("áéíóúñüàèçãõâêôÁÉÍÓÚÑÜ¿¡ªº°«»“”‘’–—…•€£\xa0")
_MOSTLY = 0.7

_SAMPLE = 1 << 16
_NEWLINE = re.compile(r"\r\n?")
_HIGH = re.compile(rb"[\x80-\xff][^\n]{0,60}")
_WINDOWS = 1000
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_LETTER = re.compile(r"[^\W_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the undecodable bytes, read as Windows-1252 or Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_western(wrong[i : i + 1]) for i in range(len(wrong))), error.end


def _western(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


codecs.register_error("extract-western", _as_western)


def encoding_of(data: bytes, declared: str | None = None) -> str:
    r"""The encoding of a text, as a Python codec name.

    Args:
        data: the bytes of the text.
        declared: what the file says; believed where the bytes are not plainly Unicode.

    >>> encoding_of("cooperación".encode()), encoding_of("\ufeffcooperación".encode("utf-16-be"))
    ('utf-8', 'utf-16-be')
    >>> encoding_of("La cooperación técnica del año pasado".encode("cp1252"))
    'cp1252'
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if wide := _wide(data[:_SAMPLE]):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return _declared(data, declared) or _guess(data)
    return "utf-8"


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: Western text has a NUL in nearly every other byte."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    """The encoding of text that is not, or not all, UTF-8."""
    windows = islice(_HIGH.finditer(data), _WINDOWS)
    sample = b"\n".join(match[0] for match in windows)
    strays = sum(byte > 0x7F for byte in _MULTIBYTE.sub(b"", sample))
    if len(_MULTIBYTE.findall(sample)) > strays:
        return "utf-8"
    shares = {name: _share_expected(sample, name) for name in _WESTERN}
    western = max(_WESTERN, key=shares.__getitem__)
    if shares[western] >= _MOSTLY:
        return western
    best = from_bytes(sample, enable_fallback=False).best()
    return best.encoding if best else western


def _share_expected(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII are those of Spanish or of typesetting, 0–1."""
    beyond = [char for char in sample.decode(encoding, "extract-western") if char > "\x7f"]
    return sum(char in _EXPECTED for char in beyond) / max(len(beyond), 1)


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""The text of ``data``: its mark dropped, its line ends ``\n``, no character lost.

    Args:
        data: the bytes of a text.
        encoding: what the file or its envelope declares; ``None`` where it does not.

    >>> decode("\ufeffuno\r\ndos\rtres".encode())
    'uno\ndos\ntres'
    >>> decode("año – ".encode() + "señal".encode("cp1252"))
    'año – señal'
    """
    name = encoding_of(data, encoding)
    return newlines(data.decode(name, "extract-western" if name in _BYTEWISE else "replace"))


_BYTEWISE = {"utf-8", *_WESTERN}
_ASCII = {"ascii", "iso8859-1"}


def _declared(data: bytes, encoding: str | None) -> str | None:
    """The declared encoding, if there is one and it can be true of these bytes.

    Latin-1 is read as Windows-1252, as the Encoding Standard has it.
    """
    try:
        name = codecs.lookup(encoding or "").name
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return "cp1252" if name in _ASCII else name


def newlines(text: str) -> str:
    r"""The text without byte-order mark, all its line ends as ``\n``."""
    return _NEWLINE.sub("\n", text.removeprefix("\ufeff"))


def has_letters(text: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return _LETTER.search(text) is not None


def require_text(text: str) -> str:
    """The text itself, if there is one to read.

    Raises:
        EmptyFile: it holds no letter or digit.
        DamagedFile: it is binary data.
    """
    if not has_letters(text):
        raise EmptyFile("holds no text", hint="leave it out, or check how it was saved")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.1 * len(sample):
        raise DamagedFile("holds binary data, not text", hint="give it its proper suffix")
    return text
