"""What a whole document shows about which family of markers encloses which."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
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


made_placed: Callable[[tuple[Mark, int, int]], Placed]
"""One of a tuple with all its fields, as with ``made_line``."""
made_placed = partial(tuple.__new__, Placed)


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
    continued: set[int] = set()
    heads: dict[str, tuple[Placed, int, int]] = {}  # the last to begin a paragraph, its number, the lists begun so far
    at = begun = 0
    for placed in marks:
        mark = placed.mark
        key, ordinal = mark.key, mark.ordinal
        if ordinal is None:
            continue
        at += 1
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
        if head and head[1] == ordinal - 1 and head[2] < begun:
            continued.add(id(head[0]))
        if ordinal == 1:
            begun += 1
        heads[key] = (placed, ordinal, begun)
    counted = _counted(marks) if any(placed.mark.inline for placed in marks) else frozenset()  # else nobody asks
    return Nesting(encloses, frozenset(continued), counted)


def _counted(marks: Sequence[Placed]) -> frozenset[int]:
    """All that begin a paragraph and have a neighbour in a run."""
    counted: set[int] = set()
    heads: dict[str, Placed] = {}  # the last of each family
    for placed in marks:
        mark = placed.mark
        if mark.ordinal is None or mark.inline:
            continue
        before = heads.get(mark.key)
        if before and before.mark.ordinal == mark.ordinal - 1:
            counted.update((id(before), id(placed)))
        heads[mark.key] = placed
    return frozenset(counted)
