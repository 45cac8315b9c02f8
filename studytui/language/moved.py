"""What of a text was said, but at another place."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

LEAST = 2
"""So many characters or words on end are something that was moved; a single one is there by chance."""
_TRIED = 8  # places of one pair that are looked at: a text of one character would have thousands


class Moved(NamedTuple):
    """Tokens that stand at one place in the wanted text and at another in the typed one.

    Attributes:
        wanted, typed: Where they begin in each.
        size: How many they are.
    """

    wanted: int
    typed: int
    size: int


def moved(
    typed: Sequence[str],
    wanted: Sequence[str],
    left_typed: Sequence[tuple[int, int]],
    left_wanted: Sequence[tuple[int, int]],
) -> list[Moved]:
    """Find what is left over on both sides, the longest at each place, nothing twice.

    Args:
        typed: The typed tokens.
        wanted: The wanted ones.
        left_typed: Where in the typed ones something is left over.
        left_wanted: The same for the wanted ones.
    """
    places: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for start, end in left_typed:
        for at in range(start, end - 1):
            if len(places[typed[at], typed[at + 1]]) < _TRIED:
                places[typed[at], typed[at + 1]].append((at, end))
    used: set[int] = set()
    found: list[Moved] = []
    for start, end in left_wanted:
        at = start
        while at < end - 1:
            tried = places.get((wanted[at], wanted[at + 1]), [])
            sizes = [_run(typed, wanted, there, stop, at, end, used) for there, stop in tried]
            size = max(sizes, default=0)
            if size < LEAST:
                at += 1
                continue
            there = tried[sizes.index(size)][0]
            used.update(range(there, there + size))
            found.append(Moved(at, there, size))
            at += size
    return found


def _run(
    typed: Sequence[str], wanted: Sequence[str], there: int, stop: int, here: int, end: int, used: set[int]
) -> int:
    size = 0
    while there + size < stop and here + size < end and typed[there + size] == wanted[here + size]:
        if there + size in used:
            break
        size += 1
    return size
