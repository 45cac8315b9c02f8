"""What has become of the nodes of a deck between two versions of its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from studytui.language.script import comparable
from studytui.messages import Message, message
from studytui.outline.tree import Outline
from studytui.outline.versions import moved


class What(StrEnum):
    """What can have become of a node; of several the first is told."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    TEXT = "text"


WORDS: Final[dict[What, Message]] = {
    What.REWORDED: message("reworded"),
    What.MOVED: message("moved"),
    What.RENUMBERED: message("renumbered"),
    What.TEXT: message("text below"),
    What.NEW: message("added"),
    What.GONE: message("removed"),
}
"""What is said of each, in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Change:
    """One node that is not as it was.

    Attributes:
        what: What has become of it.
        node: Its index now; None where it is gone.
        was: Its index before; None where it is new.
    """

    what: What
    node: int | None
    was: int | None


def changes(old: Outline, new: Outline, partners: Sequence[int | None]) -> list[Change]:
    """What is not as it was, in reading order, what is gone last.

    Args:
        old: The outline before.
        new: The outline now.
        partners: For each node now the one that it was, or None.
    """
    gone = sorted(set(range(len(old.nodes))) - {partner for partner in partners if partner is not None})
    return [*_changed(old, new, partners), *(Change(What.GONE, None, was) for was in gone)]


def counts(kept: int, found: Sequence[Change]) -> list[Message]:
    """How many nodes are as they were, and how many are not in which way; of what there is none nothing is said."""
    numbers = {what: sum(change.what is what for change in found) for what in WORDS}
    said = [message("{n} {what}", n=n, what=WORDS[what]) for what, n in numbers.items() if n]
    return [message("{n} kept", n=kept), *said]


def _changed(old: Outline, new: Outline, partners: Sequence[int | None]) -> Iterator[Change]:
    elsewhere = set(moved(old, new, partners))
    for i, (node, was) in enumerate(zip(new.nodes, partners, strict=True)):
        if was is None:
            yield Change(What.NEW, i, None)
            continue
        before = old.nodes[was]
        if before == node and i not in elsewhere:
            continue
        if comparable(before.text) != comparable(node.text):
            yield Change(What.REWORDED, i, was)
        elif i in elsewhere:
            yield Change(What.MOVED, i, was)
        elif (before.marker, before.ordinal) != (node.marker, node.ordinal):
            yield Change(What.RENUMBERED, i, was)
        elif (before.text, before.body, before.tail) != (node.text, node.body, node.tail):
            yield Change(What.TEXT, i, was)
