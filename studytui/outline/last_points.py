"""最后 and Finally: the last point of the run that it closes; elsewhere it is a word."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from studytui.language.either import either
from studytui.outline.lines import Lines
from studytui.outline.numbering import Mark, Marks

COUNTED_ON = ("seq", "di", "first", "spoken")
"""Families of runs that 最后 can close."""

_FAREWELL = re.compile(either("最后[，,]?(?:请|让我们|感?谢|预?祝|[衷真]心|希望|我代表|愿|再次|借)"))
_ONE_MORE = re.compile("最[后後]一[点點条條个個项項]")
_STOP = re.compile("[。！？!?]")
_SET_OFF = "，,、:：是"  # ends a 最后 that is not just a word of its sentence


class _Place(NamedTuple):
    """A marker, and where it stands."""

    paragraph: int
    mark: Mark


def with_last_points(lines: Lines, found: list[Marks], taken: list[Marks]) -> list[Marks]:
    """Number 最后 as the last of the run that it closes; elsewhere it is a word."""
    likely = ((at, [mark for mark in marks if _closes(mark)]) for at, marks in enumerate(found))
    finals = {at: marks for at, marks in likely if marks}
    if not finals:
        return taken
    counts = _Counts(taken)
    open_ = _OpenRun()
    made: list[Marks] = []
    for at, marks in enumerate(taken):
        here: list[Mark] = []
        for mark in sorted([*marks, *finals[at]], key=lambda each: each.start) if at in finals else marks:
            place = _Place(at, mark)
            if not _closes(mark):
                here.append(mark)
                open_.follow(place)
            elif (last := open_.last) and _is_last(place, last, lines[at].text) and not counts.go_on(last, place):
                here.append(_counted(mark, last.mark))
                open_.close()
        made.append(tuple(here))
    return made


def _closes(mark: Mark) -> bool:
    return mark.ordinal is None and mark.family.name in COUNTED_ON


class _OpenRun:
    """The run that 最后 could close: nothing but lists inside its points stands behind it."""

    def __init__(self) -> None:
        self.last: _Place | None = None
        self._inside: set[str] = set()

    def follow(self, place: _Place) -> None:
        """Go on to the next marker."""
        mark = place.mark
        if mark.family.name in COUNTED_ON:
            self.last, self._inside = place, set()
        elif mark.ordinal == 1 or (mark.family.name == "bullet" and mark.key[0] != "#"):
            self._inside.add(mark.key)
        elif mark.key not in self._inside:
            self.close()

    def close(self) -> None:
        """End the run: nothing stands behind its last point."""
        self.last = None


class _Counts:
    """All numbers of the runs that 最后 can close, each kind of marker by itself."""

    def __init__(self, taken: Sequence[Marks]) -> None:
        self._places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for at, marks in enumerate(taken):
            for mark in marks:
                if mark.ordinal and mark.family.name in COUNTED_ON:
                    self._places[mark.key].append((at, mark.start, mark.ordinal))

    def go_on(self, last: _Place, final: _Place) -> bool:
        """Whether a run goes on behind a 最后, which then is a word in one of its points."""
        places = self._places[last.mark.key]
        behind = bisect_right(places, (final.paragraph, final.mark.start))
        return behind < len(places) and places[behind][2] > (last.mark.ordinal or 0)


def _is_last(final: _Place, last: _Place, text: str) -> bool:
    """Whether 最后 stands as a last point does: it begins a sentence, or is one of the clauses that the others are."""
    mark = final.mark
    if _FAREWELL.match(text, mark.start):
        return False
    led = last.mark.family.name == "seq"
    one = last.paragraph == final.paragraph and not _STOP.search(text, last.mark.end, mark.start)
    clause = one and last.mark.inline and (led or not last.mark.strong)
    set_off = mark.family.name != "seq" or mark.marker[-1] in _SET_OFF
    if mark.inline and not mark.strong:
        return clause and (led or set_off)
    return set_off or clause or (not mark.inline and (led or _ONE_MORE.match(text) is not None))


def _counted(mark: Mark, last: Mark) -> Mark:
    """A 最后 with the number after that of the run it closes."""
    return mark._replace(family=last.family, key=last.key, ordinal=(last.ordinal or 0) + 1)
