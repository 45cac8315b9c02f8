"""A line of the source: the value that the cleaning steps hand on from one to the next."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from heapq import merge
from itertools import accumulate
from typing import NamedTuple, Self

from studytui.outline.candidates import at_start
from studytui.outline.numbering import Mark
from studytui.outline.tree import OutlineWarning


class Line(NamedTuple):
    """A paragraph of the source, or what is known of it so far.

    A tuple, like all values of which a long text has a million: it is made several times faster than a frozen class.

    Attributes:
        number: Line of the source on which it begins, from 1.
        text: Its text without white space at the ends.
        indent: How far it is indented, in columns; a tab goes on to the next multiple of four.
        blank_before: Whether an empty line stands before it.
        mark: The marker that it may begin with.
        gap: The text is a notice that the source left something out here; ``chars`` tells how much.
        chars: Characters left out, where the notice tells.
        literal: It is shown as it stands, and nothing in it is a marker: a line of code or of a table.
    """

    number: int
    text: str
    indent: int = 0
    blank_before: bool = False
    mark: Mark | None = None
    gap: bool = False
    chars: int | None = None
    literal: bool = False

    def with_text(self, text: str) -> Self:
        """The same line with another text."""
        return self._replace(text=text, mark=at_start(text))

    def as_gap(self, chars: int | None) -> Self:
        """A gap in the place of the line."""
        return self._replace(text="", gap=True, chars=chars, mark=None)


made_line: Callable[[tuple[int, str, int, bool, Mark | None, bool, int | None, bool]], Line]
"""A line of a tuple with all its fields, in half the time: a named tuple's own call goes through one in Python."""
made_line = partial(tuple.__new__, Line)

Lines = tuple[Line, ...]
Warnings = tuple[OutlineWarning, ...]
Kept = frozenset[tuple[str, int]]
"""Repairs that the person does not want, each by the kind and the line of what is told of it."""
Step = Callable[[Lines], tuple[Lines, Warnings]]


class Whole(tuple[Line, ...]):
    """All lines of a document; their texts, and these in one, which most steps search, are taken together once."""

    @cached_property
    def texts(self) -> list[str]:
        """The text of each line."""
        return [line.text for line in self]

    @cached_property
    def joined(self) -> str:
        """Their texts, a line each."""
        return "\n".join(self.texts)


def whole(lines: Lines) -> Whole:
    """The lines as a whole, whatever part of a document they are."""
    return lines if isinstance(lines, Whole) else Whole(lines)


def hits(lines: Lines, *patterns: re.Pattern[str]) -> list[int]:
    """Indices of the lines in which one of the patterns is found, in order.

    All lines are searched at once, which is many times faster than one by one; a pattern must not match a line end.
    """
    joined = whole(lines).joined
    starts = [each.start() for pattern in patterns for each in pattern.finditer(joined)]
    if not starts:
        return []
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
    return sorted({bisect_right(begins, start) - 1 for start in starts})


def have(lines: Lines, *signs: str) -> bool:
    """Whether any of the plain signs stands in a line; it takes next to no time to know that none does."""
    joined = whole(lines).joined
    for sign in signs:  # noqa: SIM110 - a generator takes longer than what it looks for, nine times a document
        if sign in joined:
            return True
    return False


def through(lines: Lines, steps: Iterable[Step], kept: Kept = frozenset()) -> tuple[Lines, Warnings]:
    """Take the lines through all steps in order, and collect what they warn of; what is to be kept is put back."""
    told: list[OutlineWarning] = []
    for step in steps:
        made, warnings = step(lines)
        if kept and any((each.kind, each.line) in kept for each in warnings):
            made, warnings = _undone(lines, made, warnings, kept)
        lines = whole(made)
        told += warnings
    return lines, tuple(told)


def _undone(before: Lines, after: Lines, warnings: Warnings, kept: Kept) -> tuple[Lines, Warnings]:
    """What a step made, but with the lines of the places that are to be kept as they were before it."""
    undone = [each for each in warnings if (each.kind, each.line) in kept]
    places = {number for each in undone for number in range(each.line, max(each.line, each.to) + 1)}
    stayed = (line for line in after if line.number not in places)
    back = (line for line in before if line.number in places)
    lines = tuple(merge(stayed, back, key=lambda line: line.number))
    return lines, tuple(each for each in warnings if each not in undone)


def warnings_of_runs(kind: str, found: Iterable[tuple[int, str]]) -> Warnings:
    """One warning for each run of neighbouring lines, given their numbers and excerpts in order."""
    runs: list[list[tuple[int, str]]] = []
    for number, detail in found:
        if runs and number - runs[-1][-1][0] <= 1:
            runs[-1].append((number, detail))
        else:
            runs.append([(number, detail)])
    return tuple(
        OutlineWarning(kind, run[0][0], run[-1][0], detail=run[0][1], count=len(run) if len(run) > 1 else None)
        for run in runs
    )
