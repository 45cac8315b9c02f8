"""What stayed in order where some things changed places: as few as possible are said to have moved."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def rising(pairs: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The second parts of a longest choice of the pairs, in their order, whose first parts rise; the last one first."""
    ends: list[int] = []
    last: list[int] = []  # index of the pair that ends the best choice of each length
    before: list[int] = []
    for at, (value, _) in enumerate(pairs):
        length = bisect_left(ends, value)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        last[length : length + 1] = [at]
    at = last[-1] if last else -1
    while at >= 0:
        yield pairs[at][1]
        at = before[at]
