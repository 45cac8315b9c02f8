"""A card is one thing to be remembered and scheduled; cards follow from the tree by rule."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from studytui.outline.tree import Outline


class Kind(StrEnum):
    """What is asked: each kind of one node has a memory of its own."""

    POINT = "point"
    """Number -> text."""
    PLACE = "place"
    """Text -> section and number."""
    LINK = "link"
    """This point -> the next one."""
    LIST = "list"
    """A heading or group -> all its points in order."""
    PASSAGE = "passage"
    """The text under a node, word for word; off until it is wanted."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to be remembered.

    Attributes:
        id: ``point:K``, ``place:K``, ``link:K>L``, ``list:K.group`` or ``passage:K``, K and L being node keys.
        kind: Which of the kinds it is.
        node: Index of the node it speaks of; for a list the parent, None for the outermost level.
        to: For a link the index of the next node.
        group: The run of siblings it belongs to.
        home: Index of the parent of that run.
    """

    id: str
    kind: Kind
    node: int | None
    to: int | None
    group: int
    home: int | None


def cards(outline: Outline, keys: Sequence[str], passages: Collection[str] = ()) -> tuple[Card, ...]:
    """All cards of an outline: run by run, points, places, links, the list, then the passages that are wanted.

    Args:
        outline: The outline.
        keys: The keys that its nodes carry.
        passages: Keys of the nodes whose text is to be said word for word.
    """
    found: list[Card] = []
    for home, group, members in outline.runs():
        found += _of_run(outline, keys, home, group, members)
        found += [
            Card(f"{Kind.PASSAGE}:{keys[i]}", Kind.PASSAGE, i, None, group, home)
            for i in members
            if passages and keys[i] in passages and outline.nodes[i].body
        ]
    return tuple(found)


def _of_run(
    outline: Outline, keys: Sequence[str], home: int | None, group: int, members: tuple[int, ...]
) -> Iterator[Card]:
    numbered = [i for i in members if outline.nodes[i].ordinal is not None]
    for kind in (Kind.POINT, Kind.PLACE):
        for i in numbered:
            yield Card(f"{kind}:{keys[i]}", kind, i, None, group, home)
    for i, j in pairwise(members):
        yield Card(f"link:{keys[i]}>{keys[j]}", Kind.LINK, i, j, group, home)
    if len(members) > 1:
        owner = "" if home is None else keys[home]
        yield Card(f"list:{owner}.{group}", Kind.LIST, home, None, group, home)
