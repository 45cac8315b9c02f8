"""Words of English that count on from a point without a number of their own: First of all … Next … Then … Finally."""

from collections.abc import Iterator, Sequence

from studytui.outline.lines import Lines, have
from studytui.outline.numbering import Mark, family

_COUNTED_ON = "first"
_SIGNS = ("Next", "Then", "First of all", "To begin", "To start", "After th", "In the first place")
_REACH = 8  # paragraphs that a point may have before the next one


def with_sequels(lines: Lines, begun: Sequence[Mark | None]) -> Sequence[Mark | None]:
    """The marks that lines begin with, in which such words have the number after that of the point before them."""
    return [*_numbered(begun)] if have(lines, *_SIGNS) else begun


def _numbered(begun: Sequence[Mark | None]) -> Iterator[Mark | None]:
    last, place = 0, 0  # number of the open run's last point, 0 where none is open; its paragraph
    inside: set[str] = set()  # keys of the lists inside that point
    for at, mark in enumerate(begun):
        if mark is None:
            yield None
            continue
        counted = _counted(mark, last if at - place <= _REACH else 0)
        if counted.key == _COUNTED_ON and counted.ordinal:
            last, place, inside = counted.ordinal, at, set()
        elif mark.ordinal == 1 or mark.ordinal is None:
            inside.add(mark.key)
        elif mark.key not in inside:
            last = 0
        yield counted


def _counted(mark: Mark, last: int) -> Mark:
    """The mark as one of a run: First of all begins one, Next goes on with one that is open and is else a word."""
    if mark.family.name != "sequel" or not (mark.ordinal or last):
        return mark
    return mark._replace(family=family(_COUNTED_ON), key=_COUNTED_ON, ordinal=mark.ordinal or last + 1)
