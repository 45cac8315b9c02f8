"""What is told of the row of an outline that the cursor is on: its state, its neighbours, its text."""

from dataclasses import dataclass

from studytui.cards.card import Kind
from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.study.deck import StudyDeck
from studytui.study.reasons import because
from studytui.ui.screens.outline_rows import Row, node_memory, node_reason
from studytui.ui.show.dates import comes_back
from studytui.ui.show.glyphs import percent


@dataclass(frozen=True, slots=True)
class Told:
    """Two lines, each with what stands at its ends."""

    here: str = ""
    state: str = ""
    neighbours: str = ""
    below: str = ""


def told_of(deck: StudyDeck, row: Row | None, say: Catalogue) -> Told:
    """What is told of a row; nothing where there is none."""
    if row is None:
        return Told()
    if row.node is None:
        return Told(deck.outline.about(row.home, row.group).lead)
    node = deck.outline.nodes[row.node]
    return Told(
        numbered(node.marker, node.text),
        _state(deck, row.node, say),
        _neighbours(deck, row, row.node, say),
        _below(deck, row.node, say),
    )


def _state(deck: StudyDeck, node: int, say: Catalogue) -> str:
    memory, weak = node_memory(deck, node), node_reason(deck, node)
    parts = []
    if memory is not None and not memory.new:
        parts.append(percent(memory.retrievability(deck.today)))
        parts.append(say("back {when}", when=say.say(comes_back(memory.due - deck.today))))
    if weak is not None:
        parts.append(say.say(because(deck, *weak)))
    return "   ".join(parts)


def _neighbours(deck: StudyDeck, row: Row, node: int, say: Catalogue) -> str:
    nodes, members = deck.outline.nodes, deck.members(row.home, row.group)
    at = members.index(node)
    parts = []
    if at > 0:
        parts.append(say("before: {text}", text=nodes[members[at - 1]].text))
    if at + 1 < len(members):
        parts.append(say("next: {text}", text=nodes[members[at + 1]].text))
        link = next((c for c in deck.cards_of(members[at]) if c.kind is Kind.LINK), None)
        if link is not None and not deck.memory(link).new:
            parts.append(say("(link {chance})", chance=percent(deck.memory(link).retrievability(deck.today))))
    return "   ".join(parts)


def _below(deck: StudyDeck, node: int, say: Catalogue) -> str:
    one = deck.outline.nodes[node]
    if deck.wants(node):
        return say("learnt word for word")
    if one.gaps:
        return say("text missing")
    return "" if one.body else say("no text below")
