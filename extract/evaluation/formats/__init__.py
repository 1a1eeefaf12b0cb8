"""Formats of annotation tools, in and out.

Every format reads and writes whole documents through :class:`Flat`, the spans and links that
tools know; offsets are verified on the way in.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.schema import Document


class FormatName(StrEnum):
    """The formats."""

    LABEL_STUDIO = "label-studio"
    DOCCANO = "doccano"
    BRAT = "brat"
    PRODIGY = "prodigy"
    CONLL = "conll"
    SPACY = "spacy"


class Format(Protocol):
    """A module that reads and writes one format."""

    def export(self, documents: Sequence[Document]) -> tuple[dict[str, bytes], list[str]]:
        """Files by name, and what of these documents the format does not carry."""
        ...

    def read(self, files: Mapping[str, bytes]) -> tuple[list[Document], list[str]]:
        """Documents, and what of these files the contract does not carry.

        Raises:
            AnnotationError: malformed, or offsets that do not fit the text.
        """
        ...


def get_format(name: FormatName) -> Format:
    """The module of a format."""
    module = import_module(f"extract.evaluation.formats.{name.value.replace('-', '_')}_format")
    return cast("Format", module)
