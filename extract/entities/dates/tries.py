"""One pattern for many words, without trying each in turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_Node = dict[str, "_Node"]


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern that matches exactly ``words``, sharing their beginnings.

    Its cost at a position grows with the letters matched, not with the number of words.

    >>> trie_pattern(["may", "march", "march on"])
    'ma(?:rch(?: on)?|y)'
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [
        re.escape(char) .replace(r"\ ", " ") + _pattern(child)
        for char, child in sorted(node.items()) if char
    ]  # fmt: skip
    if not branches:
        return ""
    ends = "" in node
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")
