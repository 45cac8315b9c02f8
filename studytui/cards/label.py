"""What a card is called, so that a person knows which one is meant."""

from studytui.cards.card import Card, Kind
from studytui.messages import Message, message
from studytui.outline.tree import Node, Outline

FULL_WIDTH = frozenset("、，．）】：")
"""Signs with room of their own."""
LONGEST = 20
"""So many letters of a text, or half as many characters, stand for a number where there is none."""


def place(outline: Outline, node: int) -> str:
    """Where a node stands, by the numbers on the way to it: ``二、三是``; its group's name where it needs one.

    What has no number is called by its text: of several dashes none is told from the others.
    """
    label, spaced = "", False
    for i in outline.path(node):
        one = outline.nodes[i]
        name = outline.about(outline.parents[i], one.group).name
        by_text = one.ordinal is None
        step = _joined(name, _called(one), spaced=True)
        label = _joined(label, step, spaced=spaced or by_text or bool(name))
        spaced = by_text
    return label


def part(outline: Outline, home: int | None, group: int) -> str:
    """Which run of siblings is meant: the place of its parent and its name."""
    above = outline.title if home is None else place(outline, home)
    return _joined(above, outline.about(home, group).name, spaced=True)


def label(card: Card, outline: Outline) -> Message:
    """What a card is called: the place of its point, the two ends of a link, the part that a list goes over."""
    if card.kind is Kind.LIST or card.node is None:
        return message("{part}, all points", part=part(outline, card.home, card.group))
    here = place(outline, card.node)
    if card.kind is Kind.LINK and card.to is not None:
        return message("{here} -> {there}", here=here, there=_called(outline.nodes[card.to]))
    if card.kind is Kind.PLACE:
        return message("{here}, its place", here=here)
    if card.kind is Kind.PASSAGE:
        return message("{here}, its text", here=here)
    return message("{here}", here=here)


def numbered(marker: str, text: str) -> str:
    """A number and its text as they are written: a blank between, but none behind a full-width sign."""
    return f"{marker}{'' if not marker or not text or marker[-1] in FULL_WIDTH else ' '}{text}"


def _called(node: Node) -> str:
    """Its number; of what has none the beginning of its text."""
    if node.ordinal is not None and node.marker:
        return node.marker
    longest = LONGEST if node.text[:LONGEST].isascii() else LONGEST // 2
    return node.text if len(node.text) <= longest else f"{node.text[:longest].rstrip()}…"


def _joined(before: str, after: str, *, spaced: bool) -> str:
    """Chinese numbers stand side by side, Latin ones need a blank between."""
    ends = bool(before) and (before[-1].isascii() or (spaced and before[-1] not in FULL_WIDTH))
    blank = bool(after) and (ends or (bool(before) and after[0].isascii()))
    return before + (" " if blank else "") + after
