"""Questions kept apart: what one of them shows, another one does not ask soon before or after it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from studytui.cards.card import Card, Kind
from studytui.outline.tree import Outline

APART = 3
"""What one question tells is not asked within so many questions of it."""
T = TypeVar("T")


class Sides(NamedTuple):
    """The nodes that a question is about.

    Attributes:
        shows: Those whose text, or whose place, it shows when it is asked.
        asks: Those whose text, or whose place, is the answer.
    """

    shows: frozenset[int]
    asks: frozenset[int]


def sides(card: Card, outline: Outline) -> Sides:
    """What the question of a card shows, and what it asks."""
    own = frozenset(() if card.node is None else (card.node,))
    if card.kind in (Kind.POINT, Kind.PLACE):
        return Sides(own, own)  # each of the two shows what the other one asks
    if card.kind is Kind.LINK and card.to is not None:
        return Sides(own, frozenset((card.to,)))
    if card.kind is Kind.LIST:
        return Sides(own, frozenset(i for i in outline.children(card.home) if outline.nodes[i].group == card.group))
    return Sides(own, frozenset())


def spaced(items: Sequence[T], clash: Callable[[T, T], bool]) -> list[T]:
    """The same items in nearly the same order, those that clash kept apart where that can be.

    Args:
        items: What is asked.
        clash: Whether one may not come soon before another.
    """
    left, order = list(range(len(items))), list[T]()
    while left:
        pick = next((at for at in left if _fits(items[at], order, len(order), clash)), left[0])
        left.remove(pick)
        # What fits nowhere any more goes back to the last place where it does.
        back = (place for place in range(len(order), -1, -1) if _fits(items[pick], order, place, clash))
        order.insert(next(back, len(order)), items[pick])
    return order


def _fits(item: T, order: Sequence[T], place: int, clash: Callable[[T, T], bool]) -> bool:
    """Whether an item clashes with nothing near a place."""
    before, after = order[max(0, place - APART) : place], order[place : place + APART]
    return not any(clash(one, item) for one in before) and not any(clash(item, one) for one in after)
