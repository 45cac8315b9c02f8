"""A heading one level up or down, with all that is under it; what is read, and in what order, never changes."""

from studytui.outline.edit.edited import Edited, edited, end_of, head_at
from studytui.outline.edit.flow import Piece
from studytui.outline.tree import Outline


def promote(outline: Outline, node: int) -> Edited | None:
    """A heading one level further out, behind its parent; the siblings that follow come under it, as in Word.

    Returns:
        None where it is of the outermost level.
    """
    return _moved(outline, node, -1) if outline.nodes[node].depth > 1 else None


def demote(outline: Outline, node: int) -> Edited | None:
    """A heading one level further in, under the sibling before it.

    Returns:
        None where it is the first under its parent, so that there is nothing it could stand under.
    """
    first = node == 0 or outline.nodes[node - 1].depth < outline.nodes[node].depth
    return None if first else _moved(outline, node, 1)


def _moved(outline: Outline, node: int, by: int) -> Edited:
    flow, place = head_at(outline, node)
    return edited(outline, shifted(flow, place, end_of(flow, place), by), place)


def shifted(flow: list[Piece], start: int, end: int, by: int) -> list[Piece]:
    """A flow in which all between two places is some levels further in."""
    if not by:
        return flow
    inner = [piece._replace(depth=piece.depth + by) if piece.depth else piece for piece in flow[start:end]]
    return [*flow[:start], *inner, *flow[end:]]
