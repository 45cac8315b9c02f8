"""Writing the deck file."""

from collections.abc import Iterator

from studytui.outline.deck import FORMAT, Deck
from studytui.outline.deck_heading import headline
from studytui.outline.deck_text import escaped, paragraph
from studytui.outline.tree import Group, Node, Outline


def write(deck: Deck) -> str:
    """The text of a deck's file; what `read` makes of it is the same deck.

    The groups of one parent must be numbered 1, 2, 3 in reading order, and the gaps of a body stand in order. Of
    `Outline.groups` the file keeps an entry for each run of a parent that has several, and for a single run about which
    something is known.
    """
    return "\n".join((*_head(deck), "", *_single_blanks(_lines(deck.outline)))).rstrip("\n") + "\n"


def _head(deck: Deck) -> Iterator[str]:
    known = (
        ("format", str(FORMAT)),
        ("id", deck.id),
        ("title", deck.outline.title),
        ("source", deck.source),
        ("script", deck.outline.script),
        ("show", deck.show),
        ("day", deck.day.isoformat() if deck.day else ""),
    )
    yield "---"
    for key, value in known:
        if value:
            yield f"{key}: {escaped(value)}"
    for key, value in deck.extra:
        yield f"{key}: {escaped(value)}"
    yield "---"


def _single_blanks(lines: Iterator[str]) -> Iterator[str]:
    """The lines with one blank line where there would be several, and none to begin with."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _lines(outline: Outline) -> Iterator[str]:
    about = {(group.parent, group.group): group for group in outline.groups}
    for text in outline.opening:
        yield from (paragraph(text), "")
    way: list[int] = []
    for i, node in enumerate(outline.nodes):
        before = None
        if len(way) > node.depth:
            yield ""
        while len(way) >= node.depth:
            before = way.pop()
            goes_on = len(way) + 1 == node.depth and outline.nodes[before].group == node.group
            yield from _closed(outline, before, Group(None, 0) if goes_on else _about(outline, before, about))
        # A run begins where the sibling before is of another group, or where there is none.
        if before is None or outline.nodes[before].group != node.group:
            yield from _group(node, _about(outline, i, about))
        yield from _node(node)
        way.append(i)
    while way:
        last = way.pop()
        yield from _closed(outline, last, _about(outline, last, about))
    yield ""
    for text in outline.closing:
        yield f"/0 {escaped(text)}"


def _about(outline: Outline, node: int, about: dict[tuple[int | None, int], Group]) -> Group:
    run = (outline.parents[node], outline.nodes[node].group)
    return about.get(run, Group(*run))


def _closed(outline: Outline, i: int, group: Group) -> Iterator[str]:
    """What stands after all that is under a node: its own tail, and that of its group where the group ends."""
    depth = outline.nodes[i].depth
    for text in outline.nodes[i].tail:
        yield f"/{depth} {escaped(text)}"
    for text in group.tail:
        yield f"{'|' * depth}< {escaped(text)}"
    if outline.nodes[i].tail or group.tail:
        yield ""


def _group(node: Node, group: Group) -> Iterator[str]:
    """The sign of a group; the first one needs none where neither name nor lead is known."""
    bars = "|" * node.depth
    if node.group > 1 or group.name or group.lead:
        yield ""
        yield f"{bars} {escaped(group.name)}" if group.name else bars
    if group.lead:
        yield f"{bars}> {escaped(group.lead)}"


def _node(node: Node) -> Iterator[str]:
    yield f"{'#' * node.depth} {headline(node.marker, node.ordinal, node.text)}"
    gaps = iter(node.gaps)
    gap = next(gaps, None)
    for n in range(len(node.body) + 1):
        while gap and gap.after <= n:
            yield "~" if gap.chars is None else f"~ {gap.chars}"
            gap = next(gaps, None)
        if n < len(node.body):
            yield paragraph(node.body[n])
    if node.body or node.gaps:
        yield ""
