"""The next marker: one like an example, with another number, that is read as what it is meant to be."""

import re
from functools import lru_cache
from typing import Final

from studytui.outline.candidates import at_start
from studytui.outline.edit.signs import written
from studytui.outline.numbering import Mark
from studytui.outline.roman import told_apart

TOP: Final = 9999
_WORDS = re.compile("[A-Za-z]+")
_TEXT = " 甲"  # what follows a marker tells some of them from words
_EITHER: Final = frozenset(("roman", "capital", "small_roman", "small", "paren_roman", "paren_letter"))


def like(example: str, n: int, ordinal: int | None = None) -> str | None:
    """A marker in the family and with the punctuation of an example.

    Args:
        example: A marker as it is written.
        n: The number that it shall have.
        ordinal: The number of the example, where that tells a letter from a Roman numeral.

    Returns:
        None where the example has no number, or its family cannot write this one, as circled numbers above 35.
    """
    return _like(example, n, ordinal) if 1 <= n <= TOP else None


@lru_cache(maxsize=4096)
def _like(example: str, n: int, ordinal: int | None) -> str | None:
    own = style(example, ordinal)
    if own is None:
        return None
    marker = written(example, n, alphabet=_is_letter(example, own.ordinal if ordinal is None else ordinal))
    read = style(marker, n) if marker else None
    return marker if read and (read.key, read.ordinal) == (own.key, n) else None


@lru_cache(maxsize=4096)
def style(marker: str, ordinal: int | None = None) -> Mark | None:
    """How a marker is understood: its family and its number; None where it is none that a text could begin with.

    Args:
        marker: As it is written.
        ordinal: The number that it is known to have, which tells C. from a hundred and i. from nine.
    """
    mark = at_start(marker + _TEXT)
    if mark is None or mark.marker != marker.strip():
        return None
    if mark.family.name not in _EITHER:
        return mark
    before = _before(marker, mark.ordinal if ordinal is None else ordinal)
    return told_apart([at_start(before + _TEXT) if before else None, mark])[1]


def _before(marker: str, n: int | None) -> str | None:
    """The marker before one that is a single letter, which tells what it is."""
    counts = n is not None and 1 < n <= TOP and _letter(marker)
    return written(marker, n - 1, alphabet=_is_letter(marker, n)) if n is not None and counts else None


def _letter(marker: str) -> str:
    """The only letter of a marker; empty where it has none, or several."""
    letters = "".join(c for c in marker if c.isalpha())
    return letters if len(letters) == 1 and letters.isascii() else ""


def _is_letter(marker: str, ordinal: int | None) -> bool:
    """Whether the letter of a marker stands for its place in the alphabet."""
    last = _WORDS.findall(marker)[-1:]
    return bool(last) and len(last[0]) == 1 and ordinal == ord(last[0].lower()) - ord("a") + 1
