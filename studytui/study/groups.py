"""How many groups of new points a day meets."""

from collections.abc import Iterable


def groups_today(sizes: Iterable[int], used: int, most: int) -> int:
    """How many of the groups to be met, in their order, are met today.

    Args:
        sizes: How many new points each has.
        used: How many new points were met today already.
        most: The day's number of new points; a first group is met even where it is larger.
    """
    count = 0
    for size in sizes:
        if used and used + size > most:
            break
        used += size
        count += 1
    return count
