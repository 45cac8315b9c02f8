"""How long a rehearsal shall take, as a person writes it: a pace, or minutes for all of it or for each section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studytui.drills.rehearse import PACE, Rehearsal, begin
from studytui.outline.tree import Outline

_PACE = re.compile(r"\d{2,4}")
_MINUTES = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:min|m|分钟|分)")
_ALL_MINUTES = re.compile(rf"(?:{_MINUTES.pattern}[\s,，、]*)+")
SLOWEST, FASTEST = 40, 1000
"""Characters a minute between which a pace is taken for one."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What was written.

    Attributes:
        pace: Characters a minute.
        minutes: Minutes for all of it, or for each section; none where the pace tells.
    """

    pace: float = PACE
    minutes: tuple[float, ...] = ()


def read(text: str) -> Timing | None:
    """What a text says, such as ``220`` or ``12m`` or ``5m 4m 3m``; None where it says neither."""
    text = text.strip()
    if not text:
        return Timing()
    if _PACE.fullmatch(text) and SLOWEST <= int(text) <= FASTEST:
        return Timing(float(text))
    if _ALL_MINUTES.fullmatch(text):
        minutes = tuple(float(found[1]) for found in _MINUTES.finditer(text))
        return Timing(PACE, minutes) if all(minutes) else None
    return None


def planned(outline: Outline, nodes: Sequence[int], timing: Timing) -> Rehearsal | None:
    """A run over some nodes in that time; None where minutes are given for more or fewer sections than there are."""
    tops = outermost(outline, nodes)
    run = begin(outline, nodes, timing.pace)
    if not timing.minutes:
        return run
    if len(timing.minutes) == 1:
        # One figure is for all of it: each section has its share by how much there is to be said.
        share = timing.minutes[0] / run.planned
        given = {top: share * _planned(run, outline, top) for top in tops}
    elif len(timing.minutes) == len(tops):
        given = dict(zip(tops, timing.minutes, strict=True))
    else:
        return None
    return begin(outline, nodes, timing.pace, given)


def outermost(outline: Outline, nodes: Sequence[int]) -> list[int]:
    """Those of some nodes that stand under none of the others, in order."""
    inside = set(nodes)
    return [node for node in nodes if not inside.intersection(outline.path(node)[:-1])]


def _planned(run: Rehearsal, outline: Outline, top: int) -> float:
    return sum(stop.planned for stop in run.stops if top in outline.path(stop.node))
