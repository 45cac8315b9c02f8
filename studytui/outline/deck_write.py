"""Writing the deck file."""

from collections.abc import Iterator

from studytui.outline.deck import FORMAT, Deck
from studytui.outline.deck_text import escaped, paragraph, word
from studytui.outline.numerals import ordinal_of
from studytui.outline.tree import Gap, Group, Node, Outline


def write(deck: Deck) -> str:
    """The text of a deck's file; what `read` makes of it is the same deck."""
    return "\n".join((*_head(deck), "", *_lines(deck.outline))) + "\n"


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
        if value or key == "id":
            yield f"{key}: {escaped(value)}"
    for key, value in deck.extra:
        yield f"{key}: {escaped(value)}"
    yield "---"


def _lines(outline: Outline) -> Iterator[str]:
    about = {(group.parent, group.group): group for group in outline.groups}
    for text in outline.opening:
        yield from (paragraph(text), "")
    way: list[int] = []
    for i, node in enumerate(outline.nodes):
        before = None
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
    """The sign of a group; the first one needs none where nothing is known about it."""
    bars = "|" * node.depth
    if node.group > 1 or group.name or group.lead:
        yield f"{bars} {escaped(group.name)}" if group.name else bars
    if group.lead:
        yield f"{bars}> {escaped(group.lead)}"


def _node(node: Node) -> Iterator[str]:
    yield f"{'#' * node.depth} {_number(node)} {escaped(node.text) if node.text else ''}".rstrip(" ")
    gaps = list(node.gaps)
    for n, text in enumerate(node.body):
        yield from _gaps(gaps, n)
        yield paragraph(text)
    yield from _gaps(gaps, len(node.body))
    if node.body or node.gaps:
        yield ""


def _number(node: Node) -> str:
    told = ordinal_of(node.marker)
    explicit = "" if told == node.ordinal else f"{{{'-' if node.ordinal is None else node.ordinal}}}"
    return word(node.marker) + explicit


def _gaps(gaps: list[Gap], at: int) -> Iterator[str]:
    while gaps and gaps[0].after <= at:
        gap = gaps.pop(0)
        yield "~" if gap.chars is None else f"~ {gap.chars}"
