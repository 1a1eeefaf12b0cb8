"""The language a file says it is in, as the code the pipeline goes by."""

from __future__ import annotations

import re

_CODES = {
    "en": "en", "eng": "en", "english": "en", "inglés": "en", "ingles": "en",
    "es": "es", "spa": "es", "spanish": "es", "español": "es", "espanol": "es", "castellano": "es",
}  # fmt: skip
_SUBTAGS = re.compile(r"[-_,;\s]")


def language_code(stated: str | None) -> str | None:
    """``en`` or ``es``; ``None`` for other languages, which the text has to tell.

    Args:
        stated: a language tag (BCP 47), an ISO 639 code or a name, English or Spanish.

    >>> [language_code(stated) for stated in ("es-MX", "en_US", "Español", "fr")]
    ['es', 'en', 'es', None]
    """
    return _CODES.get(_SUBTAGS.split((stated or "").strip().casefold(), maxsplit=1)[0])
