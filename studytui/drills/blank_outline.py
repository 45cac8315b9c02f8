"""Blank outline (默写): the whole tree from memory, level by level, each heading's points recited in turn."""

from collections.abc import Sequence

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.drills.recite import RECITE
from studytui.messages import message
from studytui.outline.tree import Outline

OUTLINE = Drill("outline", message("Blank outline"), RECITE.moves, self_rated=False, letters=True)


def by_level(lists: Sequence[Card], outline: Outline) -> list[Card]:
    """The lists of a part, the outermost first, those of one level in the order of the document."""
    return sorted(lists, key=lambda card: len(outline.path(card.home)) if card.home is not None else 0)


def so_far(card: Card, outline: Outline) -> tuple[int, ...]:
    """The nodes that stand there before a list is recited: all levels above, and of its own level what comes before."""
    level = len(outline.path(card.home)) if card.home is not None else 0
    first = next((i for i in outline.children(card.home) if outline.nodes[i].group == card.group), 0)
    return tuple(
        i
        for i in range(len(outline.nodes))
        if len(outline.path(i)) <= level or (len(outline.path(i)) == level + 1 and i < first)
    )
