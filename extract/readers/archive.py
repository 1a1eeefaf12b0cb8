"""Checks on zip archives before anything in them is unpacked."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded
from extract.readers.limits import MEGABYTE

if TYPE_CHECKING:
    from extract.readers.limits import Limits

_ENCRYPTED = 0x1


def checked_parts(data: bytes, limits: Limits) -> list[str]:
    """Names of the parts of an archive that is safe to open.

    The declared sizes are what counts: ``zipfile`` never unpacks more than a part declares.

    Raises:
        DamagedFile: it is no archive, or cut short.
        EncryptedFile: a part needs a password.
        LimitExceeded: too many parts, too much to unpack, or a part packed too tightly.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile("the archive is damaged or cut short", hint="fetch it again") from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise EncryptedFile("the archive is encrypted", hint="save a copy without a password")
    if len(parts) > limits.parts:
        raise LimitExceeded(f"holds {len(parts):,} parts, more than {limits.parts:,}")
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise LimitExceeded(
            f"unpacks to more than {limits.unpacked // MEGABYTE} MB", hint="do not trust this file"
        )
    if any(_is_bomb(part, limits.ratio) for part in parts):
        raise LimitExceeded(
            f"a part unpacks to more than {limits.ratio} times its size",
            hint="do not trust this file",
        )
    return [part.filename for part in parts]


def _is_bomb(part: zipfile.ZipInfo, ratio: int) -> bool:
    return part.file_size > MEGABYTE and part.file_size > ratio * part.compress_size
