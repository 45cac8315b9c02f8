"""A line of the source: the value that the cleaning steps hand on from one to the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from studytui.outline.tree import OutlineWarning


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the source, or what is known of it so far.

    Attributes:
        number: Line of the source on which it begins, from 1.
        text: Its text without white space at the ends.
        indent: How far it is indented, in columns; a tab goes on to the next multiple of four.
        blank_before: Whether an empty line stands before it.
        gap: The text is a notice that the source left something out here; ``chars`` tells how much.
        chars: Characters left out, where the notice tells.
    """

    number: int
    text: str
    indent: int = 0
    blank_before: bool = False
    gap: bool = False
    chars: int | None = None

    def with_text(self, text: str) -> Self:
        """The same line with another text."""
        return replace(self, text=text)


Lines = tuple[Line, ...]
Warnings = tuple[OutlineWarning, ...]
Step = Callable[[Lines], tuple[Lines, Warnings]]


def through(lines: Lines, steps: Iterable[Step]) -> tuple[Lines, Warnings]:
    """Take the lines through all steps in order, and collect what they warn of."""
    told: list[OutlineWarning] = []
    for step in steps:
        lines, warnings = step(lines)
        told += warnings
    return lines, tuple(told)


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
