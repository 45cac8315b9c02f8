"""A heading that is none made text, and a paragraph that is one made a heading."""

from studytui.outline.candidates import at_start
from studytui.outline.edit.edited import Edited, edited, end_of, head_at, place_of
from studytui.outline.edit.flow import PARAGRAPHS, Part, Piece, Spot, pieces
from studytui.outline.edit.levels import shifted
from studytui.outline.edit.like import style
from studytui.outline.heads import head_and_rest
from studytui.outline.tree import Node, Outline


def make_text(outline: Outline, node: int) -> Edited:
    """A heading as a paragraph, its number before it, in the place where it stood; what was under it stays there."""
    flow, place = head_at(outline, node)
    return edited(outline, as_text(flow, place), place)


def as_text(flow: list[Piece], place: int) -> list[Piece]:
    """A flow in which a heading is a paragraph."""
    head, above = flow[place], _depth_above(flow, place)
    made = shifted(flow, place + 1, end_of(flow, place), -1 if above < head.depth else 0)
    # Behind a point with points of its own, it speaks on the level that it stood on.
    part = Part.TAIL if above > head.depth else Part.BODY
    text = written_out(head.node) if head.node else head.text
    made[place : place + 1] = [Piece(part, head.depth, text)] if text else []
    return made


def _depth_above(flow: list[Piece], place: int) -> int:
    """Depth of the heading above a place; 0 where there is none."""
    return next((piece.depth for piece in reversed(flow[:place]) if piece.node is not None), 0)


def written_out(node: Node) -> str:
    """Number and text as a paragraph, so that the number would be known again; a bullet is no word and is left out."""
    if not any(c.isalnum() for c in node.marker):
        return node.text
    close = node.marker + node.text
    found = at_start(close) if not node.marker[-1:].isascii() else None
    return close if found and found.marker == node.marker else f"{node.marker} {node.text}".rstrip()


def make_heading(outline: Outline, spot: Spot, line: int = 0) -> Edited | None:
    """A paragraph as a heading, with the number that it begins with, if there is one.

    It stands beside the points of its kind that are open there; else, in the text of a point, beside that one where no
    point of the document lies deeper or a number is missing there, and under it elsewhere.

    Args:
        outline: The outline.
        spot: The paragraph.
        line: The line of the source it stands on.

    Returns:
        None where there is no heading in it.
    """
    flow = pieces(outline)
    place = place_of(flow, spot)
    made = as_heading(flow, place, line)
    return edited(outline, made, place) if made else None


def as_heading(flow: list[Piece], place: int, line: int) -> list[Piece] | None:
    """A flow in which a paragraph is a heading; the rest of it, behind the heading's end, is that one's text."""
    piece = flow[place]
    if piece.part not in PARAGRAPHS:
        return None
    found = headed(piece.text, line)
    if not found[0].node or not found[0].text:
        return None
    depth = _depth_for(flow, place, found[0].node)
    return [*flow[:place], *(each._replace(depth=depth) for each in found), *flow[place + 1 :]]


def headed(text: str, line: int) -> list[Piece]:
    """A text as a heading with its number, and the paragraph behind it."""
    mark = at_start(text)
    marker, ordinal = (mark.marker, mark.ordinal) if mark else ("", None)
    head, rest, _ = head_and_rest(text[mark.end :] if mark else text)
    node = Node(marker, ordinal, head, 1, 1, line)
    return [Piece(Part.HEAD, 1, head, node), *([Piece(Part.BODY, 1, rest)] if rest else [])]


def _depth_for(flow: list[Piece], place: int, node: Node) -> int:
    """How deep a new heading lies."""
    piece = flow[place]
    open_ = _open_at(flow, place)
    own = style(node.marker, node.ordinal) if node.marker else None
    if own:
        alike = [head.depth for head in open_ if _key(head) == own.key]
        if alike:
            return alike[-1]
    if piece.part in (Part.LEAD, Part.GROUP_TAIL):
        return piece.depth
    if piece.part is Part.TAIL:
        return piece.depth + 1
    if piece.part is not Part.BODY or not open_:
        return 1
    last = open_[-1].depth
    return last if _is_beside(flow, place, open_[-1]) else last + 1


def _is_beside(flow: list[Piece], place: int, above: Piece) -> bool:
    """Whether an unnumbered paragraph under a leaf rather stands beside it: a number is missing, or it is deep."""
    after = next((piece for piece in flow[place:] if piece.node is not None), None)
    if after is not None and after.depth > above.depth:
        return False
    here = above.node.ordinal if above.node else None
    beside = after.node if after is not None and after.depth == above.depth else None
    if beside is not None and here is not None and (beside.ordinal or 0) > here + 1:
        return True
    return above.depth > 1 and all(piece.depth <= above.depth for piece in flow if piece.node is not None)


def _open_at(flow: list[Piece], place: int) -> list[Piece]:
    """The headings that a place stands under, outermost first, and the last one above each level."""
    open_: list[Piece] = []
    for piece in flow[:place]:
        if piece.node is not None:
            del open_[piece.depth - 1 :]
            open_.append(piece)
    return open_


def _key(head: Piece) -> str:
    known = style(head.node.marker, head.node.ordinal) if head.node and head.node.marker else None
    return known.key if known else ""
