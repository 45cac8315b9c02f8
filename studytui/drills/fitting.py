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


def fitting(kind: Kind, memory: Memory) -> Drill:
    """The drill for a card.

    What is new is recalled, since its first rating is the person's own; but a passage, which nobody has by heart at
    the first sight of it, is covered step by step from the beginning.
    """
    if memory.new and kind is not Kind.PASSAGE:
        return RECALL
    failed, *grown = FITS[kind]
    return failed if memory.ratings[-1:] == (AGAIN,) else grown[stage(memory.stability)]
