"""extract: who funded, invested, sold, signed, met or ran what, from press releases.

The public API is what ``__all__`` names; heavy parts load at first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.frames import to_frame
    from extract.pipeline import load, process
    from extract.readers import read

__version__ = "0.1.0"
__all__ = ["__version__", "load", "process", "read", "to_frame"]

_HOMES = {
    "load": "extract.pipeline",
    "process": "extract.pipeline",
    "read": "extract.readers",
    "to_frame": "extract.frames",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
