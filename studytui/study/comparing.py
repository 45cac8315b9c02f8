"""Another version of a deck beside the one at hand: what differs, a sentence a node."""

from collections.abc import Iterator

from studytui.cards.label import numbered
from studytui.messages import Message, message
from studytui.outline.deck import Deck
from studytui.outline.tree import Node, Outline
from studytui.outline.versions import versions


def differences(ours: Deck, theirs: Deck) -> list[Message]:
    """What the other version has and ours has not, in its reading order, then what it lacks, then the rest."""
    return [*_nodes(ours.outline, theirs.outline), *_rest(ours, theirs)]


def _nodes(ours: Outline, theirs: Outline) -> Iterator[Message]:
    found = versions(ours, theirs)
    new, reworded, moved = set(found.new), set(found.reworded), set(found.moved)
    for i, node in enumerate(theirs.nodes):
        partner = found.partners[i]
        if i in new:
            yield message("only there: {text}", text=_said(node))
        if partner is None:
            continue
        own = ours.nodes[partner]
        if i in reworded:
            yield message("reworded: {ours} -> {theirs}", ours=_said(own), theirs=_said(node))
        if i in moved:
            yield message("moved: {text}", text=_said(node))
        if (own.body, own.tail) != (node.body, node.tail):
            yield message("the text below differs: {text}", text=_said(node))
        if own.marker != node.marker and i not in reworded:
            yield message("another number: {ours} -> {theirs}", ours=_said(own), theirs=_said(node))
    for i in found.gone:
        yield message("only here: {text}", text=_said(ours.nodes[i]))


def _rest(ours: Deck, theirs: Deck) -> Iterator[Message]:
    if ours.day != theirs.day:
        none = message("none")
        yield message("day of the speech: {ours} -> {theirs}", ours=ours.day or none, theirs=theirs.day or none)
    if ours.outline.title != theirs.outline.title:
        yield message("title: {ours} -> {theirs}", ours=ours.outline.title, theirs=theirs.outline.title)
    texts = [(d.outline.opening, d.outline.closing, d.outline.groups) for d in (ours, theirs)]
    if texts[0] != texts[1]:
        yield message("opening, closing or the lead of a group differ")


def _said(node: Node) -> str:
    return numbered(node.marker, node.text)
