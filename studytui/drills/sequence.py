"""What of a sequence is in order."""

from bisect import bisect_left
from collections.abc import Sequence


def in_sequence(numbers: Sequence[int]) -> list[int]:
    """The most of some different numbers that rise in the order in which they stand."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(last[at - 1] if at else None)
        tails[at : at + 1] = [number]
        last[at : at + 1] = [place]
    way: list[int] = []
    here = last[-1] if last else None
    while here is not None:
        way.append(numbers[here])
        here = before[here]
    return way[::-1]
