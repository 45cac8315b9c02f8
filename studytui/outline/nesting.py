"""What a whole document shows about which family of markers encloses which."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from studytui.outline.captions import BOLD, CAPTIONS
from studytui.outline.numbering import Mark

_POINTS = ("article", "lesson", "named")  # families that are no less often points of a section than heads of one
_NEAR = 2  # paragraphs from a section's heading to its first article, where a sentence leads up to this


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
            first, or right below a caption. A caption between two neighbours stands inside, too.
        continued: The markers (by their identity) whose run goes on behind another that begins at 1. 2. 一、二、 3.:
            whatever custom says of the two families, here 一、 stands inside 2.
        counted: The markers (by their identity) of runs in which each begins a paragraph.
    """

    encloses: dict[tuple[str, str], int]
    continued: frozenset[int]
    counted: frozenset[int]


def nesting(marks: Sequence[Placed]) -> Nesting:
    """Look through all markers."""
    counted = _counted(marks) if any(placed.mark.inline for placed in marks) else frozenset()  # else nobody asks
    return Nesting(_encloses(marks), _continued(marks), counted)


def _encloses(marks: Sequence[Placed]) -> dict[tuple[str, str], int]:
    encloses: dict[tuple[str, str], int] = defaultdict(int)
    last: dict[str, tuple[int, int]] = {}  # of each family the last number and where it stood
    began: dict[str, int] = {}
    first: dict[str, tuple[Placed, int]] = {}  # of each family that begins at 1 the first, and where it stood
    headed: tuple[Placed, int] | None = None  # the last caption, and where it stood
    at = -1
    for placed in marks:
        mark = placed.mark
        key, ordinal = mark.key, mark.ordinal
        if ordinal is None and key not in CAPTIONS:
            continue
        at += 1
        if ordinal is None:
            began[key], headed = at, (placed, at)
            continue
        before = last.get(key)
        if headed and headed[1] == at - 1 and _is_headed(placed, headed[0], again=before is not None):
            encloses[headed[0].mark.key, key] += 1
        if before and before[0] == ordinal - 1 and before[1] != at - 1:
            for other in [other for other, begin in began.items() if begin > before[1] and other != key]:
                encloses[key, other] += 1
        if ordinal == 1:
            began[key] = at
            first.setdefault(key, (placed, at))
        last[key] = (ordinal, at)
    for outer, inner in _within_the_last(marks, first, last):
        encloses[outer, inner] += 1
    return encloses


def _within_the_last(
    marks: Sequence[Placed], first: dict[str, tuple[Placed, int]], last: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """The family of the document's sections, with each of articles, stages or cases that the last one has to itself.

    No section comes behind it to show that such a list ends within this one. A law that is appended to the sections
    of a notice is none: its articles have no colon, and its title and more stand above them.
    """
    outer = next(iter(first.values()), None)
    if outer is None or outer[0].mark.inline:
        return
    key = outer[0].mark.key
    number, at = last[key]
    inner = [begin for begin, here in first.values() if here > at and begin.mark.family.name in _POINTS]
    if number == 1 or not inner:
        return
    section = next(placed for placed in reversed(marks) if placed.mark.key == key)
    for begin in inner:
        above = begin.paragraph - section.paragraph
        if begin.mark.family.name != "article" or begin.mark.marker[-1] in ":：" or above <= _NEAR:
            yield key, begin.mark.key


def _continued(marks: Sequence[Placed]) -> frozenset[int]:
    """Of all that begin a paragraph those behind which another list begins before their own goes on."""
    continued: set[int] = set()
    heads: dict[str, tuple[Placed, int, int]] = {}  # the last of each family, its number, the lists begun until it
    begun = 0
    for placed in marks:
        mark = placed.mark
        key, ordinal = mark.key, mark.ordinal
        if ordinal is None or mark.inline:
            continue
        before = heads.get(key)
        if before and before[1] == ordinal - 1 and before[2] < begun:
            continued.add(id(before[0]))
        if ordinal == 1:
            begun += 1
        heads[key] = placed, ordinal, begun
    return frozenset(continued)


def _is_headed(placed: Placed, caption: Placed, *, again: bool) -> bool:
    """Whether a list begins right below a caption, or begins again behind it; bold type may be that of a title."""
    below = placed.paragraph == caption.paragraph + 1 and caption.mark.key != BOLD
    return placed.mark.ordinal == 1 and (again or below)


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
