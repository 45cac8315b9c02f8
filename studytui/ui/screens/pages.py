"""An outline as paragraphs to read: the whole speech, the points of a group, or a question about it."""

from collections.abc import Iterator, Sequence

from studytui.catalogue import Catalogue
from studytui.outline.tree import Gap, Node, Outline
from studytui.ui.widgets.page import Block

INDENT = 2
MARGIN = 7
"""Cells to the left of a question."""
DEEPEST = 8
"""Deeper levels are not indented further: there would be no room left for their text."""


def speech(outline: Outline, say: Catalogue) -> list[Block]:
    """The whole document in reading order, gaps said where they are."""
    blocks = [Block(outline.title, style="bold")] if outline.title else []
    blocks += [Block(text, space=True) for text in outline.opening]
    tails: list[tuple[int, int]] = []
    for i, node in enumerate(outline.nodes):
        while tails and outline.nodes[i].depth <= tails[-1][1]:
            blocks += _tail(outline, tails.pop()[0])
        parent = outline.parents[i]
        first = i == 0 or not _same_run(outline, i, i - 1)
        if first:
            blocks += _lead(outline, parent, node)
        blocks += _node(node, say)
        tails.append((i, node.depth))
    while tails:
        blocks += _tail(outline, tails.pop()[0])
    return blocks + [Block(text, space=True) for text in outline.closing]


def points(outline: Outline, nodes: Sequence[int]) -> list[Block]:
    """The points of a group, each with its number."""
    return [Block(outline.nodes[i].text, 1, "bold", outline.nodes[i].marker, space=True) for i in nodes]


def question(heading: str, group: str, cue: str, task: str) -> list[Block]:
    """A question: heading, name of the group, what is asked about, what is to be done; the first three may be empty."""
    over = [Block(text, MARGIN, "$text-muted") for text in (heading, group) if text]
    asked = [Block(cue, MARGIN, "bold", space=bool(over))] if cue else []
    return [*over, *asked, Block(task, MARGIN, "$text-muted", space=not asked)]


def _same_run(outline: Outline, i: int, before: int) -> bool:
    """Whether an earlier sibling of the same group stands before a node, whatever stands under it."""
    parent, group = outline.parents[i], outline.nodes[i].group
    depth = outline.nodes[i].depth
    while before >= 0 and outline.nodes[before].depth > depth:
        before -= 1
    return before >= 0 and outline.parents[before] == parent and outline.nodes[before].group == group


def _lead(outline: Outline, parent: int | None, node: Node) -> Iterator[Block]:
    if node.group > 1:
        for text in outline.about(parent, node.group - 1).tail:
            yield Block(text, _indent(node.depth - 1), space=True)
    lead = outline.about(parent, node.group).lead
    if lead:
        yield Block(lead, _indent(node.depth - 1), space=True)


def _node(node: Node, say: Catalogue) -> Iterator[Block]:
    yield Block(node.text, _indent(node.depth), "bold", node.marker, space=node.depth == 1 or bool(node.body))
    gaps = list(node.gaps)
    for n, text in enumerate(node.body):
        yield from _gaps(gaps, n, node.depth, say)
        yield Block(text, _indent(node.depth) + INDENT)
    yield from _gaps(gaps, len(node.body), node.depth, say)


def _gaps(gaps: list[Gap], at: int, depth: int, say: Catalogue) -> Iterator[Block]:
    while gaps and gaps[0].after <= at:
        gap = gaps.pop(0)
        missing = (
            say("[{n} character is missing here]", plural="[{n} characters are missing here]", n=gap.chars)
            if gap.chars
            else say("[text is missing here]")
        )
        yield Block(missing, _indent(depth) + INDENT, "$warning")


def _tail(outline: Outline, i: int) -> Iterator[Block]:
    for text in outline.nodes[i].tail:
        yield Block(text, _indent(outline.nodes[i].depth), space=True)


def _indent(depth: int) -> int:
    return INDENT * min(max(0, depth - 1), DEEPEST)
