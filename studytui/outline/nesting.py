"""What a whole document shows about which family of markers encloses which."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from studytui.outline.numbering import Mark


class Placed(NamedTuple):
    """A marker with what its place tells.

    Attributes:
        mark: The marker.
        paragraph: Index of its paragraph.
        indent: How far that paragraph is indented.
    """

    mark: Mark
    paragraph: int
    indent: int


class Nesting(NamedTuple):
    """What is seen of all markers before any is hung into the tree.

    Attributes:
        encloses: How often a family was seen to enclose another: the other began at 1 between two neighbours of the
            first.
        continued: The markers (by their identity) whose run goes on behind another that begins at 1. 2. 一、二、 3.:
            whatever custom says of the two families, here 一、 stands inside 2.
        counted: The markers (by their identity) of runs in which each begins a paragraph.
    """

    encloses: dict[tuple[str, str], int]
    continued: frozenset[int]
    counted: frozenset[int]


def nesting(marks: Sequence[Placed]) -> Nesting:
    """Look through all markers."""
    encloses: dict[tuple[str, str], int] = defaultdict(int)
    last: dict[str, tuple[int, int]] = {}  # of each family the last number and where it stood
    began: dict[str, int] = {}
    at = -1
    inside = False
    for mark, _, _ in marks:
        key, ordinal = mark.key, mark.ordinal
        if ordinal is None:
            continue
        at += 1
        inside = inside or mark.inline
        before = last.get(key)
        if before and before[0] == ordinal - 1 and before[1] != at - 1:
            for other, begin in began.items():
                if begin > before[1] and other != key:
                    encloses[key, other] += 1
        if ordinal == 1:
            began[key] = at
        last[key] = (ordinal, at)
    begin_ = [placed for placed in marks if placed.mark.ordinal is not None and not placed.mark.inline]
    neighbours, continued = _continued(begin_)
    # Where nothing stands inside a paragraph nobody asks what was counted.
    return Nesting(encloses, continued, frozenset(map(id, neighbours)) if inside else frozenset())


def _continued(marks: Sequence[Placed]) -> tuple[list[Placed], frozenset[int]]:
    """All that have a neighbour in a run, and of those the ones behind which another list begins first."""
    neighbours: list[Placed] = []
    continued: set[int] = set()
    heads: dict[str, tuple[Placed, int]] = {}  # the last of each family, and how many lists had begun until it
    begun = 0
    for placed in marks:
        key, ordinal = placed.mark.key, placed.mark.ordinal or 0
        before = heads.get(key)
        if before and before[0].mark.ordinal == ordinal - 1:
            neighbours += (before[0], placed)
            if begun > before[1]:
                continued.add(id(before[0]))
        if ordinal == 1:
            begun += 1
        heads[key] = placed, begun
    return neighbours, frozenset(continued)
