"""The outline as rows: a heading or point each, each marked by how well it is known."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from textual.content import Content

from studytui.cards.card import Card, Kind
from studytui.cards.label import numbered, part
from studytui.catalogue import Catalogue
from studytui.memory.memory import Memory
from studytui.memory.readiness import whole
from studytui.memory.weak import Reason, reason
from studytui.study.deck import StudyDeck
from studytui.ui.show.glyphs import bar, percent
from studytui.ui.show.standing import state
from studytui.ui.show.text import fit, plain, width

INDENT = 2
DEEPEST = 12
BAR = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a node, or a group of siblings under its name.

    Attributes:
        node: The node; None for a group's name.
        home, group: The run of siblings, for a group's name.
        depth: How far it is indented.
    """

    node: int | None
    home: int | None
    group: int
    depth: int


def rows(deck: StudyDeck, folded: Collection[int]) -> list[Row]:
    """The rows of a deck, what is under folded nodes left out."""
    return list(_rows(deck, folded))


def _rows(deck: StudyDeck, folded: Collection[int]) -> Iterator[Row]:
    outline = deck.outline
    named = {(g.parent, g.group) for g in outline.groups if g.name}
    seen: set[tuple[int | None, int]] = set()
    hidden_below = 0
    for i, node in enumerate(outline.nodes):
        if hidden_below and node.depth > hidden_below:
            continue
        hidden_below = node.depth if i in folded else 0
        run = (outline.parents[i], node.group)
        if run in named and run not in seen:
            yield Row(None, *run, node.depth - 1)
        seen.add(run)
        yield Row(i, *run, node.depth - 1)


def part_of(deck: StudyDeck, row: Row) -> tuple[Card, ...]:
    """The cards that practice begins with from a row."""
    return deck.run(row.home, row.group) if row.node is None else deck.part(row.node)


def nodes_of(deck: StudyDeck, row: Row) -> tuple[int, ...]:
    """The nodes of a row and all under them, in the order of the document."""
    tops = deck.members(row.home, row.group) if row.node is None else (row.node,)
    return tuple(sorted(node for top in tops for node in (top, *deck.outline.subtree(top))))


def name_of(deck: StudyDeck, row: Row) -> str:
    """What the part of a row is called."""
    if row.node is None:
        return part(deck.outline, row.home, row.group)
    node = deck.outline.nodes[row.node]
    return numbered(node.marker, node.text)


def drawn(deck: StudyDeck, row: Row, cells: int, folded: Collection[int], say: Catalogue) -> Content:
    """A row, its state at the right."""
    indent = " " * (INDENT * min(row.depth, DEEPEST))
    if row.node is None:
        name = deck.outline.about(row.home, row.group).name
        said = whole(deck.run(row.home, row.group), deck.progress.memories, deck.today)
        all_at_once = say("all at once {share}", share=f"{percent(said):>4}") if said else ""
        return _ends(indent + "| " + name, "italic $text-muted", all_at_once, "$text-muted", cells)
    node = deck.outline.nodes[row.node]
    text = indent + numbered(node.marker, node.text)
    if deck.outline.subtree(row.node):
        share = deck.readiness(deck.part(row.node))
        more = " +" if row.node in folded else ""
        return _ends(text + more, "bold", f"{bar(share, BAR)} {percent(share):>4}   ", "", cells)
    memory = node_memory(deck, row.node)
    if memory is None:
        return _ends(text, "", "", "", cells)
    glyph, chance, word, style = state(memory, deck.today, say)
    if node_reason(deck, row.node) is not None:
        glyph, word, style = "!", say("weak"), "bold $warning"
    return _ends(text, "", f"{glyph} {chance:>4} {word:<2}"[: 7 + len(word)], style, cells)


def node_memory(deck: StudyDeck, node: int) -> Memory | None:
    """The memory of a node's point; None where it has no number to be asked under."""
    card = _card(deck, node, Kind.POINT)
    return deck.memory(card) if card else None


def node_reason(deck: StudyDeck, node: int) -> tuple[Card, Reason] | None:
    """Why a node is weak: the first of its own cards that is."""
    for card in deck.cards_of(node):
        why = reason(deck.memory(card), deck.today)
        if why is not None:
            return card, why
    return None


def _card(deck: StudyDeck, node: int, kind: Kind) -> Card | None:
    return next((card for card in deck.cards_of(node) if card.kind is kind), None)


def _ends(left: str, left_style: str, right: str, right_style: str, cells: int) -> Content:
    right_cells = max(width(right), 12)
    left = fit(left, max(8, cells - right_cells - 2))
    gap = " " * max(1, cells - width(left) - right_cells)
    return Content.assemble(plain(left, left_style), gap, plain(right, right_style or "$text-muted"))
