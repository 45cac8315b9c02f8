"""An outline as one flow of pieces in reading order, in which a correction is a small change."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from studytui.outline.tree import Group, Node, Outline


class Part(IntEnum):
    """What a piece is."""

    OPENING = 0
    RUN = 1
    LEAD = 2
    HEAD = 3
    BODY = 4
    GAP = 5
    TAIL = 6
    GROUP_TAIL = 7
    CLOSING = 8


class Spot(NamedTuple):
    """Where a piece stood in the outline.

    Attributes:
        part: What it is.
        of: Index of the node that it belongs to, for what belongs to a run that of its first node; -1 for the document.
        n: Which one of several, from 0.
    """

    part: Part
    of: int = -1
    n: int = 0


class Piece(NamedTuple):
    """A heading, a paragraph, or the sign of a run or a gap.

    Attributes:
        part: What it is.
        depth: Of a heading its depth; of a run, its lead and tail that of its nodes; of a tail that of its node.
        text: The paragraph, or the name of a run.
        node: The node whose heading it is.
        spot: Where it stood before anything was done; None for what is new.
        chars: Characters missing in a gap.
    """

    part: Part
    depth: int = 0
    text: str = ""
    node: Node | None = None
    spot: Spot | None = None
    chars: int | None = None


PARAGRAPHS = frozenset((Part.OPENING, Part.LEAD, Part.BODY, Part.TAIL, Part.GROUP_TAIL, Part.CLOSING))
"""What is a text of its own."""


def pieces(outline: Outline) -> list[Piece]:
    """All that an outline says, in reading order."""
    about = {(group.parent, group.group): group for group in outline.groups}
    flow = [Piece(Part.OPENING, text=text, spot=Spot(Part.OPENING, n=n)) for n, text in enumerate(outline.opening)]
    way: list[tuple[int, int]] = []  # the open nodes, each with the first of its run
    for i, node in enumerate(outline.nodes):
        first = i
        while len(way) >= node.depth:
            last, begins = way.pop()
            goes_on = len(way) + 1 == node.depth and outline.nodes[last].group == node.group
            flow += _closed(outline, last, begins, None if goes_on else _about(outline, last, about))
            first = begins if goes_on else i
        if first == i:
            flow += _begun(i, node, _about(outline, i, about))
        flow += _of_node(i, node)
        way.append((i, first))
    while way:
        last, begins = way.pop()
        flow += _closed(outline, last, begins, _about(outline, last, about))
    return flow + [
        Piece(Part.CLOSING, 0, text, None, Spot(Part.CLOSING, n=n)) for n, text in enumerate(outline.closing)
    ]


def _about(outline: Outline, node: int, about: dict[tuple[int | None, int], Group]) -> Group | None:
    return about.get((outline.parents[node], outline.nodes[node].group))


def _begun(i: int, node: Node, group: Group | None) -> Iterator[Piece]:
    name, lead = (group.name, group.lead) if group else ("", "")
    if node.group > 1 or name or lead:
        yield Piece(Part.RUN, node.depth, name, None, Spot(Part.RUN, i))
    if lead:
        yield Piece(Part.LEAD, node.depth, lead, None, Spot(Part.LEAD, i))


def _of_node(i: int, node: Node) -> Iterator[Piece]:
    yield Piece(Part.HEAD, node.depth, node.text, node, Spot(Part.HEAD, i))
    if not node.body and not node.gaps:
        return
    gaps = [*enumerate(node.gaps)]
    for n in range(len(node.body) + 1):
        while gaps and gaps[0][1].after <= n:
            at, gap = gaps.pop(0)
            yield Piece(Part.GAP, node.depth, "", None, Spot(Part.GAP, i, at), gap.chars)
        if n < len(node.body):
            yield Piece(Part.BODY, node.depth, node.body[n], None, Spot(Part.BODY, i, n))


def _closed(outline: Outline, i: int, first: int, group: Group | None) -> Iterator[Piece]:
    """What stands behind a node and all under it: its tail, and that of its run where the run ends."""
    node = outline.nodes[i]
    for n, text in enumerate(node.tail):
        yield Piece(Part.TAIL, node.depth, text, None, Spot(Part.TAIL, i, n))
    for n, text in enumerate(group.tail if group else ()):
        yield Piece(Part.GROUP_TAIL, node.depth, text, None, Spot(Part.GROUP_TAIL, first, n))
