"""Every error the package raises on purpose.

    ExtractError
    ├── UsageError            the call itself is wrong (exit code 2)
    ├── ReadError             an input could not be turned into text
    │   ├── UnsupportedFormat    no reader knows it
    │   ├── DamagedFile          truncated, mislabelled or malformed
    │   ├── EncryptedFile        needs a password
    │   ├── NoText               readable, but its text is not (a scan, a page of pictures)
    │   │   └── EmptyFile            there is nothing in it at all
    │   └── LimitExceeded        larger, deeper or slower than the limits allow
    ├── ResourceError         a data file of the package or of the user is malformed
    └── AnnotationError       gold that contradicts its text, its schema or the guidelines

Each carries a one-line ``message`` and a ``hint``: what the reader can do about it.
"""

from __future__ import annotations


class ExtractError(Exception):
    """Base of all errors of this package.

    Args:
        message: one line saying what is wrong.
        hint: one line saying what to do next; may be empty.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.hint)


def _rebuild(kind: type[ExtractError], message: str, hint: str) -> ExtractError:
    """Keyword-only arguments do not survive pickling between processes by themselves."""
    return kind(message, hint=hint)


class UsageError(ExtractError):
    """The call itself is wrong."""


class ReadError(ExtractError):
    """An input could not be turned into text."""


class UnsupportedFormat(ReadError):
    """No reader knows this format."""


class DamagedFile(ReadError):
    """The file is truncated, mislabelled or malformed."""


class EncryptedFile(ReadError):
    """The file needs a password."""


class NoText(ReadError):
    """The file is readable, but its text is not."""


class EmptyFile(NoText):
    """There is nothing in the file."""


class LimitExceeded(ReadError):
    """The file is larger, deeper or slower to read than the limits allow."""


class ResourceError(ExtractError):
    """A data file is malformed."""


class AnnotationError(ExtractError):
    """Gold contradicts its text, its schema or the guidelines."""
