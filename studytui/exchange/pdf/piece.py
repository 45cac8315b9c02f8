"""A piece of text on a page, as the file draws it."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A few characters that are drawn in one go.

    Attributes:
        text: The characters.
        left, base: Where they begin, in points from the lower left corner of the page.
        size: Their height in points.
        bold: Their font is.
        right: Where they end, where that is known; else 0.
        turned: By how many degrees they are turned, a multiple of 90; others are watermarks.
    """

    text: str
    left: float
    base: float
    size: float
    bold: bool = False
    right: float = 0.0
    turned: int = 0

    @property
    def end(self) -> float:
        """Where they end, guessed from the characters where it is not known."""
        return self.right or self.left + width_of(self.text, self.size)


class Page(NamedTuple):
    """A page: its pieces in the order of the file, its width and height in points, and how many pictures it has."""

    pieces: Sequence[Piece]
    width: float
    height: float
    pictures: int = 0


def width_of(text: str, size: float) -> float:
    """About as many points as a text takes: a character of ASCII is half as wide as high."""
    narrow = len(text.encode("ascii", "ignore"))
    return size * (len(text) - narrow / 2)
