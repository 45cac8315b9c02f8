"""The words of a heading: written anew."""

from dataclasses import replace

from studytui.outline.edit.edited import Edited
from studytui.outline.edit.flow import Part, Spot
from studytui.outline.tree import Outline


def rename(outline: Outline, node: int, text: str) -> Edited | None:
    """A heading with other words; its number stays.

    Returns:
        None where nothing is left of the words.
    """
    text = " ".join(text.split())
    if not text:
        return None
    nodes = (*outline.nodes[:node], outline.nodes[node]._replace(text=text), *outline.nodes[node + 1 :])
    return Edited(replace(outline, nodes=nodes), tuple(range(len(nodes))), Spot(Part.HEAD, node))
