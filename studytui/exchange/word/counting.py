"""Counts the paragraphs of lists as Word does, and gives each the number that Word shows before it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from studytui.exchange.numerals import formatted
from studytui.exchange.word.numbering import Level, List

BULLET = "•"
"""Stands for every sign of an unnumbered list, most of which are letters of a font of pictures."""

_PLACE = re.compile("%([1-9])")


class Number(NamedTuple):
    """What Word shows before a paragraph.

    Attributes:
        marker: The number with its signs, or a bullet; empty where nothing is shown.
        bullet: It is a bullet, or of a list that is defined nowhere.
        tabbed: White space stands behind it.
    """

    marker: str
    bullet: bool = False
    tabbed: bool = True


class Counting:
    """The counters of all lists of one document, which move with each paragraph."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._values: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next(self, id_: str, at: int) -> Number:
        """Count one more paragraph of a list, at a level from 0."""
        own = self._lists.get(id_)
        level = own.levels.get(at) if own else None
        if own is None or level is None:
            return Number(BULLET, bullet=True)
        values = self._values[own.counted_with]
        values[at] = self._counted(id_, at, own, values)
        for deeper in [each for each in values if each > at and _restarts(own.levels.get(each), at)]:
            del values[deeper]
        if level.hidden:
            return Number("")
        if level.form == "bullet":
            return Number(BULLET, bullet=True)
        return Number(_shown(own, level, at, values), tabbed=level.tabbed)

    def _counted(self, id_: str, at: int, own: List, values: dict[int, int]) -> int:
        start = own.starts.get(at)
        if start is not None and (id_, at) not in self._begun:
            self._begun.add((id_, at))
            return start
        if at in values:
            return values[at] + 1
        return own.levels[at].start if start is None else start


def _restarts(level: Level | None, behind: int) -> bool:
    """Whether a level begins anew behind a paragraph on a level above it, which is counted from 0."""
    restart = level.restart if level else None
    return restart is None or behind < restart


def _shown(own: List, level: Level, at: int, values: Mapping[int, int]) -> str:
    def put(place: re.Match[str]) -> str:
        which = int(place[1]) - 1
        other = own.levels.get(which)
        if other is None or which > at:
            return ""
        value = values.get(which, own.starts.get(which, other.start))
        if level.legal:
            return str(value)
        return "" if other.form in ("none", "bullet") else formatted(value, other.form)

    return _PLACE.sub(put, level.text).strip()
