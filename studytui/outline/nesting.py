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


class _Last(NamedTuple):
    """The last marker of a family, and how many lists had begun until then."""

    placed: Placed
    at: int
    begun: int


def nesting(marks: Sequence[Placed]) -> Nesting:
    """Look through all markers once."""
    encloses: dict[tuple[str, str], int] = defaultdict(int)
    continued: set[int] = set()
    counted: set[int] = set()
    last: dict[str, tuple[int, int]] = {}  # of each family the last number and where it stood
    heads: dict[str, _Last] = {}  # the same of those that begin a paragraph
    began: dict[str, int] = {}
    begun = 0
    for at, placed in enumerate(marks):
        mark = placed.mark
        ordinal = mark.ordinal
        if ordinal is None:
            continue
        key = mark.key
        before = last.get(key)
        if before and before[0] == ordinal - 1 and before[1] != at - 1:
            for other, begin in began.items():
                if begin > before[1] and other != key:
                    encloses[key, other] += 1
        if ordinal == 1:
            began[key] = at
        last[key] = (ordinal, at)
        if mark.inline:
            continue
        head = heads.get(key)
        if head and head.placed.mark.ordinal == ordinal - 1:
            counted.add(id(head.placed))
            counted.add(id(placed))
            if begun > head.begun:
                continued.add(id(head.placed))
        begun += ordinal == 1
        heads[key] = _Last(placed, at, begun)
    return Nesting(encloses, frozenset(continued), frozenset(counted))
