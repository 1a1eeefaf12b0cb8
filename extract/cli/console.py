"""The two consoles: data goes to ``out``, everything said to a person goes to ``err``."""

from __future__ import annotations

from rich.console import Console

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)

_HIDDEN = dict.fromkeys((*range(32), *range(127, 160)), "�")
_HIDDEN |= dict.fromkeys((*range(8234, 8239), *range(8294, 8298)), "�")
for _kept in "\n\t":
    del _HIDDEN[ord(_kept)]


def safe(text: str) -> str:
    r"""Text from a document, fit for a terminal: control characters cannot act, offsets hold.

    >>> safe("a\x1b[31mb")
    'a�[31mb'
    """
    return text.translate(_HIDDEN)
