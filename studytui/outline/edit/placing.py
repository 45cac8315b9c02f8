"""A heading and all under it in another place among its siblings, or gone."""

from studytui.outline.edit.edited import Edited, edited, end_of, head_at
from studytui.outline.edit.flow import Part, Piece, Spot
from studytui.outline.tree import Outline


def delete(outline: Outline, node: int) -> Edited:
    """An outline without a heading and all that is under it."""
    flow, place = head_at(outline, node)
    rest = flow[:place] + flow[end_of(flow, place) :]
    found = edited(outline, rest, place)
    return found._replace(spot=Spot(Part.HEAD, max(min(node, len(found.outline.nodes) - 1), 0)))


def move_up(outline: Outline, node: int) -> Edited | None:
    """A heading before the sibling above it; the first point of a group becomes the last of the group before.

    Returns:
        None where it is the first under its parent.
    """
    flow, place = head_at(outline, node)
    end, depth = end_of(flow, place), flow[place].depth
    above = _before(flow, place, depth)
    if above is None:
        return None
    target = end_of(flow, above)
    if not _begins_run(flow, target, place, depth):
        target = above
    return _taken_to(outline, flow, (place, end), target)


def move_down(outline: Outline, node: int) -> Edited | None:
    """A heading behind the sibling below it; the last point of a group becomes the first of the group after.

    Returns:
        None where it is the last under its parent.
    """
    flow, place = head_at(outline, node)
    end, depth = end_of(flow, place), flow[place].depth
    below = _after(flow, end, depth)
    if below is None:
        return None
    target = below if _begins_run(flow, end, below, depth) else end_of(flow, below)
    return _taken_to(outline, flow, (place, end), target)


def _taken_to(outline: Outline, flow: list[Piece], block: tuple[int, int], target: int) -> Edited:
    """What is between two places, taken to a third."""
    start, end = block
    inner = flow[start:end]
    if target <= start:
        return edited(outline, [*flow[:target], *inner, *flow[target:start], *flow[end:]], target)
    made = [*flow[:start], *flow[end:target], *inner, *flow[target:]]
    return edited(outline, made, target - len(inner))


def _before(flow: list[Piece], place: int, depth: int) -> int | None:
    """The heading so deep above a place; None where one further out comes first."""
    for at in range(place - 1, -1, -1):
        if flow[at].node is not None and flow[at].depth <= depth:
            return at if flow[at].depth == depth else None
    return None


def _after(flow: list[Piece], place: int, depth: int) -> int | None:
    for at in range(place, len(flow)):
        if flow[at].node is not None and flow[at].depth <= depth:
            return at if flow[at].depth == depth else None
    return None


def _begins_run(flow: list[Piece], start: int, end: int, depth: int) -> bool:
    """Whether a run of headings so deep begins between two places."""
    return any(piece.part is Part.RUN and piece.depth == depth for piece in flow[start:end])
