"""spaCy's tokenizer, kept from runs of characters without white space that make it quadratic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_RUN = 256
"""Characters without white space that go to the tokenizer at once; longer runs are cut."""
_LONG_RUN = re.compile(rf"(?<!\S)\S{{{LONGEST_RUN + 1}}}\S*+")


class GuardedTokenizer(Tokenizer):  # type: ignore[misc]
    """Tokenizes as spaCy does, in linear time.

    spaCy takes prefixes and suffixes off a run of non-space characters one at a time and tries
    its URL pattern on it, each step looking at the whole run; 32,000 characters of ``a:a:…`` take
    it half a minute. Runs longer than ``LONGEST_RUN`` are tokenized piece by piece.
    """

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> GuardedTokenizer:
        """The same rules and vocabulary, guarded."""
        _, arguments, *_ = tokenizer.__reduce__()
        return cls(*arguments)

    def __call__(self, string: str) -> Doc:
        """Tokenize a text."""
        if not _LONG_RUN.search(string):
            return cast("Doc", super().__call__(string))
        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(string):
            for token in super().__call__(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)


def pieces(text: str) -> Iterator[str]:
    """Consecutive parts of ``text``, cut within long runs and after them.

    >>> [len(piece) for piece in pieces("a " + 600 * "b" + " c")]
    [2, 256, 256, 88, 2]
    """
    start = 0
    for match in _LONG_RUN.finditer(text):
        yield text[start : match.start()]
        for at in range(match.start(), match.end(), LONGEST_RUN):
            yield text[at : min(at + LONGEST_RUN, match.end())]
        start = match.end()
    yield text[start:]
