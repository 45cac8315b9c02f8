"""最后 and Finally: the last point of the run that it closes; elsewhere it is a word."""

import re

from studytui.language.either import either
from studytui.outline.lines import Lines
from studytui.outline.numbering import Mark, Marks

COUNTED_ON = ("seq", "di", "first")
"""Families of runs that 最后 can close."""

_FAREWELL = re.compile(either("最后[，,]?(?:请|让我们|感?谢|预?祝|[衷真]心|希望|我代表|愿|再次|借)"))


def with_last_points(lines: Lines, found: list[Marks], taken: list[Marks]) -> list[Marks]:
    """Number 最后 as the last of the run that it closes; elsewhere it is a word."""
    finals = [[mark for mark in marks if mark.ordinal is None and mark.family.name in COUNTED_ON] for marks in found]
    made: list[Marks] = []
    open_ = _OpenRun()
    for line, final, marks in zip(lines, finals, taken, strict=True):
        here: list[Mark] = []
        for mark in sorted([*marks, *final], key=lambda each: each.start):
            closes = mark.ordinal is None and mark.family.name in COUNTED_ON
            counted = _counted(mark, open_.last, line.text) if closes else mark
            if counted:
                here.append(counted)
                open_.follow(counted)
        made.append(tuple(here))
    return made


class _OpenRun:
    """The run that 最后 could close: nothing but lists inside its points stands behind it."""

    def __init__(self) -> None:
        self.last: Mark | None = None
        self._inside: set[str] = set()

    def follow(self, mark: Mark) -> None:
        """Go on to the next marker."""
        if mark.family.name in COUNTED_ON:
            self.last, self._inside = mark, set()
        elif mark.ordinal == 1 or (mark.family.name == "bullet" and mark.key[0] != "#"):
            self._inside.add(mark.key)
        elif mark.key not in self._inside:
            self.last = None


def _counted(mark: Mark, last: Mark | None, text: str) -> Mark | None:
    """A 最后 with the number after that of the run it closes; None where it closes none."""
    if last is None or _FAREWELL.match(text, mark.start):
        return None
    return mark._replace(family=last.family, key=last.key, ordinal=(last.ordinal or 0) + 1)
