"""Named strings, as an enumeration has them."""

from __future__ import annotations


class Constants(str):
    """Base of classes whose annotated names are their members, each the name in small letters.

    What ``StrEnum`` is, but for its price: in Python 3.11 to read a member of an enumeration takes
    five times as long as to read another attribute, and the grammar reads a dozen for every word.

    >>> class Side(Constants):
    ...     LEFT: ClassVar[Side]
    >>> Side.LEFT, isinstance(Side.LEFT, Side)
    ('left', True)
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Make the members."""
        for name in cls.__annotations__:
            setattr(cls, name, cls(name.lower()))
