"""Which drill fits a card: the less of it is remembered, the more of it is shown."""

from typing import Final

from studytui.cards.card import Kind
from studytui.drills.choose import CHOOSE
from studytui.drills.cloze import CLOZE
from studytui.drills.drill import Drill
from studytui.drills.first import FIRST, stage
from studytui.drills.initials import INITIALS
from studytui.drills.mask import MASK
from studytui.drills.recall import RECALL
from studytui.drills.recite import RECITE
from studytui.drills.snowball import SNOWBALL
from studytui.drills.typed import TYPE
from studytui.memory.fsrs import AGAIN
from studytui.memory.memory import Memory

FITS: Final[dict[Kind, tuple[Drill, Drill, Drill, Drill, Drill]]] = {
    Kind.POINT: (CLOZE, FIRST, RECALL, RECALL, INITIALS),
    Kind.PLACE: (CHOOSE, CHOOSE, RECALL, RECALL, RECALL),
    Kind.LINK: (RECALL, RECALL, RECALL, RECALL, RECALL),
    Kind.LIST: (RECALL, RECITE, RECITE, RECITE, RECITE),
    Kind.PASSAGE: (MASK, MASK, MASK, MASK, MASK),
}
"""For each kind of card the drill where it was failed last, then by the stage that its memory has grown to."""


LADDER: Final[dict[Kind, tuple[Drill, ...]]] = {
    Kind.POINT: (CLOZE, FIRST, RECALL, INITIALS, TYPE),
    Kind.PLACE: (CHOOSE, RECALL),
    Kind.LINK: (RECALL, INITIALS, TYPE),
    Kind.LIST: (SNOWBALL, RECALL, RECITE),
    Kind.PASSAGE: (SNOWBALL, MASK, RECALL),
}
"""For each kind of card all ways to ask it that move it, from much shown to nothing."""


def steps_from(kind: Kind, drill: Drill, by: int) -> tuple[Drill, ...]:
    """The ways to ask that come after one on the ladder, the nearest first: with less shown, or more for less than 0.

    From a drill that is not on the ladder, such as one of recognition, less shown is recall, more is the first rung.
    """
    rungs = LADDER[kind]
    if drill not in rungs:
        return (RECALL,) if by > 0 else rungs[:1]
    at = rungs.index(drill)
    return rungs[at + 1 :] if by > 0 else rungs[:at][::-1]


def named(kind: Kind, name: str) -> Drill | None:
    """The way to ask of a name, where it is on the ladder of a kind of card."""
    return next((drill for drill in LADDER[kind] if drill.name == name), None)


def fitting(kind: Kind, memory: Memory) -> Drill:
    """The drill for a card.

    What is new is recalled, since its first rating is the person's own; but a passage, which nobody has by heart at
    the first sight of it, is covered step by step from the beginning.
    """
    if memory.new and kind is not Kind.PASSAGE:
        return RECALL
    failed, *grown = FITS[kind]
    return failed if memory.ratings[-1:] == (AGAIN,) else grown[stage(memory.stability)]
