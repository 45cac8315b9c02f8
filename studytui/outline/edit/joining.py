"""Two headings that are one made one, and one that is two made two."""

import re

from studytui.language.script import HAN
from studytui.outline.edit.edited import Edited, edited, end_of, head_at, place_of
from studytui.outline.edit.flow import PARAGRAPHS, Part, Piece, Spot, pieces
from studytui.outline.edit.levels import shifted
from studytui.outline.edit.recast import as_text, headed, written_out
from studytui.outline.tree import Outline

_HAN = re.compile(f"[{HAN}]")
_BETWEEN = " \t\u3000，,、；;。.：:！!？?"


def merge(outline: Outline, node: int) -> Edited | None:
    """A heading and the one above it as one, with the text and the points of both.

    Where text stands between the two, the second becomes a paragraph behind it, so that the order stays.

    Returns:
        None where there is none above.
    """
    if node == 0:
        return None
    flow, place = head_at(outline, node)
    above = max(at for at, piece in enumerate(flow[:place]) if piece.node is not None)
    if any(piece.part in PARAGRAPHS or piece.part is Part.GAP for piece in flow[above:place]):
        return edited(outline, as_text(flow, place), place)
    one, two = flow[above], flow[place]
    if one.node is None or two.node is None:
        return None
    made = shifted(flow, place + 1, end_of(flow, place), min(0, one.depth - two.depth))
    text = _joined(one.text, written_out(two.node), comma=bool(two.node.marker))
    made[above] = one._replace(text=text, node=one.node._replace(text=text))
    del made[place]
    return edited(outline, made, above)


def _joined(one: str, two: str, *, comma: bool) -> str:
    """Two texts in one line: what was a point of its own is set off."""
    if not one or not two:
        return one + two
    chinese = _HAN.match(one[-1]) or _HAN.match(two[0])
    if comma:
        return f"{one}，{two}" if chinese else f"{one}, {two}"
    return one + two if chinese else f"{one} {two}"


def split(outline: Outline, node: int, at: int) -> Edited | None:
    """A heading as two: what stands behind the character becomes the next point, and what was under both is its own.

    Returns:
        None where one of the two would be empty.
    """
    flow, place = head_at(outline, node)
    head = flow[place]
    first, second = head.text[:at].rstrip(_BETWEEN), head.text[at:].lstrip(_BETWEEN)
    if not first or not second or head.node is None:
        return None
    begun = headed(second, head.node.line)
    if not begun[0].text:
        return None
    made = [head._replace(text=first, node=head.node._replace(text=first))]
    made += [piece._replace(depth=head.depth) for piece in begun]
    return edited(outline, [*flow[:place], *made, *flow[place + 1 :]], place + 1)


def split_paragraph(outline: Outline, spot: Spot, at: int) -> Edited | None:
    """A paragraph as two.

    Returns:
        None where one of the two would be empty.
    """
    flow = pieces(outline)
    place = place_of(flow, spot)
    piece = flow[place]
    first, second = piece.text[:at].rstrip(), piece.text[at:].lstrip()
    if not first or not second or piece.part not in PARAGRAPHS:
        return None
    two: list[Piece] = [piece._replace(text=first), piece._replace(text=second, spot=None)]
    if piece.part is Part.LEAD:  # what introduces a run is the sentence right before it
        two[0] = two[0]._replace(part=Part.BODY, depth=0)
    return edited(outline, [*flow[:place], *two, *flow[place + 1 :]], place)
