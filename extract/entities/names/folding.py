r"""Text as the gazetteers compare it: lower case, without accents, typography or Markdown.

The folded text may be shorter than the original, so it knows its way back: every offset found in
it can be turned into one of the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

_LATIN = range(0x80, 0x2180)
_SAME = {
    "‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-",
    "–": "-", "—": "-", "\n": " ", "\t": " ", "\r": " ", "\f": " ",
    "\v": " ",
}  # fmt: skip
_NOISE = re.compile(
    r"  +|\*\**|__*|\\\\*"  # literal first characters: the search skips to them
    r"|-(?<=[a-z]-) (?=[a-z])| -(?<=[a-z] -) ?(?=[a-z])"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


@cache
def _table() -> dict[int, str]:
    """One character for one: base letters in lower case, plain quotes, dashes and spaces."""
    table = {ord(old): new for old, new in _SAME.items()}
    for code in _LATIN:
        char = chr(code)
        if char.isspace():
            table[code] = " "
        elif char.isalpha():
            base = unicodedata.normalize("NFKD", char)[0].lower()
            table[code] = base if len(base) == 1 else char
    return table


def lowered(text: str) -> str:
    """``text`` in lower case, character for character: "İ" and few others would grow."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _byte_table() -> bytes:
    """The same table for the characters of Windows-1252, which most texts keep to."""
    table = bytearray(range(256))
    for code in range(256):
        char = bytes([code]).decode("cp1252", "replace")
        base = _table().get(ord(char), char).encode("cp1252", "replace")
        if base != b"?":
            table[code] = base[0]
    return bytes(table)


def _one_to_one(text: str) -> str:
    plain = lowered(text)
    try:
        return plain.encode("cp1252").translate(_byte_table()).decode("cp1252")
    except UnicodeEncodeError:  # a character beyond Windows-1252
        for control in "\n\t\r\f\v`":
            plain = plain.replace(control, _SAME[control])
        return plain if plain.isascii() else _FOREIGN.sub(_base, plain)


def _base(found: re.Match[str]) -> str:
    return found[0].translate(_table())


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    r"""``name`` as all names are compared.

    >>> fold("Secretaría  de\nEconomía"), fold("«Salvador Zubirán»")
    ('secretaria de economia', '"salvador zubiran"')
    """
    plain = _one_to_one(name)
    return " ".join((_NOISE.sub(_kept, plain) if _NOISE.search(plain) else plain).split())


def _kept(noise: re.Match[str]) -> str:
    """What stays of a stretch of noise: one space, one hyphen, or nothing of Markdown."""
    return " " if noise[0].isspace() else "-" if "-" in noise[0] else ""


class Folded:
    r"""A folded text that knows where its characters came from.

    >>> folded = Folded("the **World\n Bank** said")
    >>> folded.text
    'the world bank said'
    >>> start = folded.text.index("world")
    >>> folded.origin(start), folded.origin(start + 10, end=True)
    (6, 17)
    """

    __slots__ = ("_shift", "_starts", "text")

    def __init__(self, text: str) -> None:
        plain = _one_to_one(text)
        self._starts, self._shift = [0], [0]
        pieces, done, length = [], 0, 0
        for noise in _NOISE.finditer(plain):
            piece = plain[done : noise.start()] + _kept(noise)
            length += len(piece)
            pieces.append(piece)
            done = noise.end()
            self._starts.append(length)
            self._shift.append(done - length)
        pieces.append(plain[done:])
        self.text = "".join(pieces) if done else plain

    def origin(self, at: int, *, end: bool = False) -> int:
        """Offset in the original of ``at``; with ``end``, of the end of the character before."""
        if end:
            return self.origin(at - 1) + 1
        return at + self._shift[bisect_right(self._starts, at) - 1]


@lru_cache(maxsize=2)
def folded_text(text: str) -> Folded:
    """A document folded; the last ones are remembered, for several finders ask for them."""
    return Folded(text)
