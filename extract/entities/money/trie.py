"""Word lists as patterns that branch letter by letter, so that long lists stay quick."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_LETTER = r"(?![^\W\d_])"


@dataclass(slots=True)
class _Node:
    branches: dict[str, _Node] = field(default_factory=dict)
    ends: bool = False


def trie(forms: Iterable[str]) -> str:
    r"""A pattern that matches the longest of ``forms``, whole words where they end in a letter.

    >>> trie(["euro", "euros", "€"])
    '(?:euro(?:s(?![^\\W\\d_])|(?![^\\W\\d_]))|€)'
    """
    root = _Node()
    for form in forms:
        node = root
        for char in form:
            node = node.branches.setdefault(char, _Node())
        node.ends = True
    return _pattern(root, "")


def _pattern(node: _Node, last: str) -> str:
    ways = [re.escape(char) + _pattern(rest, char) for char, rest in sorted(node.branches.items())]
    if node.ends:
        ways.append(_NO_LETTER if last.isalpha() else "")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
