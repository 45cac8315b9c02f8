"""Corrections by name, drawn for any outline, so that a test can make many in a row."""

from collections import Counter
from collections.abc import Callable

from hypothesis import strategies as st

from studytui.outline.edit.edited import Edited
from studytui.outline.edit.flow import PARAGRAPHS, Part, pieces
from studytui.outline.edit.joining import merge, split, split_paragraph
from studytui.outline.edit.levels import demote, promote
from studytui.outline.edit.placing import delete, move_down, move_up
from studytui.outline.edit.recast import make_heading, make_text
from studytui.outline.edit.words import rename
from studytui.outline.tree import Outline

ON_NODES: dict[str, Callable[[Outline, int], Edited | None]] = {
    "promote": promote,
    "demote": demote,
    "merge": merge,
    "move up": move_up,
    "move down": move_down,
    "make text": make_text,
    "delete": delete,
}
KEEPING = tuple(name for name in ON_NODES if name != "delete")


@st.composite
def corrections(draw: st.DrawFn, outline: Outline, names: tuple[str, ...] = tuple(ON_NODES)) -> Edited | None:
    """An outline with one correction, or None where that one cannot be made there."""
    name = draw(st.sampled_from((*names, "split", "heading", "halve", "rename")))
    texts = [piece for piece in pieces(outline) if piece.part in PARAGRAPHS]
    if name in ("heading", "halve"):
        if not texts:
            return None
        piece = draw(st.sampled_from(texts))
        assert piece.spot is not None
        if name == "heading":
            return make_heading(outline, piece.spot)
        return split_paragraph(outline, piece.spot, draw(st.integers(0, len(piece.text))))
    if not outline.nodes:
        return None
    node = draw(st.integers(0, len(outline.nodes) - 1))
    if name == "split":
        return split(outline, node, draw(st.integers(0, len(outline.nodes[node].text))))
    if name == "rename":
        return rename(outline, node, outline.nodes[node].text + "新")
    return ON_NODES[name](outline, node)


def words(outline: Outline) -> list[str]:
    """All texts in reading order, numbers left out."""
    return [piece.text for piece in pieces(outline) if piece.part is not Part.RUN and piece.part is not Part.GAP]


def characters(outline: Outline) -> Counter[str]:
    """All letters and digits that stand anywhere in an outline, those of its numbers too."""
    markers = "".join(node.marker for node in outline.nodes)
    return Counter(c for c in markers + "".join(words(outline)) if c.isalnum())
