"""Numbers that do not count on: told, and kept as the author wrote them."""

from collections.abc import Iterator, Sequence

from studytui.outline.lines import Warnings
from studytui.outline.tree import Node, Outline, OutlineWarning


def numbering_mistakes(outline: Outline) -> Warnings:
    """One warning for each number that is missing, repeated or out of order."""
    runs = ([outline.nodes[index] for index in members] for _, _, members in outline.runs())
    return tuple(warning for run in runs for warning in _mistakes([node for node in run if node.ordinal is not None]))


def outline_only(outline: Outline) -> Warnings:
    """A warning where a document is a list of points without any text."""
    if not outline.nodes or outline.opening or outline.closing or any(node.body or node.tail for node in outline.nodes):
        return ()
    return (OutlineWarning("outline_only", outline.nodes[0].line, outline.nodes[-1].line),)


def _mistakes(nodes: Sequence[Node]) -> Iterator[OutlineWarning]:
    numbers = {node.ordinal for node in nodes}
    highest, before = 0, 0
    for place, node in enumerate(nodes):
        ordinal = node.ordinal or 0
        repeated = ordinal == before
        early = ordinal > highest + 1 and highest + 1 in numbers and place > 0  # its turn comes only later
        missing = ordinal > highest + 1 and not early
        if repeated or early or missing:
            late = next((other.line for other in nodes[place:] if early and other.ordinal == highest + 1), node.line)
            yield OutlineWarning("numbering", node.line, max(late, node.line), detail=f"{node.marker}{node.text}"[:40])
        highest, before = max(highest, ordinal), ordinal
