"""What a correction gives: another outline, and which of its nodes was which."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from studytui.outline.edit.flow import PARAGRAPHS, Part, Piece, Spot, pieces
from studytui.outline.edit.growing import tree_of
from studytui.outline.tree import Outline


class Edited(NamedTuple):
    """A corrected outline.

    Attributes:
        outline: The outline, its numbers as they were.
        origins: For each node its index before; None for one that is new.
        spot: Where the heading or paragraph now stands that the correction was about.
    """

    outline: Outline
    origins: tuple[int | None, ...]
    spot: Spot


def edited(outline: Outline, flow: Sequence[Piece], place: int) -> Edited:
    """What has become of an outline, given its changed flow and where in that the eye should rest."""
    made = tree_of(flow)
    listed = frozenset(outline.listed)
    new = replace(
        outline,
        opening=made.opening,
        nodes=made.nodes,
        groups=made.groups,
        closing=made.closing,
        listed=tuple(i for i, origin in enumerate(made.origins) if origin in listed) if listed else (),
    )
    return Edited(new, made.origins, _spot_in(new, flow, place))


def _spot_in(outline: Outline, flow: Sequence[Piece], place: int) -> Spot:
    """Where a piece of a flow stands in the outline that it has become: headings and texts keep their order."""
    heads = sum(piece.node is not None for piece in flow[: place + 1])
    if place < len(flow) and flow[place].part in PARAGRAPHS:
        n = sum(piece.part in PARAGRAPHS for piece in flow[:place])
        found = next(islice((p.spot for p in pieces(outline) if p.part in PARAGRAPHS), n, None), None)
        if found is not None:
            return found
    return Spot(Part.HEAD, max(heads - 1, 0))


def head_at(outline: Outline, node: int) -> tuple[list[Piece], int]:
    """The flow of an outline and the place in it where a node's heading stands."""
    flow = pieces(outline)
    return flow, place_of(flow, Spot(Part.HEAD, node))


def place_of(flow: Sequence[Piece], spot: Spot) -> int:
    """Where a piece stands in a flow."""
    return next(at for at, piece in enumerate(flow) if piece.spot == spot)


def end_of(flow: Sequence[Piece], place: int) -> int:
    """Where what stands under a heading ends: the place behind all its text and all that is below it."""
    depth = flow[place].depth
    at = place + 1
    while at < len(flow) and _is_below(flow[at], depth):
        at += 1
    return at


def _is_below(piece: Piece, depth: int) -> bool:
    if piece.part in (Part.BODY, Part.GAP):
        return True
    if piece.part is Part.TAIL:
        return piece.depth >= depth
    return piece.part is not Part.CLOSING and piece.depth > depth
