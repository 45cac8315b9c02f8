"""Which lines are written as headings (``##``), because their format says so and their text does not.

A heading with a number needs no sign. One without a number is lost without it; but a sign encloses all that follows, so
that it is given only where the document's headings make one tree.
"""

import re
from collections.abc import Sequence
from typing import Final

from studytui.exchange.reading import Line
from studytui.outline.candidates import at_start
from studytui.outline.numbering import Mark

_LONGEST: Final = 60
_DEEPEST: Final = 6
_SENTENCE = re.compile("[。！？；]")
_NO_TITLE: Final = frozenset(("前言", "引言", "序言", "序", "摘要", "导言", "目录", "导语"))
_BOLD: Final = 40
_FEWEST: Final = 2


def signs_of(lines: Sequence[Line], *, exact: bool = False) -> list[str]:
    """For each line the sign of a heading that it is written with; empty for most.

    Args:
        lines: All lines that are not empty.
        exact: The headings are the outline itself.
    """
    if exact:
        return ["# " if line.title else _sign(line.heading) or _bullet(line) for line in lines]
    marks = [at_start(line.marker + line.text.strip()) for line in lines]
    title = _title(lines, marks)
    levels = [0 if at == title else _level(line) for at, line in enumerate(lines)]
    if not any(levels) and not any(marks):
        levels = _bold(lines, title)
    levels = _ranked(levels) if _make_a_tree(levels, marks) else [0] * len(lines)
    signs = [_sign(min(level, _DEEPEST - 1)) for level in levels]
    if title is not None and not marks[title]:
        signs[title] = "# "
    return signs


def _sign(level: int) -> str:
    """The sign of a level from 1, below the title's; none for deeper ones than there are signs for."""
    return "#" * (level + 1) + " " if 0 < level < _DEEPEST else ""


def _bullet(line: Line) -> str:
    """The sign of a point that lies deeper than any heading, and has no number."""
    return "- " if line.heading and not at_start(line.text.strip()) else ""


def _level(line: Line) -> int:
    long = len(line.text) > _LONGEST or _SENTENCE.search(line.text.rstrip("。；"))
    return 0 if line.continued or line.title or long else line.heading


def _title(lines: Sequence[Line], marks: Sequence[Mark | None]) -> int | None:
    """Which line is the title: the one that is said to be, or a heading at the top that is like no other."""
    said = next((at for at, line in enumerate(lines) if line.title and line.text.strip()), None)
    if said is not None:
        return said if not any(marks[:said]) else None
    first = next((at for at, line in enumerate(lines) if line.heading), None)
    if first is None or first > _FEWEST or marks[first] or any(marks[:first]):
        return None
    if "".join(lines[first].text.split()) in _NO_TITLE or not _level(lines[first]):
        return None
    alike = sum(line.heading == lines[first].heading and not mark for line, mark in zip(lines, marks, strict=True))
    return first if alike == 1 else None


def _make_a_tree(levels: Sequence[int], marks: Sequence[Mark | None]) -> bool:
    """Whether there are headings without numbers, and all that is numbered like a heading is one and goes along."""
    unnumbered = [at for at, level in enumerate(levels) if level and not marks[at]]
    if not unnumbered:
        return False
    keys = {mark.key for level, mark in zip(levels, marks, strict=True) if level and mark}
    alike = all(level for level, mark in zip(levels, marks, strict=True) if mark and mark.key in keys)
    return alike and not _goes_across(levels, marks)


def _goes_across(levels: Sequence[int], marks: Sequence[Mark | None]) -> bool:
    """Whether a numbering counts on from one side of a heading to the other, so that none is below the heading."""
    last: dict[str, int] = {}
    before: dict[str, int] = {}  # the last number of each family as it was at the last heading
    for level, mark in zip(levels, marks, strict=True):
        if level:
            before = dict(last)
        elif mark and mark.ordinal is not None:
            if (
                mark.ordinal > 1
                and before.pop(mark.key, None) == mark.ordinal - 1
                and last[mark.key] == mark.ordinal - 1
            ):
                return True
            last[mark.key] = mark.ordinal
    return False


def _ranked(levels: Sequence[int]) -> list[int]:
    """The levels that are there, counted from 1."""
    rank = {level: at for at, level in enumerate(sorted({level for level in levels if level}), 1)}
    return [rank.get(level, 0) for level in levels]


def _bold(lines: Sequence[Line], title: int | None) -> list[int]:
    """Short bold lines as headings, where nothing else tells of any."""
    able = [
        at
        for at, line in enumerate(lines)
        if line.bold and at != title and len(line.text) <= _BOLD and not _SENTENCE.search(line.text)
    ]
    if able and able[0] == 0 and title is None:
        able = able[1:]
    found = set(able) if _FEWEST <= len(able) < len(lines) - 1 else set()
    return [int(at in found) for at in range(len(lines))]
