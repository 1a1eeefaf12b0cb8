"""Blocks of plain text and Markdown: what belongs together however the lines are broken."""

from extract.readers.layout.blocks import find_blocks

__all__ = ["find_blocks"]
